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

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link PiliSimulator}. All settings have defaults.
 *
 * @since 0.1.0
 */
public final class PiliSimulatorBuilder {

	/**
	 * Default access key of the default account.
	 */
	public static final String DEFAULT_ACCESS_KEY = "test-access-key";

	/**
	 * Default secret key of the default account.
	 */
	public static final String DEFAULT_SECRET_KEY = "test-secret-key";

	/**
	 * Default name of the hub of the default account.
	 */
	public static final String DEFAULT_HUB = "test-hub";

	private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

	private String accessKey = DEFAULT_ACCESS_KEY;

	private String secretKey = DEFAULT_SECRET_KEY;

	private List<String> hubs = List.of(DEFAULT_HUB);

	private final List<AccountSettings> furtherAccounts = new ArrayList<>();

	private String zone = "z1";

	private PublishSecurity publishSecurity = PublishSecurity.STATIC;

	private String address = SimulatorServer.LOOPBACK;

	private int port;

	private List<String> allowedHosts = List.of();

	private HostsGeneration hostsGeneration = HostsGeneration.D;

	private BiFunction<Integer, String, StreamHosts> hosts = (number, accessKey) -> StreamHosts.defaults(number);

	private List<String> profiles = List.of();

	private InstantSource clock = InstantSource.system();

	private Duration fopDuration = Duration.ofMillis(500);

	private PublishSecurity hubSecurity = PublishSecurity.EXPIRY_SK;

	private @Nullable String hubKey;

	private V2Responses v2Responses = V2Responses.defaults();

	private List<String> pipelines = List.of();

	private boolean batchCall = true;

	private @Nullable FileMaker fileMaker;

	private PushListener pushListener = (stream) -> {
	};

	PiliSimulatorBuilder() {
	}

	/**
	 * Set the keys of the default account.
	 * @param accessKey the access key: printable ASCII without spaces or colons
	 * @param secretKey the secret key, not blank
	 * @return this builder
	 * @throws IllegalArgumentException if a key is not valid
	 */
	public PiliSimulatorBuilder credentials(String accessKey, String secretKey) {
		AccountKeys.check(accessKey, secretKey);
		this.accessKey = accessKey;
		this.secretKey = secretKey;
		return this;
	}

	/**
	 * Set the hubs of the default account. The first one is the default hub.
	 * @param hubs the names of the hubs, made of letters, digits, {@code _} and {@code -}
	 * @return this builder
	 * @throws IllegalArgumentException if there is none or a name is not valid
	 */
	public PiliSimulatorBuilder hubs(String... hubs) {
		this.hubs = requireHubs(hubs);
		return this;
	}

	/**
	 * Add an account with its own keys and hubs. Its hubs may have the same names as
	 * those of another account.
	 * @param accessKey the access key, unique among the accounts: printable ASCII without
	 * spaces or colons
	 * @param secretKey the secret key, not blank
	 * @param hubs the names of the hubs, made of letters, digits, {@code _} and
	 * {@code -}, the default one first
	 * @return this builder
	 * @throws IllegalArgumentException if a key is not valid, there is no hub, or a name
	 * is not valid
	 */
	public PiliSimulatorBuilder account(String accessKey, String secretKey, String... hubs) {
		AccountKeys.check(accessKey, secretKey);
		this.furtherAccounts.add(new AccountSettings(accessKey, secretKey, requireHubs(hubs)));
		return this;
	}

	private static List<String> requireHubs(String... hubs) {
		List<String> names = List.copyOf(new LinkedHashSet<>(List.of(hubs)));
		if (names.isEmpty() || !areNames(names)) {
			throw new IllegalArgumentException("'hubs' must be one or more of [A-Za-z0-9_-]: " + names);
		}
		return names;
	}

	private static boolean areNames(List<String> names) {
		return names.stream().allMatch((name) -> NAME.matcher(name).matches());
	}

	/**
	 * Return the hubs of each account.
	 * @return the names of the hubs by access key, the default account first
	 * @throws IllegalArgumentException if two accounts have the same access key
	 */
	public Map<String, List<String>> hubsByAccessKey() {
		Map<String, List<String>> hubs = new LinkedHashMap<>();
		for (AccountSettings account : accounts()) {
			if (hubs.putIfAbsent(account.accessKey(), account.hubs()) != null) {
				throw new IllegalArgumentException(
						"'accessKey' must not be that of another account: '%s'".formatted(account.accessKey()));
			}
		}
		return hubs;
	}

	private List<AccountSettings> accounts() {
		List<AccountSettings> accounts = new ArrayList<>();
		accounts.add(new AccountSettings(this.accessKey, this.secretKey, this.hubs));
		accounts.addAll(this.furtherAccounts);
		return accounts;
	}

