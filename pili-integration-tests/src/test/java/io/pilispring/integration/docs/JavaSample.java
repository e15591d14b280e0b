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

package io.pilispring.integration.docs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pilispring.integration.docs.MarkdownPage.Fence;

/**
 * A block of Java as it stands in the documentation, completed to a class of its own: it
 * is a whole type, members of one, or statements.
 *
 * @param packageName the package
 * @param typeName the name of the type
 * @param kind what the block is
 * @param code the block
 */
record JavaSample(String packageName, String typeName, Kind kind, String code) {

	private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([a-z.]+);$");

	private static final Pattern TYPE = Pattern
		.compile("(?m)^(?:@.*\\n)*(?:public |final |sealed )*(?:class|interface|record|enum) (\\w+)");

	private static final Pattern MEMBER = Pattern.compile("(?m)^(?:@\\w|(?:public |static )?[\\w<>]+ \\w+\\(.*\\{$)");

	// Two versions have types of the same names
	private static final List<String> IMPORTS_OF_VERSIONS = List.of("import io.pilispring.v1.*;",
			"import io.pilispring.v2.*;\nimport io.pilispring.v2.statistics.*;\nimport io.pilispring.v2.callback.*;",
			"import io.pilispring.simulator.*;\nimport io.pilispring.v1.PiliHub;\nimport io.pilispring.v2.LiveHub;");

	private static final String IMPORTS = """
			import java.time.*;
			import java.util.*;
			import java.util.function.*;
			import java.util.stream.*;
			import com.github.tomakehurst.wiremock.WireMockServer;
			import com.github.tomakehurst.wiremock.http.Fault;
			import io.pilispring.*;
			import io.pilispring.fop.*;
			import io.pilispring.monitor.*;
			import io.pilispring.signing.*;
			import io.pilispring.transport.*;
			import io.pilispring.url.*;
			import io.pilispring.autoconfigure.*;
			import io.pilispring.autoconfigure.http.*;
			import io.pilispring.simulator.media.*;
			import io.pilispring.simulator.PiliSimulator;
			import io.pilispring.simulator.Push;
			import io.pilispring.simulator.SimulatedFault;
			import io.pilispring.simulator.SimulatedStream;
			import io.pilispring.simulator.autoconfigure.*;
			import org.junit.jupiter.api.*;
			import org.slf4j.Logger;
			import reactor.core.publisher.Mono;
			import reactor.core.scheduler.Schedulers;
			import org.slf4j.LoggerFactory;
			import org.springframework.beans.factory.annotation.*;
			import org.springframework.boot.*;
			import org.springframework.boot.autoconfigure.SpringBootApplication;
			import org.springframework.boot.test.context.SpringBootTest;
			import org.springframework.context.annotation.*;
			import org.springframework.context.event.EventListener;
			import org.springframework.http.*;
			import org.springframework.scheduling.annotation.Async;
			import org.springframework.stereotype.*;
			import org.springframework.web.bind.annotation.*;
			import static com.github.tomakehurst.wiremock.client.WireMock.*;
			import static org.assertj.core.api.Assertions.*;
			""";

	static JavaSample of(Fence fence, String packageName, int number) {
		String code = fence.code();
		Matcher ownPackage = PACKAGE.matcher(code);
		Matcher type = TYPE.matcher(code);
		if (type.find()) {
			return new JavaSample((ownPackage.find()) ? ownPackage.group(1) : packageName, type.group(1), Kind.TYPE,
					code);
		}
		Kind kind = (MEMBER.matcher(code).lookingAt()) ? Kind.MEMBERS : Kind.STATEMENTS;
		return new JavaSample(packageName, "Sample" + number, kind, code);
	}

	/**
	 * Return an application that tests in a package belong to.
	 * @param packageName the package
	 * @return the application
	 */
	static JavaSample application(String packageName) {
		return new JavaSample(packageName, "SampleApplication", Kind.TYPE,
				"@SpringBootApplication\nclass SampleApplication {\n}\n");
	}

	String className() {
		return this.packageName + "." + this.typeName;
	}

	/**
	 * Return the sources to try in turn.
	 * @return the sources of the type, with the imports of either version
	 */
	List<String> sources() {
		return IMPORTS_OF_VERSIONS.stream().map(this::source).toList();
	}

	private String source(String imports) {
		String head = "package " + this.packageName + ";\n" + IMPORTS + imports + "\n";
		return switch (this.kind) {
			case TYPE -> head + PACKAGE.matcher(this.code).replaceFirst("");
			case MEMBERS -> head + "@Component\nclass " + this.typeName
					+ " {\nprivate static final Logger log = LoggerFactory.getLogger(\"sample\");\n" + this.code
					+ "}\n";
			case STATEMENTS ->
				head + "public class " + this.typeName + " extends io.pilispring.integration.docs.SampleScope"
						+ ((!imports.contains("v1.*")) ? ".OfVersionTwo" : ".OfVersionOne")
						+ " {\npublic void run() throws Exception {\n" + this.code + "}\n}\n";
		};
	}

	/**
	 * What a block is.
	 */
	enum Kind {

		TYPE, MEMBERS, STATEMENTS

	}

}
