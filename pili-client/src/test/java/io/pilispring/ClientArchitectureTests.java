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

package io.pilispring;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Timer;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.springframework.core.retry.RetryTemplate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The layout of the client, as rules. That no type of Spring Boot gets in is the POM's
 * rule.
 */
@AnalyzeClasses(packages = "io.pilispring", importOptions = DoNotIncludeTests.class)
class ClientArchitectureTests {

	@ArchTest
	static final ArchRule packagesDependInOneDirection = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("errors")
		.definedBy("io.pilispring")
		.layer("signing")
		.definedBy("io.pilispring.signing")
		.layer("internal")
		.definedBy("io.pilispring.internal")
		.layer("transport")
		.definedBy("io.pilispring.transport")
		.layer("fop")
		.definedBy("io.pilispring.fop")
		.layer("url")
		.definedBy("io.pilispring.url")
		.layer("v1")
		.definedBy("io.pilispring.v1")
		.layer("v2")
		.definedBy("io.pilispring.v2..")
		.layer("monitor")
		.definedBy("io.pilispring.monitor")
		.layer("delivery")
		.definedBy("io.pilispring.delivery")
		.layer("jdbc")
		.definedBy("io.pilispring.jdbc")
		.whereLayer("jdbc")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("delivery")
		.mayOnlyBeAccessedByLayers("fop", "v2", "jdbc")
		.whereLayer("monitor")
		.mayOnlyBeAccessedByLayers("v1", "v2", "jdbc")
		.whereLayer("v1")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("v2")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("url")
		.mayOnlyBeAccessedByLayers("v1", "v2", "jdbc")
		.whereLayer("fop")
		.mayOnlyBeAccessedByLayers("v1", "v2")
		.whereLayer("transport")
		.mayOnlyBeAccessedByLayers("fop", "monitor", "v1", "v2")
		.whereLayer("internal")
		.mayOnlyBeAccessedByLayers("transport", "fop", "monitor", "v1", "v2")
		.whereLayer("signing")
		.mayOnlyBeAccessedByLayers("transport", "fop", "v1", "v2");

	@ArchTest
	static final ArchRule onlyVersionOneKnowsVersionOne = noClasses().that()
		.resideOutsideOfPackage("io.pilispring.v1..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.pilispring.v1..");

	// It is optional
	@ArchTest
	static final ArchRule onlyTheJdbcPackageKnowsJdbc = noClasses().that()
		.resideOutsideOfPackage("io.pilispring.jdbc")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.springframework.dao..",
				"org.springframework.transaction..");

	@ArchTest
	static final ArchRule clientKnowsNoServlets = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("jakarta.servlet..", "org.springframework.web.servlet..");

	@ArchTest
	static final ArchRule signingKnowsTheJdkAlone = classes().that()
		.resideInAPackage("io.pilispring.signing")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("io.pilispring.signing", "java..", "javax.crypto..", "org.jspecify..");

	// Somebody may set it. A date in a response is compared with that of the response
	@ArchTest
	static final ArchRule deadlinesAndPausesDoNotGoByTheWallClock = noClasses().that()
		.resideInAnyPackage("io.pilispring.transport", "io.pilispring.monitor", "io.pilispring.fop",
				"io.pilispring.internal", "io.pilispring.v1", "io.pilispring.jdbc")
		.and()
		.doNotHaveFullyQualifiedName("io.pilispring.transport.RetryAfter")
		.should()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(Instant.class, "now")
		.orShould()
		.dependOnClassesThat()
		.belongToAnyOf(RetryTemplate.class, Clock.class, Date.class, Timer.class);

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("io.pilispring.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule packagesAreNullMarked = classes().should(new ArchCondition<>("be in a null-marked package") {

		@Override
		public void check(JavaClass item, ConditionEvents events) {
			boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
			events.add(new SimpleConditionEvent(item, marked, item.getFullName()));
		}

	});

}
