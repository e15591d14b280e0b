// Times of the reader's zone, copying, and choosing a range
(() => {
	"use strict";

	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "medium" });

	function localValue(instant) {
		const date = new Date(instant);
		const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60000);
		return shifted.toISOString().slice(0, 19);
	}

	function localize(root) {
		root.querySelectorAll("time[data-local]").forEach((time) => {
			time.textContent = format.format(new Date(time.dateTime));
			time.removeAttribute("data-local");
		});
		root.querySelectorAll("input[data-zone]").forEach((input) => { input.value = zone; });
		root.querySelectorAll("[data-zone-name]").forEach((name) => { name.textContent = zone; });
		root.querySelectorAll("input[data-instant]").forEach((input) => {
			input.value = localValue(input.dataset.instant);
			input.removeAttribute("data-instant");
		});
	}

	async function copy(button) {
		const source = document.getElementById(button.dataset.copy);
		try {
			await navigator.clipboard.writeText(source.textContent);
		}
		catch (error) {
			getSelection().selectAllChildren(source);
			return;
		}
		const label = button.textContent;
		button.textContent = button.dataset.done;
		setTimeout(() => { button.textContent = label; }, 2000);
	}

	function choose(segment) {
		const start = document.getElementById("start");
		const end = document.getElementById("end");
		start.value = localValue(segment.dataset.start);
		end.value = localValue(segment.dataset.end);
		document.querySelectorAll(".segment").forEach((each) => each.setAttribute("aria-pressed", each === segment));
		start.focus();
	}

	document.addEventListener("click", (event) => {
		const copier = event.target.closest("[data-copy]");
		const segment = event.target.closest(".segment");
		if (copier) {
			copy(copier);
		}
		if (segment) {
			choose(segment);
		}
	});

	// The name of a file follows its format
	document.addEventListener("change", (event) => {
		const name = document.getElementById("name");
		if (event.target.id === "format" && name && name.value) {
			name.value = name.value.replace(/\.[a-z0-9]+$/i, "") + "." + event.target.value;
		}
	});

	// How long an address is good for
	setInterval(() => document.querySelectorAll("[data-expires]").forEach((each) => {
		const left = Math.round((new Date(each.dataset.expires) - Date.now()) / 1000);
		const clock = [left / 3600, left / 60 % 60, left % 60].map((part) => String(Math.floor(part)).padStart(2, "0")).join(":");
		each.textContent = left > 0 ? each.dataset.left.replace("{0}", clock) : each.dataset.over;
		each.classList.toggle("over", left <= 0);
	}), 1000);

	document.addEventListener("htmx:load", (event) => localize(event.detail.elt));
	localize(document);
})();
