// Draws what arrives, as the monitor sees it: a gap where there is no news
(() => {
	"use strict";

	const panel = document.getElementById("rates");
	const script = document.getElementById("chart");
	const staleAfter = Number(panel.dataset.staleAfter);
	// PILI counts bytes
	const KILOBIT = 125;

	const POLL = 1000;
	const WINDOW = 300000;
	const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "medium" });
	let points = [];
	// Between the clock of the application and that of the browser
	let ahead = 0;

	const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

	function chart(id, series) {
		const canvas = document.getElementById(id);
		return new Chart(canvas, {
			type: "line",
			data: {
				datasets: series.map((each, index) => ({
					label: canvas.getAttribute("data-label-" + index), key: each.key, scale: each.scale,
					borderWidth: 2, pointRadius: 0, fill: index === 0, spanGaps: staleAfter
				})).concat({ label: panel.dataset.threshold, threshold: series[0].threshold, borderDash: [4, 4], borderWidth: 1, pointRadius: 0 })
			},
			options: {
				animation: false,
				maintainAspectRatio: false,
				parsing: false,
				interaction: { mode: "index", intersect: false },
				plugins: {
					legend: { align: "start", labels: { boxWidth: 12, boxHeight: 2 } },
					tooltip: { callbacks: { title: (items) => items.length ? clock.format(items[0].parsed.x) : "" } }
				},
				scales: {
					x: { type: "linear", ticks: { count: 3, maxRotation: 0, align: "inner", callback: (at) => clock.format(at) } },
					y: { beginAtZero: true, ticks: { maxTicksLimit: 4 } }
				}
			}
		});
	}

	function paint(charts) {
		charts.forEach((each) => {
			const names = ["--video", "--audio"];
			each.data.datasets.forEach((series, index) => {
				const name = series.key ? names[index] : "--bad";
				series.borderColor = color(name);
				series.backgroundColor = color(name) + "22";
			});
			each.options.plugins.legend.labels.color = color("--muted");
			Object.values(each.options.scales).forEach((scale) => {
				scale.ticks.color = color("--muted");
				scale.grid = { color: color("--line") };
			});
		});
	}

	function draw(charts, now) {
		charts.forEach((each) => {
			const start = points.length ? Math.max(points[0].at, now - WINDOW) : now - WINDOW;
			each.data.datasets.forEach((series) => {
				if (!series.key) {
					series.data = [{ x: start, y: series.threshold }, { x: now, y: series.threshold }];
					return;
				}
				series.data = points.filter((point) => point[series.key] !== null)
					.map((point) => ({ x: point.at, y: point[series.key] / series.scale }));
			});
			each.options.scales.x.min = start;
			each.options.scales.x.max = now;
			each.update();
		});
	}

	function tell(now) {
		const last = points[points.length - 1];
		const figure = (name, scale, unit) => {
			const known = last && last[name] !== null && now - last.at <= staleAfter;
			panel.querySelector(`[data-figure="${name}"]`).textContent = known ? Math.round(last[name] / scale) + unit : "–";
		};
		figure("bytes", KILOBIT, " kbps");
		figure("video", 1, " fps");
		figure("audio", 1, " fps");
		panel.dataset.points = last ? last.at : 0;
	}

	async function ask() {
		const last = points[points.length - 1];
		const url = panel.dataset.rates + (last ? "?after=" + last.at : "");
		try {
			const answer = await fetch(url, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(10000) });
			if (answer.ok) {
				const rates = await answer.json();
				ahead = rates.now - Date.now();
				points = points.concat(rates.points).filter((point) => point.at > rates.now - WINDOW);
			}
		}
		catch (error) {
			// The application is not there just now; the time goes on in the chart
		}
	}

	async function begin() {
		const charts = [
			chart("bytes-chart", [{ key: "bytes", scale: KILOBIT, threshold: Number(panel.dataset.minBytes) / KILOBIT }]),
			chart("frames-chart", [{ key: "video", scale: 1, threshold: Number(panel.dataset.minFrames) }, { key: "audio", scale: 1 }])
		];
		const show = () => {
			draw(charts, Date.now() + ahead);
			tell(Date.now() + ahead);
		};
		matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { paint(charts); show(); });
		paint(charts);
		for (;;) {
			await ask();
			show();
			await new Promise((resolve) => { setTimeout(resolve, POLL); });
		}
	}

	// The page does not wait for the script, which is large
	if (window.Chart) {
		begin();
	}
	else {
		script.addEventListener("load", begin);
	}
})();
