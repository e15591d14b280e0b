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

package io.pilispring.simulator;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.jspecify.annotations.Nullable;

/**
 * A PILI that runs inside this process. It listens on the loopback address, verifies
 * signatures and keeps streams in memory. Safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class PiliSimulator implements AutoCloseable {

	private final SimulatorSettings settings;

	private final AccountKeys keys;

	private final StreamStore store;

	private final FopNotifier notifier = new FopNotifier();

	private final Files files;

	private final Fops fops;

	private final PublishRules publishRules;

	private final AtomicBoolean batchCall;

	private final SimulatorServer server;

	PiliSimulator(SimulatorSettings settings) {
		this.settings = settings;
		this.keys = new AccountKeys(settings.accessKey(), settings.secretKey());
		this.store = new StreamStore(settings);
		this.files = new Files(settings.fileMaker());
		this.fops = new Fops(settings, this.notifier);
		this.publishRules = new PublishRules(this.keys);
		this.batchCall = new AtomicBoolean(settings.batchCall());
		this.server = SimulatorServer.start(settings.port(), createApi());
	}

	private Api createApi() {
		StreamJson json = new StreamJson(this.settings.generation(), this.settings.hosts(), this.settings.profiles());
		Router router = new Router();
		new StreamEndpoints(this.store, json).register(router);
		new StatusEndpoints(this.store, this.settings.clock(), this.batchCall).register(router);
		new SegmentEndpoint(this.store).register(router);
		new MediaEndpoints(this.store, this.fops, this.files, json).register(router);
		new FopEndpoint(this.fops).register(router);
		return new Api(new SignatureVerifier(this.keys), router);
	}

	/**
	 * Start a simulator with one hub on a free port.
	 * @return the simulator, to be closed by the caller
	 */
	public static PiliSimulator start() {
		return builder().start();
	}

	/**
	 * Return a builder for a simulator.
	 * @return the builder
	 */
	public static PiliSimulatorBuilder builder() {
		return new PiliSimulatorBuilder();
	}

	/**
	 * Return the address of the API and of the fop API.
	 * @return the address: scheme, host and port
	 */
	public String apiHost() {
		return this.server.address();
	}

	/**
	 * Return the access key of the account.
	 * @return the access key
	 */
	public String accessKey() {
		return this.settings.accessKey();
	}

	/**
	 * Return the secret key of the account.
	 * @return the secret key
	 */
	public String secretKey() {
		return this.settings.secretKey();
	}

	/**
	 * Make another pair of keys valid for the account, beside those that are.
	 * @param accessKey the access key: printable ASCII without spaces or colons
	 * @param secretKey the secret key, not blank
	 * @throws IllegalArgumentException if a key cannot be used
	 */
	public void addKeys(String accessKey, String secretKey) {
		this.keys.add(accessKey, secretKey);
	}

	/**
	 * Make a pair of keys invalid.
	 * @param accessKey the access key of the pair
	 */
	public void removeKeys(String accessKey) {
		this.keys.remove(accessKey);
	}

	/**
	 * Return the default hub.
	 * @return the name of the hub
	 */
	public String hub() {
		return this.settings.hubs().get(0);
	}

	/**
	 * Return all hubs.
	 * @return the names of the hubs, the default one first
	 */
	public List<String> hubs() {
		return this.settings.hubs();
	}

	/**
	 * Return the server, for its journal, stubs and faults. Every stub of the user wins
	 * over the simulator.
	 * @return the WireMock server
	 */
	public WireMockServer wireMock() {
		return this.server.wireMock();
	}

	/**
	 * Return all streams.
	 * @return the streams of all hubs in the order of their creation, hub by hub
	 */
	public List<SimulatedStream> streams() {
		return List.copyOf(this.store.all());
	}

	/**
	 * Return a stream.
	 * @param idOrTitle the id, or a title, which is looked for in the default hub first
	 * @return the stream
	 * @throws NoSuchElementException if there is none
	 */
	public SimulatedStream stream(String idOrTitle) {
		SimulatedStream stream = this.store.findAny(idOrTitle);
		if (stream == null) {
			throw new NoSuchElementException("No stream with id or title '%s'".formatted(idOrTitle));
		}
		return stream;
	}

	/**
	 * Create a stream in the default hub with a title that the simulator makes.
	 * @return the stream
	 */
	public SimulatedStream createStream() {
		return createStream(StreamSpec.defaults());
	}

	/**
	 * Create a stream in the default hub.
	 * @param title the title
	 * @return the stream
	 * @throws IllegalArgumentException if PILI would not take the title
	 */
	public SimulatedStream createStream(String title) {
		return createStream(StreamSpec.titled(title));
	}

	/**
	 * Create a stream.
	 * @param spec what it shall be like
	 * @return the stream
	 * @throws IllegalArgumentException if PILI would not take the spec
	 */
	public SimulatedStream createStream(StreamSpec spec) {
		try {
			return this.store.create((spec.hub() != null) ? spec.hub() : hub(), spec.title(), spec.publishKey(),
					spec.publishSecurity());
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException("%s: %s".formatted(ex.getMessage(), spec), ex);
		}
	}

	/**
	 * Return all file operations.
	 * @return the file operations, oldest first
	 */
	public List<SimulatedFop> fops() {
		return this.fops.all();
	}

	/**
	 * Return a file operation.
	 * @param id the id
	 * @return the file operation
	 * @throws NoSuchElementException if there is none
	 */
	public SimulatedFop fop(String id) {
		SimulatedFop fop = this.fops.find(id);
		if (fop == null) {
			throw new NoSuchElementException("No file operation with id '%s'".formatted(id));
		}
		return fop;
	}

	/**
	 * Decide whether a publisher with a URL may go on, without making the stream live. A
	 * nonce that is accepted is used up.
	 * @param url the RTMP URL
	 * @return the decision
	 */
	public PublishDecision checkPublish(String url) {
		return decide(url, null);
	}

	/**
	 * Publish to a URL: the stream goes live if the URL is accepted.
	 * @param url the RTMP URL
	 * @return the decision
	 */
	public PublishDecision publish(String url) {
		return publish(url, Push.defaults());
	}

	/**
	 * Publish to a URL: the stream goes live if the URL is accepted.
	 * @param url the RTMP URL
	 * @param push what is being published
	 * @return the decision
	 */
	public PublishDecision publish(String url, Push push) {
		return decide(url, push);
	}

	private PublishDecision decide(String url, @Nullable Push push) {
		PublishUrl parsed = PublishUrl.parse(url);
		if (parsed == null) {
			return new PublishDecision(PublishVerdict.MALFORMED_URL, null);
		}
		StreamState stream = this.store.findByTitle(parsed.hub(), parsed.title());
		if (stream == null) {
			return new PublishDecision(PublishVerdict.UNKNOWN_STREAM, null);
		}
		return new PublishDecision(stream.publish(parsed, this.publishRules, push), stream);
	}

	/**
	 * Switch the call on or off that asks for the status of many streams.
	 * @param batchCall whether it exists
	 */
	public void setBatchCall(boolean batchCall) {
		this.batchCall.set(batchCall);
	}

	/**
	 * Forget all streams, file operations, requests and stubs of the user, and set the
	 * keys and the batch call back.
	 */
	public void reset() {
		this.keys.set(this.settings.accessKey(), this.settings.secretKey());
		this.fops.clear();
		this.store.clear();
		this.batchCall.set(this.settings.batchCall());
		this.server.reset();
	}

	/**
	 * Stop the server and everything that is going on.
	 */
	@Override
	public void close() {
		this.server.stop();
		this.fops.clear();
		try {
			this.files.close();
			this.notifier.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String toString() {
		return "PiliSimulator[apiHost=" + apiHost() + ", accessKey=" + accessKey() + ", hubs=" + hubs() + "]";
	}

}
