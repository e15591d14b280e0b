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

package io.pilispring.v1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes answers that PILI should not give, from those that it gives.
 */
final class HostileJson {

	static final List<String> ANSWERS = List.of(Streams.JSON,
			"{\"marker\":\"10\",\"end\":false,\"items\":[" + Streams.JSON + ",{\"id\":\"z1.test-hub.b\"},null]}",
			"""
					{"status":"connected","addr":"1.2.3.4:5","startFrom":"2015-08-22T12:54:13+08:00","bytesPerSecond":128.5,
					"framesPerSecond":{"audio":1,"video":2.5,"data":3},"reqId":"r","hub":"h","stream":"s"}""",
			"""
					{"items":[{"streamId":"z1.test-hub.a","status":"connected","updatedAt":"2015-08-22T04:54:13Z",
					"bytesPerSecond":1,"framesPerSecond":{"audio":1}},{"streamId":"z1.test-hub.b"}]}""",
			"[{\"start\":1,\"end\":3},{\"start\":4,\"end\":6}]", "{\"segments\":[{\"start\":1,\"end\":3}]}",
			"{\"start\":0,\"end\":9,\"duration\":4.5,\"segments\":[{\"start\":1,\"end\":3}]}",
			"{\"url\":\"http://a/b.m3u8\",\"targetUrl\":\"http://a/b.mp4\",\"persistentId\":\"z1.1\"}",
			"""
					{"id":"z1.1","code":3,"desc":"d","inputKey":"k","inputBucket":"b","pipeline":"p","reqid":"r",
					"creationDate":"2015-08-22T04:54:13.539Z","type":"t","items":[{"cmd":"c","code":3,"desc":"d","error":"e",
					"hash":"h","key":"k","keys":["a","b"],"returnOld":1}]}""",
			"{\"error\":401001,\"message\":\"bad\"}",
			"{\"error\":\"bad\",\"key\":\"x\",\"errno\":401001,\"reqid\":\"r\"}");

	private static final List<String> VALUES = List.of("null", "true", "false", "0", "-0", "-1", "1.5", "1e999999999",
			"-1e999999999", "1e-999999999", "9".repeat(400), "-" + "9".repeat(400), "0." + "9".repeat(400),
			"9".repeat(2000), "9223372036854775807", "-9223372036854775808", "9223372036854775808", "2147483648",
			"31556889864403199", "31556889864403200", "\"\"", "\" \"", "\"\\n\"", "\"\\u0000\"", "\"a\\r\\nb: c\"",
			"\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\\ufeff\"", "\"流😀\"", "\"NaN\"", "\"Infinity\"",
			"\"1e999999999\"", "\"12\"", "\"0000-00-00T00:00:00.000Z\"", "\"9999-99-99T99:99:99.999Z\"",
			"\"+999999999-12-31T23:59:59.999999999-18:00\"", "\"-999999999-01-01T00:00:00+18:00\"", "\"a/../b\"",
			"\"a.b.c\"", "\"...\"", "\"static\"", "\"expiry\"", "\"expiry_sk\"", "\"none\"", "\"connected\"",
			"\"" + "x".repeat(5000) + "\"", "[]", "{}", "[null]", "[[]]", "{\"a\":1}", "[{\"id\":\"a.b.c\"}]",
			nested("[", "]", 50), nested("{\"a\":", "}", 50), nested("[", "]", 5000), nested("{\"id\":", "}", 5000),
			"[" + "0,".repeat(5000) + "0]");

	private final Random random;

	HostileJson(Random random) {
		this.random = random;
	}

	private static String nested(String open, String close, int depth) {
		return open.repeat(depth) + "1" + close.repeat(depth);
	}

	byte[] answer() {
		return switch (this.random.nextInt(12)) {
			case 0 -> bytes(this.random.nextInt(60));
			case 1 -> damaged(JsonMapper.shared().readTree(pick(ANSWERS)).toString());
			case 2 -> damaged(value());
			case 3 -> page();
			default -> mutated().getBytes(StandardCharsets.UTF_8);
		};
	}

	/**
	 * Return an answer of which some values are others, and some fields missing, twice or
	 * in another place.
	 */
	String mutated() {
		StringBuilder json = new StringBuilder();
		write(JsonMapper.shared().readTree(pick(ANSWERS)), json, 1 + this.random.nextInt(20));
		return json.toString();
	}

	private void write(JsonNode node, StringBuilder json, int rarity) {
		if (this.random.nextInt(rarity + 3) == 0) {
			json.append(value());
		}
		else if (node.isObject()) {
			json.append('{');
			for (Map.Entry<String, JsonNode> field : node.properties()) {
				int times = switch (this.random.nextInt(20)) {
					case 0 -> 0;
					case 1 -> 2;
					default -> 1;
				};
				for (int i = 0; i < times; i++) {
					json.append((json.charAt(json.length() - 1) != '{') ? "," : "");
					json.append('"').append(field.getKey()).append("\":");
					write(field.getValue(), json, rarity);
				}
			}
			json.append('}');
		}
		else if (node.isArray()) {
			json.append('[');
			for (int i = 0; i < node.size(); i++) {
				json.append((i > 0) ? "," : "");
				write(node.get(i), json, rarity);
			}
			json.append(']');
		}
		else {
			json.append(node);
		}
	}

	private String value() {
		return (this.random.nextInt(8) == 0) ? JsonMapper.shared().readTree(pick(ANSWERS)).toString() : pick(VALUES);
	}

	private String pick(List<String> texts) {
		return texts.get(this.random.nextInt(texts.size()));
	}

	private byte[] damaged(String json) {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		int at = this.random.nextInt(bytes.length);
		return switch (this.random.nextInt(9)) {
			case 0 -> Arrays.copyOf(bytes, at);
			case 1 -> joined(bytes, bytes(1 + this.random.nextInt(9)));
			case 2 -> joined(new byte[] { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF }, bytes);
			case 3 -> json.getBytes(StandardCharsets.UTF_16);
			case 4 -> gzip(bytes);
			case 5 -> inserted(bytes, at, 0xFF, 0xC0, 0x80);
			case 6 -> inserted(bytes, at, 0xED, 0xA0, 0x80);
			case 7 -> inserted(bytes, at, 0xF0, 0x9F);
			default -> inserted(bytes, at, this.random.nextInt(256));
		};
	}

	private byte[] page() {
		String start = pick(List.of("", " ", "\r\n", "<html>\r\n<h1>502 Bad Gateway</h1>\r\n", "<!DOCTYPE html>",
				"<?xml version=\"1.0\"?>", "no such thing", "\u001B[31mred", "\u202E", "流😀", "-", "NaN", "undefined",
				"callback({});", "\u0000"));
		return (start + "x ".repeat(this.random.nextInt(2000))).getBytes(StandardCharsets.UTF_8);
	}

	private byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return bytes;
	}

	private static byte[] inserted(byte[] bytes, int at, int... values) {
		byte[] middle = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			middle[i] = (byte) values[i];
		}
		return joined(joined(Arrays.copyOf(bytes, at), middle), Arrays.copyOfRange(bytes, at, bytes.length));
	}

	private static byte[] joined(byte[] first, byte[] second) {
		byte[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

	static byte[] gzip(byte[] bytes) {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(output)) {
			gzip.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return output.toByteArray();
	}

}
