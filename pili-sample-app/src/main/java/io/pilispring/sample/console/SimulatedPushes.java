/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.pilispring.sample.console;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.pilispring.sample.hubs.Hub;
import io.pilispring.sample.publish.Camera;
import io.pilispring.sample.publish.Camera.Push;

/**
 * The pushes of the simulator's camera, by stream, so that newcomers see their own stream
 * go live before they have a program that publishes.
 */
@Component
public class SimulatedPushes {

	private final @Nullable Camera camera;

	private final Map<String, Push> pushes = new ConcurrentHashMap<>();

	private final Map<String, String> refusals = new ConcurrentHashMap<>();

	SimulatedPushes(ObjectProvider<Camera> camera) {
		this.camera = camera.getIfAvailable();
	}

	boolean available() {
		return this.camera != null;
	}

	/**
	 * Publish to a stream.
	 * @param hub the hub
	 * @param id the id of the stream
	 * @param url the URL to publish to
	 * @return the push
	 */
	public Push start(Hub hub, String id, String url) {
		if (this.camera == null) {
			throw new IllegalStateException("There is no simulator");
		}
		Push push = this.camera.publish(url);
		if (push.refusal() != null) {
			this.refusals.put(key(hub, id), push.refusal());
		}
		else {
			this.refusals.remove(key(hub, id));
			this.pushes.put(key(hub, id), push);
		}
		return push;
	}

	/**
	 * End the push to a stream.
	 * @param hub the hub
	 * @param id the id of the stream
	 */
	public void stop(Hub hub, String id) {
		Push push = this.pushes.remove(key(hub, id));
		if (push != null) {
			push.end().run();
		}
	}

	boolean isRunning(Hub hub, String id) {
		return this.pushes.containsKey(key(hub, id));
	}

	@Nullable String refusal(Hub hub, String id) {
		return this.refusals.get(key(hub, id));
	}

	private static String key(Hub hub, String id) {
		return hub.key() + "/" + id;
	}

}
