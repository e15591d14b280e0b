// Draws what arrives, as the monitor sees it
(() => {
	"use strict";

	const panel = document.querySelector("[data-rates]");
	if (!panel) {
		return;
	}

	const POLL = 1000;
	const MAX_POINTS = 150;
	const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "medium" });
	const points = [];
	let wasLive = false;

	const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

	function chart(id, series) {
		const canvas = document.getElementById(id);
		return new Chart(canvas, {
			type: "line",
			data: { labels: [], datasets: series.map((each, index) => ({ label: canvas.getAttribute("data-label-" + index), data: [], borderWidth: 2, pointRadius: 0, tension: .25, fill: index === 0 })) },
			options: {
				animation: false,
				maintainAspectRatio: false,
				interaction: { mode: "index", intersect: false },
				plugins: { legend: { align: "start", labels: { boxWidth: 12, boxHeight: 2 } } },
				scales: { x: { ticks: { maxTicksLimit: 4, maxRotation: 0 } }, y: { beginAtZero: true, ticks: { maxTicksLimit: 4 } } }
			}
		});
	}

	const bytes = chart("bytes-chart", ["bytes"]);
	const frames = chart("frames-chart", ["video", "audio"]);

	function paint() {
		[bytes, frames].forEach((each) => {
			["--video", "--audio"].slice(0, each.data.datasets.length).forEach((name, index) => {
				each.data.datasets[index].borderColor = color(name);
				each.data.datasets[index].backgroundColor = color(name) + "22";
			});
			each.options.plugins.legend.labels.color = color("--muted");
			Object.values(each.options.scales).forEach((scale) => {
				scale.ticks.color = color("--muted");
				scale.grid = { color: color("--line") };
			});
		});
	}

	function draw() {
		const labels = points.map((point) => clock.format(new Date(point.at)));
		bytes.data.labels = labels;
		bytes.data.datasets[0].data = points.map((point) => point.bytes / 1000);
		frames.data.labels = labels;
		frames.data.datasets[0].data = points.map((point) => point.video);
		frames.data.datasets[1].data = points.map((point) => point.audio);
		bytes.update();
		frames.update();
		panel.dataset.points = points.length ? points[points.length - 1].at : 0;
	}

	function tell(name, text) {
		panel.querySelector(`[data-figure="${name}"]`).textContent = text;
	}

	function show(rates) {
		points.push(...rates.points);
		points.splice(0, Math.max(0, points.length - MAX_POINTS));
		const last = points[points.length - 1];
		const live = rates.connected && last;
		tell("bytes", live ? Math.round(last.bytes / 1000) + " kB/s" : "–");
		tell("video", live ? Math.round(last.video) + " fps" : "–");
		tell("audio", live ? Math.round(last.audio) + " fps" : "–");
		if (rates.points.length) {
			draw();
		}
		// The monitor may not have seen yet what the page was made with
		if (!rates.connected && !wasLive) {
			return;
		}
		wasLive = rates.connected;
		document.querySelectorAll("h1 + [data-badge]").forEach((badge) => {
			badge.textContent = rates.connected ? badge.dataset.live : badge.dataset.idle;
			badge.classList.toggle("live", rates.connected);
		});
		document.dispatchEvent(new CustomEvent("pili:live", { detail: rates.connected }));
	}

	async function poll() {
		const last = points[points.length - 1];
		const url = panel.dataset.rates + (last ? "?after=" + last.at : "");
		try {
			const answer = await fetch(url, { headers: { Accept: "application/json" } });
			if (answer.ok) {
				show(await answer.json());
			}
		}
		catch (error) {
			// The application is not there just now; it may come back
		}
		setTimeout(poll, POLL);
	}

	matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { paint(); draw(); });
	paint();
	poll();
})();
