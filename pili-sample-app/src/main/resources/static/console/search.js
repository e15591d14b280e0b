// The list of streams follows the form
(() => {
	"use strict";

	const form = document.getElementById("search");

	function isOfAnotherSearch(list) {
		return form.prefix.value !== (list.dataset.prefix || "") || form.live.checked !== (list.dataset.live === "true")
			|| form.match.value !== list.dataset.match;
	}

	// A place in the list so far is none in that of another search
	form.addEventListener("input", () => { document.getElementById("marker").value = ""; });

	// Those that are chosen stay so when the list is renewed
	let chosen = [];
	document.addEventListener("htmx:beforeSwap", () => {
		chosen = Array.from(document.querySelectorAll("#chosen [name=id]:checked"), (each) => each.value);
	});
	document.addEventListener("htmx:load", () => {
		document.querySelectorAll("#chosen [name=id]").forEach((each) => { each.checked = chosen.includes(each.value); });
	});

	const label = document.getElementById("prefix-label");
	form.match.addEventListener("change", () => { label.textContent = label.dataset[form.match.value]; });

	document.addEventListener("pili:stale", (event) => {
		const list = event.target;
		if (isOfAnotherSearch(list)) {
			list.dataset.seen = "";
			history.replaceState(null, "", form.action + "?" + new URLSearchParams(new FormData(form)));
			list.querySelectorAll("#summary, .silent, .list-age, .empty, #chosen, .pages").forEach((each) => each.remove());
		}
	});

	// What was entered before htmx was there
	document.addEventListener("htmx:load", () => {
		if (isOfAnotherSearch(document.getElementById("streams"))) {
			form.requestSubmit();
		}
	}, { once: true });
})();
