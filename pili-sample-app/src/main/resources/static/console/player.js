// Plays HLS: live as soon as the stream is, recordings at once
(() => {
	"use strict";

	class Player {

		constructor(element) {
			this.element = element;
			this.video = element.querySelector("video");
			this.note = element.querySelector(".player-note");
			this.hls = null;
			this.active = false;
			this.video.addEventListener("playing", () => this.say(""));
			// Where hls.js plays, it tells of errors itself
			this.video.addEventListener("error", () => this.hls || this.fail());
			if (element.dataset.pictures !== "true") {
				this.say(element.dataset.none);
			}
			else if (element.dataset.live === "false") {
				this.say(element.dataset.idle);
			}
			else {
				this.play();
			}
		}

		say(text) {
			this.note.textContent = text;
		}

		setLive(live) {
			if (this.element.dataset.pictures !== "true" || !("live" in this.element.dataset)) {
				return;
			}
			if (live && !this.active) {
				this.play();
			}
			else if (!live && this.active) {
				this.stop();
				this.say(this.element.dataset.idle);
			}
		}

		play() {
			this.active = true;
			this.say(this.element.dataset.wait);
			const source = this.element.dataset.hls;
			if (window.Hls && Hls.isSupported()) {
				// Workers would have to be made of text, which this page does not allow
				this.hls = new Hls({ enableWorker: false, liveSyncDurationCount: 2 });
				this.hls.on(Hls.Events.ERROR, (name, data) => this.onError(data));
				this.hls.on(Hls.Events.BUFFER_CODECS, (name, data) => {
					this.codecs = [data.video, data.audio].filter(Boolean).map((track) => track.codec);
				});
				this.hls.on(Hls.Events.MANIFEST_PARSED, () => this.start());
				this.hls.loadSource(source);
				this.hls.attachMedia(this.video);
			}
			else {
				this.video.src = source;
				this.start();
			}
		}

		start() {
			// Browsers may want the reader to start it
			this.video.play().catch(() => this.say(""));
		}

		onError(data) {
			if (data.fatal && data.type === Hls.ErrorTypes.MEDIA_ERROR) {
				this.hls.recoverMediaError();
			}
			else if (data.fatal) {
				this.fail();
			}
		}

		fail() {
			this.stop();
			this.say(this.element.dataset.error);
		}

		change(source) {
			this.element.dataset.hls = source;
			if (this.active) {
				this.stop();
				this.play();
			}
		}

		// What the media says of itself
		facts() {
			const { videoWidth, videoHeight, paused } = this.video;
			if (!this.active || !videoWidth) {
				return {};
			}
			const latency = this.hls && !paused && this.hls.latency;
			return { picture: videoWidth + " × " + videoHeight, codec: (this.codecs || []).join(", "), latency };
		}

		stop() {
			this.active = false;
			if (this.hls) {
				this.hls.destroy();
				this.hls = null;
			}
			else {
				this.video.removeAttribute("src");
				this.video.load();
			}
		}

	}

	const script = document.getElementById("hls");
	const players = new Map();

	function find(root) {
		players.forEach((player, element) => {
			if (!element.isConnected) {
				if (player.active) {
					player.stop();
				}
				players.delete(element);
			}
		});
		root.querySelectorAll(".player").forEach((element) => {
			if (!players.has(element)) {
				players.set(element, new Player(element));
			}
		});
		const live = document.getElementById("state").dataset.live === "true";
		players.forEach((player) => player.setLive(live));
	}

	function tellFacts(panel) {
		const [player] = players.values();
		const { picture, codec, latency } = player ? player.facts() : {};
		const rows = [["picture", picture], ["codec", codec],
			["latency", latency && panel.dataset.seconds.replace("{0}", latency.toFixed(1))]].filter((row) => row[1]);
		panel.replaceChildren(...rows.flatMap(([name, text]) => {
			const term = document.createElement("dt");
			const value = document.createElement("dd");
			term.textContent = panel.dataset[name];
			value.textContent = text;
			return [term, value];
		}));
	}

	function begin() {
		const panel = document.getElementById("media-facts");
		const quality = document.getElementById("quality");
		if (panel) {
			setInterval(() => tellFacts(panel), 1000);
		}
		if (quality) {
			quality.addEventListener("change", () => players.forEach((player) => player.change(quality.value)));
		}
		document.addEventListener("htmx:load", (event) => find(event.detail.elt.parentElement || document));
		find(document);
	}

	// The page does not wait for the script, which is large
	if (script && !window.Hls) {
		script.addEventListener("load", begin);
		script.addEventListener("error", begin);
	}
	else {
		begin();
	}
})();
