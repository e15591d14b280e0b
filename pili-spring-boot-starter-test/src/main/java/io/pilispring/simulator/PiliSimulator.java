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

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.jspecify.annotations.Nullable;

/**
 * An in-process simulator of PILI. By default, it listens on the loopback address. It
 * verifies signatures and keeps streams in memory. Safe for use by multiple threads.
 * <p>
 * It has one or more accounts: the access key of a signed request determines the account,
 * as does the host in a publish URL. Methods that name no account apply to the default
 * account, unless they say otherwise.
 *
 * @since 0.1.0
 */
public final class PiliSimulator implements AutoCloseable {

	private final SimulatorSettings settings;

	private final Accounts accounts;

	private final FopNotifier notifier = new FopNotifier();

	private final PushNotifier pushNotifier;

	private final Files files;

	private final Fops fops;

	private final AtomicBoolean batchCall;

	private final AtomicReference<V2Responses> v2Responses;

	private final Faults faults = new Faults();

	private final SimulatorServer server;

	PiliSimulator(SimulatorSettings settings) {
		this.settings = settings;
		this.pushNotifier = new PushNotifier(settings.clock());
		this.accounts = new Accounts(settings, this.pushNotifier);
		this.v2Responses = new AtomicReference<>(settings.v2Responses());
		this.files = new Files(settings.fileMaker());
		this.fops = new Fops(settings, this.notifier);
		this.batchCall = new AtomicBoolean(settings.batchCall());
		this.server = SimulatorServer.start(settings.address(), settings.port(),
				new ApiTransformer(createApi(), new WebPages(settings.allowedHosts()), this.faults));
	}

	private Api createApi() {
		Map<AccountState, Router> routers = new HashMap<>();
		this.accounts.all().forEach((account) -> routers.put(account, createRouter(account)));
		Router unsigned = new Router();
		new FopEndpoint(this.fops).register(unsigned);
		return new Api(new SignatureVerifier(this.accounts), routers, unsigned);
	}

	private Router createRouter(AccountState account) {
		Router router = new Router();
		StreamStore store = account.store();
		new V1StreamEndpoints(store, new V1StreamJson(this.settings.generation(), this.settings.clock()))
			.register(router);
		new V1StatusEndpoints(store, this.settings.clock(), this.batchCall).register(router);
		new V1SegmentEndpoint(store).register(router);
		new V1MediaEndpoints(store, this.fops, this.files).register(router);
		registerV2(new V2Router(router, store), store);
		return router;
	}