	/**
	 * Set the zone, which is the first part of the ids of streams and file operations.
	 * The default is {@code z1}.
	 * @param zone the name of the zone, made of letters, digits, {@code _} and {@code -}
	 * @return this builder
	 * @throws IllegalArgumentException if the name is not valid
	 */
	public PiliSimulatorBuilder zone(String zone) {
		if (!NAME.matcher(zone).matches()) {
			throw new IllegalArgumentException("'zone' must be made of [A-Za-z0-9_-]: '%s'".formatted(zone));
		}
		this.zone = zone;
		return this;
	}

	/**
	 * Set the publish security of streams that are created by version 1 without one. The
	 * default is {@code static}. Streams of version 2 have that of their hub:
	 * {@link SimulatedHub#setPublishSecurity}.
	 * @param publishSecurity {@code static}, {@code dynamic}, {@code expiry},
	 * {@code expiry_sk} or {@code none}
	 * @return this builder
	 * @throws IllegalArgumentException if there is no such security
	 */
	public PiliSimulatorBuilder publishSecurity(String publishSecurity) {
		this.publishSecurity = PublishSecurity.require(publishSecurity);
		return this;
	}

	/**
	 * Set the address to listen on. The default is the loopback address, so that no other
	 * machine can connect. With any other address, requests that are not signed may name
	 * the simulator by an address, or by a name without a dot, as containers have.
	 * @param address the address, such as {@code 0.0.0.0} for all addresses
	 * @return this builder
	 * @throws IllegalArgumentException if it is not an address
	 */
	public PiliSimulatorBuilder address(String address) {
		if (!address.equals("localhost") && !ADDRESS.matcher(address).matches()) {
			throw new IllegalArgumentException("'address' must be an IP address: '%s'".formatted(address));
		}
		this.address = address;
		return this;
	}

	/**
	 * Set names of the simulator that requests may use even if they are not signed, in
	 * addition to those of this machine. Other names are rejected because a web page can
	 * make them lead here.
	 * @param allowedHosts the names, without a port
	 * @return this builder
	 * @throws IllegalArgumentException if a name is not valid
	 */
	public PiliSimulatorBuilder allowedHosts(String... allowedHosts) {
		List<String> names = List.of(allowedHosts);
		if (!names.stream().allMatch(AllowedHosts::isName)) {
			throw new IllegalArgumentException("'allowedHosts' must be names of hosts without a port: " + names);
		}
		this.allowedHosts = names;
		return this;
	}

	/**
	 * Set the port.
	 * @param port the port, or 0 for a free one
	 * @return this builder
	 * @throws IllegalArgumentException if there is no such port
	 */
	public PiliSimulatorBuilder port(int port) {
		if (port < 0 || port > 65535) {
			throw new IllegalArgumentException("'port' must be between 0 and 65535: " + port);
		}
		this.port = port;
		return this;
	}

	/**
	 * Set the format in which responses contain the hosts of streams.
	 * @param hostsGeneration the generation of the format
	 * @return this builder
	 */
	public PiliSimulatorBuilder hostsGeneration(HostsGeneration hostsGeneration) {
		this.hostsGeneration = Objects.requireNonNull(hostsGeneration, "'hostsGeneration' must not be null");
		return this;
	}

	/**
	 * Set the hosts of all streams. If accounts share hosts, the names of their hubs must
	 * differ to publish to them.
	 * @param hosts the hosts
	 * @return this builder
	 */
	public PiliSimulatorBuilder hosts(StreamHosts hosts) {
		Objects.requireNonNull(hosts, "'hosts' must not be null");
		return hosts(() -> hosts);
	}

	/**
	 * Set a supplier of the hosts of all streams. It is called whenever the hosts are
	 * needed, for servers whose ports are only known later.
	 * @param hosts supplies the hosts
	 * @return this builder
	 */
	public PiliSimulatorBuilder hosts(Supplier<StreamHosts> hosts) {
		Objects.requireNonNull(hosts, "'hosts' must not be null");
		return hosts((accessKey) -> hosts.get());
	}

	/**
	 * Set a function that returns the hosts of the streams of an account. It is called
	 * whenever the hosts are needed. The publish host of a URL determines the account, so
	 * accounts with hubs of the same name need different publish hosts. By default, the
	 * default account has {@link StreamHosts#defaults()}, the second one has
	 * {@code publish.account-2.pili.test}, and so on.
	 * @param hosts returns the hosts for the access key that an account is created with
	 * @return this builder
	 */
	public PiliSimulatorBuilder hosts(Function<String, StreamHosts> hosts) {
		Objects.requireNonNull(hosts, "'hosts' must not be null");
		this.hosts = (number, accessKey) -> hosts.apply(accessKey);
		return this;
	}

