// Parts of a page that renew themselves carry the time at which they were true. Where that
// fails they stay, and say since when there is no news, and why
(() => {
	"use strict";

	const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "medium" });
	const noAnswer = document.getElementById("no-answer").content.firstElementChild;

	const renewedBy = (request) => request.target.closest("[data-seen]");

	function tell(part, problem) {
		part.classList.add("stale");
		part.dispatchEvent(new CustomEvent("pili:stale", { bubbles: true }));
		const news = part.querySelector(".news");
		const notice = document.importNode(problem, true);
		if (part.dataset.seen) {
			const since = document.createElement("p");
			since.textContent = news.dataset.since.replace("{0}", clock.format(new Date(part.dataset.seen)));
			notice.append(since);
		}
		// What was told is not told again
		const told = notice.querySelector("strong").textContent + part.dataset.seen;
		if (news.dataset.told !== told) {
			news.dataset.told = told;
			news.replaceChildren(notice);
		}
	}

	function onSilence(event) {
		const part = renewedBy(event.detail.requestConfig);
		if (part) {
			tell(part, noAnswer);
		}
		else {
			document.getElementById("problem").replaceChildren(document.importNode(noAnswer, true));
		}
	}

	document.addEventListener("htmx:beforeRequest", (event) => {
		if (!renewedBy(event.detail.requestConfig)) {
			document.getElementById("problem").replaceChildren();
		}
	});

	document.addEventListener("htmx:beforeSwap", (event) => {
		const part = event.detail.isError && renewedBy(event.detail.requestConfig);
		if (part) {
			const page = new DOMParser().parseFromString(event.detail.serverResponse, "text/html");
			event.detail.shouldSwap = false;
			tell(part, page.querySelector("[role=alert]") || noAnswer);
		}
	});

	// How old what is shown is, by the clock of the browser alone
	const seen = new WeakMap();
	setInterval(() => document.querySelectorAll("[data-age]").forEach((each) => {
		seen.set(each, seen.get(each) || Date.now());
		each.textContent = each.dataset.text.replace("{0}", Math.round((Date.now() - seen.get(each)) / 1000));
	}), 1000);

	document.addEventListener("htmx:sendError", onSilence);
	document.addEventListener("htmx:timeout", onSilence);
})();
