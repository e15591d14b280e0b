// Asks for news at once when the monitor publishes that a stream changed. The page is
// renewed from time to time nevertheless
(() => {
	"use strict";

	const page = document.querySelector("[data-events]");
	let source = null;

	function tell(event) {
		const part = document.querySelector(".state, #streams");
		if (part && (!page.dataset.stream || page.dataset.stream === event.data)) {
			part.dispatchEvent(new CustomEvent("pili:change"));
		}
	}

	// Browsers have few connections, which pages that nobody sees must not hold
	function listen() {
		if (document.hidden && source) {
			source.close();
			source = null;
		}
		else if (!document.hidden && !source) {
			source = new EventSource(page.dataset.events);
			source.addEventListener("change", tell);
		}
	}

	document.addEventListener("visibilitychange", listen);
	addEventListener("pagehide", () => source && source.close());
	listen();
})();
