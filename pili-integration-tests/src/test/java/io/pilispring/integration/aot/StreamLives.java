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

package io.pilispring.integration.aot;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.springframework.aot.agent.RecordedInvocation;
import org.springframework.aot.agent.RecordedInvocationsPublisher;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.io.support.SpringFactoriesLoader;

import io.pilispring.fop.FopCode;
import io.pilispring.signing.PiliCredentials;
import io.pilispring.simulator.PiliSimulator;
import io.pilispring.transport.PiliTransport;
import io.pilispring.url.PublishSecurity;
import io.pilispring.v1.PiliHub;
import io.pilispring.v1.PiliStream;
import io.pilispring.v2.DomainType;
import io.pilispring.v2.LiveHub;
import io.pilispring.v2.LiveStream;
import io.pilispring.v2.PiliAccount;
import io.pilispring.v2.UrlRewriteRule;
import io.pilispring.v2.statistics.TrafficDimension;

/**
 * The life of a stream in both versions of the API, with Spring's agent that records what
 * is reflective. It prints what has no hint.
 */
@SuppressWarnings("removal")
public final class StreamLives {

	private static final Instant START = Instant.ofEpochSecond(1_700_000_000);

	private StreamLives() {
	}

	public static void main(String[] args) {
		Queue<RecordedInvocation> invocations = new ConcurrentLinkedQueue<>();
		RecordedInvocationsPublisher.addListener(invocations::add);
		try (PiliSimulator simulator = PiliSimulator.builder().fopDuration(Duration.ZERO).start();
				PiliTransport transport = PiliTransport.builder()
					.credentials(PiliCredentials.of(simulator.accessKey(), simulator.secretKey()))
					.apiHost(simulator.apiHost())
					.fopApiHost(simulator.apiHost())
					.build()) {
			live(simulator, PiliHub.create(simulator.hub(), transport));
			live(simulator, LiveHub.create(simulator.hub(), transport), PiliAccount.create(transport));
		}
		report(invocations);
	}

	private static void live(PiliSimulator simulator, PiliHub hub) {
		PiliStream stream = hub
			.createStream((create) -> create.title("door").publishKey("key").publishSecurity(PublishSecurity.STATIC));
		require(simulator.publish(stream.rtmpPublishUrl()).accepted());
		require(stream.status().connected());
		require(hub.statuses(List.of(stream.id())).get(stream.id()).connected());
		simulator.stream(stream.id()).record(START, START.plusSeconds(60));
		require(!stream.segments().segments().isEmpty());
		String saved = stream.saveAs((save) -> save.name("a.mp4").format("mp4").start(START).end(START.plusSeconds(60)))
			.persistentId();
		require(hub.fop(saved).code().equals(FopCode.DONE));
		stream.snapshot((snapshot) -> snapshot.name("a.jpg").format("jpg"));
		require(hub.listStreams().items().size() == 1 && hub.getStream(stream.id()).title().equals("door"));
		stream.update((update) -> update.publishKey("other"));
		stream.disable(Instant.now().plusSeconds(600));
		stream.enable();
		stream.delete();
	}

	private static void live(PiliSimulator simulator, LiveHub hub, PiliAccount account) {
		LiveStream stream = hub.createStream("stage");
		require(simulator.publish(stream.rtmpPublishUrl(Duration.ofMinutes(5))).accepted());
		require(stream.liveStatus().isPresent() && hub.liveStatuses(List.of("stage")).size() == 1);
		require(hub.streams().count() == 1 && !stream.info().disabled());
		simulator.defaultHub().stream("stage").record(START, START.plusSeconds(60));
		require(!stream.history().isEmpty());
		require(hub
			.fop(stream.saveAs((save) -> save.name("b.mp4").format("mp4").start(START).end(START.plusSeconds(60)))
				.persistentId())
			.code()
			.equals(FopCode.DONE));
		stream.snapshot((snapshot) -> snapshot.name("b.jpg").format("jpg").time(START.plusSeconds(5)));
		stream.setConverts(List.of("480p"));
		stream.setNropEnabled(true);
		stream.disable();
		stream.enable();
		hub.setPublishSecurity(PublishSecurity.STATIC, "key");
		hub.setPersistence("bucket", 90);
		hub.bindDomain("play.example.com", DomainType.LIVE_HDL);
		hub.setUrlRewriteRules("play.example.com", List.of(new UrlRewriteRule("a", "b")));
		require(hub.domain("play.example.com").urlRewriteRules().size() == 1 && !hub.domains().isEmpty());
		require(hub.info().liveDataExpireDays() == 90 && account.hubs().contains(hub.name()));
		hub.viewers();
		hub.viewerHistory((history) -> {
		});
		LocalDate today = LocalDate.now();
		account.statistics().upflow(TrafficDimension.HUB, (spec) -> spec.between(today, today.plusDays(1)));
	}

	private static void require(boolean is) {
		if (!is) {
			throw new IllegalStateException("Not as expected");
		}
	}

	private static void report(Queue<RecordedInvocation> invocations) {
		RuntimeHints hints = new RuntimeHints();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getName().startsWith("io.pilispring."))
			.forEach((registrar) -> registrar.registerHints(hints, StreamLives.class.getClassLoader()));
		List<RecordedInvocation> own = invocations.stream().filter((call) -> isOfClient(subject(call))).toList();
		Set<String> types = new TreeSet<>();
		own.forEach((call) -> types.add(subject(call)));
		System.out.printf("%d calls on %d types: %s%n", own.size(), types.size(), types);
		own.stream()
			.filter((call) -> !call.matches(hints))
			.map((call) -> "No hint: " + call.getMethodReference() + " on " + subject(call))
			.distinct()
			.forEach(System.out::println);
	}

	private static boolean isOfClient(String name) {
		return name.startsWith("io.pilispring.") && !name.startsWith("io.pilispring.simulator")
				&& !name.startsWith("io.pilispring.integration");
	}

	private static String subject(RecordedInvocation call) {
		Object instance = (call.isStatic()) ? null : call.getInstance();
		if (instance instanceof Class<?> type) {
			return (type.isArray()) ? type.getComponentType().getName() : type.getName();
		}
		if (instance instanceof Field field) {
			return field.getDeclaringClass().getName();
		}
		if (instance instanceof Member member) {
			return member.getDeclaringClass().getName();
		}
		return call.getArguments().stream().map(String::valueOf).findFirst().orElse("");
	}

}