	/**
	 * Set the transcoding profiles that streams are created with. Version 2 can replace
	 * those of a stream by any of these, {@code 480p}, {@code 720p} and watermarks.
	 * @param profiles the names of the profiles, for example {@code 480p}, made of
	 * letters, digits, {@code _} and {@code -}
	 * @return this builder
	 * @throws IllegalArgumentException if a name is not valid
	 */
	public PiliSimulatorBuilder profiles(String... profiles) {
		List<String> names = List.of(profiles);
		if (!areNames(names)) {
			throw new IllegalArgumentException("'profiles' must be made of [A-Za-z0-9_-]: " + names);
		}
		this.profiles = names;
		return this;
	}

	/**
	 * Set the clock for streams, segments and file operations.
	 * @param clock the clock
	 * @return this builder
	 */
	public PiliSimulatorBuilder clock(InstantSource clock) {
		this.clock = Objects.requireNonNull(clock, "'clock' must not be null");
		return this;
	}

	/**
	 * Set the duration of file operations, half of which they spend waiting.
	 * @param fopDuration the duration, or zero to complete immediately
	 * @return this builder
	 * @throws IllegalArgumentException if the duration is negative
	 */
	public PiliSimulatorBuilder fopDuration(Duration fopDuration) {
		if (fopDuration.isNegative()) {
			throw new IllegalArgumentException("'fopDuration' must not be negative: " + fopDuration);
		}
		this.fopDuration = fopDuration;
		return this;
	}

	/**
	 * Set how publish URLs are authorized by hubs, for streams of version 2. The default
	 * is {@code expiry_sk}, with a key that is generated for each hub.
	 * @param publishSecurity {@code none}, {@code static}, {@code expiry},
	 * {@code expiry_sk} or {@code dynamic}
	 * @param publishKey the publish key of all hubs, not blank, or {@code null} to
	 * generate one for each
	 * @return this builder
	 * @throws IllegalArgumentException if there is no such security, or the key is blank
	 */
	public PiliSimulatorBuilder hubSecurity(String publishSecurity, @Nullable String publishKey) {
		if (publishKey != null && publishKey.isBlank()) {
			throw new IllegalArgumentException("'publishKey' must not be blank");
		}
		this.hubSecurity = PublishSecurity.require(publishSecurity);
		this.hubKey = publishKey;
		return this;
	}

	/**
	 * Set what version 2 of the API answers where PILI has answered differently over the
	 * years.
	 * @param v2Responses the responses
	 * @return this builder
	 */
	public PiliSimulatorBuilder v2Responses(V2Responses v2Responses) {
		this.v2Responses = Objects.requireNonNull(v2Responses, "'v2Responses' must not be null");
		return this;
	}

	/**
	 * Set the queues of file operations that there are. Version 2 rejects any other. By
	 * default, it takes any name.
	 * @param pipelines the names of the queues, or none for any
	 * @return this builder
	 * @throws IllegalArgumentException if a name is blank
	 */
	public PiliSimulatorBuilder pipelines(String... pipelines) {
		if (List.of(pipelines).stream().anyMatch(String::isBlank)) {
			throw new IllegalArgumentException("'pipelines' must not be blank: " + List.of(pipelines));
		}
		this.pipelines = List.of(pipelines);
		return this;
	}

	/**
	 * Set whether the batch status call of version 1 is available. The default is
	 * {@code true}.
	 * @param batchCall whether the call is available
	 * @return this builder
	 */
	public PiliSimulatorBuilder batchCall(boolean batchCall) {
		this.batchCall = batchCall;
		return this;
	}

	/**
	 * Set the file maker for file operations, which then take as long as it takes to make
	 * their files.
	 * @param fileMaker the file maker
	 * @return this builder
	 */
	public PiliSimulatorBuilder fileMaker(FileMaker fileMaker) {
		this.fileMaker = Objects.requireNonNull(fileMaker, "'fileMaker' must not be null");
		return this;
	}

	/**
	 * Set the listener to notify when pushes end.
	 * @param pushListener the listener
	 * @return this builder
	 */
	public PiliSimulatorBuilder pushListener(PushListener pushListener) {
		this.pushListener = Objects.requireNonNull(pushListener, "'pushListener' must not be null");
		return this;
	}

	/**
	 * Start a simulator.
	 * @return the simulator, to be closed by the caller
	 * @throws IllegalArgumentException if two accounts have the same access key
	 * @throws UncheckedIOException if the simulator cannot listen on its port
	 */
	public PiliSimulator start() {
		return new PiliSimulator(new SimulatorSettings(accounts(), this.zone, this.publishSecurity, this.address,
				this.port, AllowedHosts.of(this.allowedHosts, !AllowedHosts.isLoopback(this.address)),
				this.hostsGeneration, this.hosts, this.profiles, this.clock, this.fopDuration, this.hubSecurity,
				this.hubKey, this.v2Responses, this.pipelines, this.batchCall, this.fileMaker, this.pushListener));
	}

}
