// The time line of what was recorded: a click marks a moment, dragging marks a range, and
// the arrow keys move the mark
(() => {
	"use strict";

	const line = document.querySelector(".timeline");
	const mark = line.querySelector(".playhead");
	const chosen = line.querySelector(".chosen");
	const bars = Array.from(line.querySelectorAll(".bar"));
	const told = document.getElementById("moment");
	const clock = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "short", timeStyle: "medium" });
	const time = (element, name) => new Date(element.dataset[name]).getTime();
	const SHORTEST = 10000;

	const first = time(line, "start");
	const last = () => Math.max(time(line, "end"), line.dataset.live === "true" ? Date.now() : 0, first + SHORTEST);
	let from = first;
	let to = last();
	let moment = null;
	let range = null;
	let pressed = null;

	const percent = (at) => (at - from) / (to - from) * 100;
	const clamp = (at) => Math.min(last(), Math.max(first, at));

	function place(rectangle, start, end) {
		const left = Math.max(0, percent(start));
		const right = Math.min(100, percent(end));
		rectangle.setAttribute("x", left + "%");
		rectangle.setAttribute("width", Math.max(right > 0 && left < 100 ? 0.3 : 0, right - left) + "%");
	}

	function draw() {
		bars.forEach((bar) => place(bar, time(bar, "start"), time(bar, "end")));
		mark.setAttribute("x", moment === null ? "-10" : percent(moment) + "%");
		if (range) {
			place(chosen, range[0], range[1]);
		}
		chosen.toggleAttribute("hidden", !range);
		document.querySelectorAll(".timeline-ends time").forEach((each, index) => {
			each.textContent = clock.format(index ? to : from);
		});
	}

	function show(start, end) {
		const length = Math.min(last() - first, Math.max(SHORTEST, end - start));
		from = Math.min(Math.max(first, start), last() - length);
		to = from + length;
		draw();
	}

	function zoom(factor) {
		const middle = moment === null || moment < from || moment > to ? (from + to) / 2 : moment;
		show(middle - (middle - from) * factor, middle + (to - middle) * factor);
	}

	function set(id, at) {
		const date = new Date(Math.floor(at / 1000) * 1000);
		document.getElementById(id).value = new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 19);
	}

	function tell() {
		const text = range ? line.dataset.range.replace("{0}", clock.format(range[0])).replace("{1}", clock.format(range[1]))
			: line.dataset.moment.replace("{0}", clock.format(moment));
		told.textContent = text;
		line.setAttribute("aria-valuenow", Math.round(moment / 1000));
		line.setAttribute("aria-valuetext", text);
	}

	// A moment is where a picture is taken, and where what is played goes on
	function choose(at, seek = true) {
		moment = clamp(at);
		range = null;
		set("at", moment);
		const bar = bars.find((each) => time(each, "start") <= moment && moment < time(each, "end"));
		if (bar) {
			set("start", moment);
			set("end", time(bar, "end"));
		}
		const video = document.querySelector("#playback video");
		if (video && seek && moment >= played() && video.duration > (moment - played()) / 1000) {
			video.currentTime = (moment - played()) / 1000;
		}
		tell();
		draw();
	}

	function chooseRange(one, other) {
		range = [clamp(Math.min(one, other)), clamp(Math.max(one, other))];
		moment = range[0];
		set("start", range[0]);
		set("end", Math.max(range[1], range[0] + 1000));
		tell();
		draw();
	}

	let start = null;
	const played = () => start;

	const at = (event) => {
		const box = line.getBoundingClientRect();
		return from + (event.clientX - box.left) / box.width * (to - from);
	};

	line.addEventListener("pointerdown", (event) => {
		pressed = { at: at(event), x: event.clientX };
		line.setPointerCapture(event.pointerId);
	});
	line.addEventListener("pointermove", (event) => {
		if (pressed && Math.abs(event.clientX - pressed.x) > 4) {
			chooseRange(pressed.at, at(event));
		}
	});
	line.addEventListener("pointerup", (event) => {
		if (pressed && Math.abs(event.clientX - pressed.x) <= 4) {
			choose(pressed.at);
		}
		pressed = null;
	});
	line.addEventListener("wheel", (event) => {
		if (event.ctrlKey) {
			event.preventDefault();
			zoom(event.deltaY > 0 ? 1.5 : 1 / 1.5);
		}
	}, { passive: false });

	line.addEventListener("keydown", (event) => {
		const step = (to - from) / 100;
		const current = moment === null ? (from + to) / 2 : moment;
		const keys = {
			ArrowLeft: () => choose(current - step), ArrowRight: () => choose(current + step),
			Home: () => choose(first), End: () => choose(last()), "+": () => zoom(0.5), "-": () => zoom(2)
		};
		if (keys[event.key]) {
			event.preventDefault();
			keys[event.key]();
		}
	});

	document.querySelectorAll("[data-zoom]").forEach((button) => button.addEventListener("click", () => {
		const length = to - from;
		({ in: () => zoom(0.5), out: () => zoom(2), all: () => show(first, last()), end: () => show(last() - length, last()) })[button.dataset.zoom]();
	}));

	// What is played moves the mark
	document.addEventListener("htmx:afterSwap", (event) => {
		const video = event.target.id === "playback" && event.target.querySelector("video");
		if (video) {
			start = new Date(document.getElementById("start").value).getTime();
			video.addEventListener("timeupdate", () => {
				if (!video.paused) {
					moment = clamp(start + video.currentTime * 1000);
					draw();
				}
			});
		}
	});

	document.querySelector(".timeline-tools").hidden = false;
	line.setAttribute("tabindex", "0");
	line.setAttribute("role", "slider");
	line.setAttribute("aria-valuemin", Math.round(first / 1000));
	line.setAttribute("aria-valuemax", Math.round(last() / 1000));
	line.setAttribute("aria-valuenow", Math.round(first / 1000));
	draw();
})();
