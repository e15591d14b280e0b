// The list of streams follows the form
(() => {
	"use strict";

	const form = document.getElementById("search");

	function isOfAnotherSearch(list) {
		return form.prefix.value !== (list.dataset.prefix || "") || form.live.checked !== (list.dataset.live === "true");
	}

	// A place in the list so far is none in that of another search
	form.addEventListener("input", () => { document.getElementById("marker").value = ""; });

	document.addEventListener("pili:stale", (event) => {
		const list = event.target;
		if (isOfAnotherSearch(list)) {
			list.dataset.seen = "";
			history.replaceState(null, "", form.action + "?" + new URLSearchParams(new FormData(form)));
			list.querySelectorAll("#summary, .empty, table, .pages").forEach((each) => each.remove());
		}
	});

	// What was entered before htmx was there
	document.addEventListener("htmx:load", () => {
		if (isOfAnotherSearch(document.getElementById("streams"))) {
			form.requestSubmit();
		}
	}, { once: true });
})();
