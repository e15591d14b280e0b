// Plays HLS: live as soon as the stream is, recordings at once
(() => {
	"use strict";

	class Player {

		constructor(element) {
			this.element = element;
			this.video = element.querySelector("video");
			this.note = element.querySelector(".player-note");
			this.hls = null;
			this.video.addEventListener("playing", () => this.say(""));
			if (element.dataset.pictures !== "true") {
				this.say(element.dataset.none);
			}
			else if (element.dataset.live === "true") {
				this.play();
			}
			else {
				this.say(element.dataset.idle);
			}
		}

		say(text) {
			this.note.textContent = text;
		}

		setLive(live) {
			if (this.element.dataset.pictures !== "true") {
				return;
			}
			if (live && !this.hls) {
				this.play();
			}
			else if (!live && this.hls) {
				this.stop();
				this.say(this.element.dataset.idle);
			}
		}

		play() {
			this.say(this.element.dataset.wait);
			const source = this.element.dataset.hls;
			if (window.Hls && Hls.isSupported()) {
				// Workers would have to be made of text, which this page does not allow
				this.hls = new Hls({ enableWorker: false, liveSyncDurationCount: 2 });
				this.hls.on(Hls.Events.ERROR, (name, data) => this.onError(data));
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
			if (!data.fatal) {
				return;
			}
			if (data.type === Hls.ErrorTypes.MEDIA_ERROR) {
				this.hls.recoverMediaError();
				return;
			}
			this.stop();
			this.say(this.element.dataset.error);
		}

		stop() {
			this.hls.destroy();
			this.hls = null;
		}

	}

	const players = new Map();

	function find(root) {
		players.forEach((player, element) => {
			if (!element.isConnected) {
				if (player.hls) {
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
	}

	document.addEventListener("pili:live", (event) => players.forEach((player) => player.setLive(event.detail)));
	document.addEventListener("htmx:load", (event) => find(event.detail.elt.parentElement || document));
	find(document);
})();