	private void registerV2(V2Router router, StreamStore store) {
		V2Results results = new V2Results(this.v2Responses::get);
		InstantSource clock = this.settings.clock();
		new V2StreamEndpoints(results, this.settings.profiles(), clock).register(router);
		new V2LiveEndpoints(results).register(router);
		new V2FileEndpoints(this.fops, this.files, this.settings.pipelines(), clock).register(router);
		new V2HubEndpoints(store, results, clock).register(router);
		new V2DomainEndpoints(this.accounts, results).register(router);
		new V2TrafficEndpoints(store, clock).register(router);
		new V2PlayEndpoints(store, results, clock).register(router);
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
	 * Return whether a request that is not signed may have the given {@code Host} header,
	 * because no web page of another site can have made a browser send it.
	 * @param host the header, with or without a port
	 * @return whether the host is allowed
	 */
	public boolean isAllowedHost(@Nullable String host) {
		return this.settings.allowedHosts().allowsHost(host);
	}

	/**
	 * Make requests have a fault. If there are several for a request, it has the one that
	 * was added first. Stubs of the user take precedence over faults.
	 * @param fault the fault
	 */
	public void addFault(SimulatedFault fault) {
		this.faults.add(fault);
	}

	/**
	 * Return the faults that requests will have.
	 * @return the faults, with the number of requests that are left
	 */
	public List<SimulatedFault> faults() {
		return this.faults.all();
	}

	/**
	 * Remove all faults.
	 */
	public void clearFaults() {
		this.faults.clear();
	}

	/**
	 * Return the requests that were received and answered, of which a limited number is
	 * kept.
	 * @return the requests, newest first
	 */
	public List<ReceivedRequest> requests() {
		return this.server.wireMock()
			.getAllServeEvents()
			.stream()
			.filter((event) -> event.getResponse() != null)
			.map(ReceivedRequest::of)
			.toList();
	}

	/**
	 * Remove all requests that were received.
	 */
	public void clearRequests() {
		this.server.wireMock().resetRequests();
	}

	/**
	 * Return the default account.
	 * @return the account
	 */
	public SimulatedAccount account() {
		return this.accounts.first();
	}

	/**
	 * Return an account.
	 * @param accessKey the access key that the account was created with, or one that is
	 * valid for it
	 * @return the account
	 * @throws NoSuchElementException if there is none
	 */
	public SimulatedAccount account(String accessKey) {
		SimulatedAccount account = this.accounts.find(accessKey);
		if (account == null) {
			throw new NoSuchElementException("No account with access key '%s'".formatted(accessKey));
		}
		return account;
	}

	/**
	 * Return all accounts.
	 * @return the accounts, the default one first
	 */
	public List<SimulatedAccount> accounts() {
		return List.copyOf(this.accounts.all());
	}

	/**
	 * Return the access key of the default account.
	 * @return the access key
	 */
	public String accessKey() {
		return account().accessKey();
	}

	/**
	 * Return the secret key of the default account.
	 * @return the secret key
	 */
	public String secretKey() {
		return account().secretKey();
	}

	/**
	 * Make another pair of keys valid for the default account, in addition to the current
	 * ones.
	 * @param accessKey the access key: printable ASCII without spaces or colons
	 * @param secretKey the secret key, not blank
	 * @throws IllegalArgumentException if a key is not valid, or another account has the
	 * access key
	 */
	public void addKeys(String accessKey, String secretKey) {
		account().addKeys(accessKey, secretKey);
	}

	/**
	 * Make a pair of keys of the default account invalid.
	 * @param accessKey the access key of the pair
	 */
	public void removeKeys(String accessKey) {
		account().removeKeys(accessKey);
	}

	/**
	 * Return the default hub of the default account.
	 * @return the name of the hub
	 */
	public String hub() {
		return account().hub();
	}

	/**
	 * Return all hubs of the default account.
	 * @return the names of the hubs, the default one first
	 */
	public List<String> hubs() {
		return account().hubs();
	}

	/**
	 * Return a hub of the default account.
	 * @param name the name of the hub
	 * @return the hub
	 * @throws NoSuchElementException if there is none
	 */
	public SimulatedHub hub(String name) {
		return account().hub(name);
	}

	/**
	 * Return the default hub of the default account, to be controlled by test code.
	 * @return the hub
	 */
	public SimulatedHub defaultHub() {
		return account().defaultHub();
	}

	/**
	 * Return the server, for its journal, stubs and faults. Stubs of the user take
	 * precedence over the simulator.
	 * @return the WireMock server
	 */
	public WireMockServer wireMock() {
		return this.server.wireMock();
	}

	/**
	 * Return all streams of the default account.
	 * @return the streams of all hubs in the order of their creation, hub by hub
	 */
	public List<SimulatedStream> streams() {
		return account().streams();
	}

	/**
	 * Return a stream of the default account.
	 * @param idOrTitle the id, or a title, which is looked for in the default hub first
	 * @return the stream
	 * @throws NoSuchElementException if there is none
	 */
	public SimulatedStream stream(String idOrTitle) {
		return account().stream(idOrTitle);
	}

	/**
	 * Create a stream in the default hub of the default account, with a title that the
	 * simulator makes.
	 * @return the stream
	 */
	public SimulatedStream createStream() {
		return account().createStream();
	}

	/**
	 * Create a stream in the default hub of the default account.
	 * @param title the title
	 * @return the stream
	 * @throws IllegalArgumentException if PILI would not take the title
	 */
	public SimulatedStream createStream(String title) {
		return account().createStream(title);
	}

	/**
	 * Create a stream of the default account.
	 * @param spec the properties of the stream
	 * @return the stream
	 * @throws IllegalArgumentException if PILI would not take the spec
	 */
	public SimulatedStream createStream(StreamSpec spec) {
		return account().createStream(spec);
	}

	/**
	 * Return all file operations of all accounts.
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
	 * Decide whether a publisher with the given URL is accepted, without making the
	 * stream live or creating it. An accepted nonce is used up. If several accounts have
	 * a hub with this name, the host of the URL determines the account.
	 * @param url the RTMP URL or SRT URL
	 * @return the decision
	 */
	public PublishDecision checkPublish(String url) {
		return decide(url, null);
	}

	/**
	 * Publish to a URL: the stream goes live if the URL is accepted. A stream that does
	 * not exist is created if the security of its hub accepts the URL. If several
	 * accounts have a hub with this name, the host of the URL determines the account.
	 * @param url the RTMP URL or SRT URL
	 * @return the decision
	 */
	public PublishDecision publish(String url) {
		return publish(url, Push.defaults());
	}

	/**
	 * Publish to a URL: the stream goes live if the URL is accepted. A stream that does
	 * not exist is created if the security of its hub accepts the URL. If several
	 * accounts have a hub with this name, the host of the URL determines the account.
	 * @param url the RTMP URL or SRT URL
	 * @param push the push
	 * @return the decision
	 */
	public PublishDecision publish(String url, Push push) {
		return decide(url, push);
	}

	private PublishDecision decide(String url, @Nullable Push push) {
		PublishUrl parsed = PublishUrl.parse(url);
		return (parsed != null) ? this.accounts.publish(parsed, push)
				: new PublishDecision(PublishVerdict.MALFORMED_URL, null);
	}

	/**
	 * Decide whether a viewer with the given URL is accepted, by the play security of the
	 * domain in it.
	 * @param url the URL to play from: by RTMP, HLS or HTTP-FLV
	 * @return the decision
	 * @see HubDomain#withPlaySecurity
	 */
	public PlayDecision checkPlay(String url) {
		PlayUrl parsed = PlayUrl.parse(url);
		return (parsed != null) ? this.accounts.play(parsed, this.settings.clock().instant())
				: new PlayDecision(PlayVerdict.MALFORMED_URL, null);
	}

	/**
	 * Set what version 2 of the API answers where PILI has answered differently over the
	 * years.
	 * @param v2Responses the responses
	 */
	public void setV2Responses(V2Responses v2Responses) {
		this.v2Responses.set(v2Responses);
	}

	/**
	 * Set whether the batch status call of version 1 is available.
	 * @param batchCall whether the call is available
	 */
	public void setBatchCall(boolean batchCall) {
		this.batchCall.set(batchCall);
	}

	/**
	 * Remove all streams, file operations, requests, faults and stubs of the user, and
	 * restore the original keys of all accounts, the original settings of all hubs, of
	 * the batch status call, and of the responses of version 2. Callbacks that are due
	 * are not sent.
	 */
	public void reset() {
		this.fops.clear();
		this.accounts.reset();
		this.pushNotifier.cancel();
		this.batchCall.set(this.settings.batchCall());
		this.v2Responses.set(this.settings.v2Responses());
		this.faults.clear();
		this.server.reset();
	}

	/**
	 * Stop the server and everything that is in progress.
	 */
	@Override
	public void close() {
		// The server could not be stopped by a thread that is interrupted
		boolean interrupted = Thread.interrupted();
		try {
			this.server.stop();
		}
		finally {
			this.fops.clear();
			this.files.close();
			this.notifier.close();
			this.pushNotifier.close();
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public String toString() {
		return "PiliSimulator[apiHost=" + apiHost() + ", accounts=" + accounts() + "]";
	}

}
