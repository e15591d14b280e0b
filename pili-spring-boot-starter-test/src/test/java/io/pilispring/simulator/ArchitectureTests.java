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

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AnalyzeClasses(packages = "io.pilispring.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String CORE = "io.pilispring.simulator";

	@ArchTest
	void coreKnowsNeitherSpringNorJUnitNorTheClient(JavaClasses types) {
		ArchRule rule = ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(CORE)
			.should()
			.dependOnClassesThat(
					DescribedPredicate.describe("Spring, JUnit or the client", ArchitectureTests::isForeign));
		rule.check(types);
	}

	@ArchTest
	void wiringKnowsOfTheClientOnlyDetailsAndCredentials(JavaClasses types) {
		ArchRule rule = ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(CORE + "..")
			.should()
			.dependOnClassesThat(DescribedPredicate.describe("the client",
					(type) -> isClient(type)
							&& !type.getFullName().equals("io.pilispring.autoconfigure.PiliConnectionDetails")
							&& !type.getFullName().equals("io.pilispring.autoconfigure.PiliCredentialsProvider")
							&& !type.getFullName().equals("io.pilispring.autoconfigure.PiliProperties")
							&& !type.getFullName().equals("io.pilispring.autoconfigure.PiliProperties$Hub")
							&& !type.getFullName().equals("io.pilispring.autoconfigure.ApiVersion")
							&& !type.getFullName().equals("io.pilispring.autoconfigure.HubProperties")
							&& !type.getFullName().equals("io.pilispring.signing.PiliCredentials")));
		rule.check(types);
	}

	@ArchTest
	void onlyTheWiringUsesSpring(JavaClasses types) {
		ArchRule rule = ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(CORE + ".autoconfigure")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..");
		rule.check(types);
	}

	@ArchTest
	void onlyTheExtensionUsesJUnit(JavaClasses types) {
		ArchRule rule = ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(CORE + ".junit")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.junit..");
		rule.check(types);
	}

	@ArchTest
	void versionsDoNotKnowEachOther(JavaClasses types) {
		for (String version : List.of("V1", "V2")) {
			String other = (version.equals("V1")) ? "V2" : "V1";
			ArchRuleDefinition.noClasses()
				.that()
				.haveSimpleNameStartingWith(version)
				.should()
				.dependOnClassesThat()
				.haveSimpleNameStartingWith(other)
				.check(types);
			ArchRuleDefinition.noClasses()
				.that(DescribedPredicate.describe("neither assemble the simulator nor belong to a version",
						ArchitectureTests::isShared))
				.should()
				.dependOnClassesThat(DescribedPredicate.describe("calls of a version",
						(type) -> type.getSimpleName().startsWith(version)
								&& !type.getSimpleName().equals("V2Responses")))
				.check(types);
		}
	}

	private static boolean isShared(JavaClass type) {
		String name = type.getFullName();
		return type.getPackageName().equals(CORE) && !name.startsWith(CORE + ".V1") && !name.startsWith(CORE + ".V2")
				&& !name.equals(CORE + ".PiliSimulator");
	}

	@ArchTest
	void packagesAreFreeOfTangles(JavaClasses types) {
		ArchRule rule = SlicesRuleDefinition.slices().matching(CORE + ".(*)..").should().beFreeOfCycles();
		rule.check(types);
	}

	@ArchTest
	void packagesAreNullMarked(JavaClasses types) {
		ArchRule rule = ArchRuleDefinition.classes()
			.that()
			.haveSimpleName("package-info")
			.should()
			.beAnnotatedWith(NullMarked.class);
		rule.check(types);
	}

	@ArchTest
	void autoConfigurationsArePublicAndFinal(JavaClasses types) {
		ArchRule rule = ArchRuleDefinition.classes()
			.that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL);
		rule.check(types);
	}

	@ArchTest
	void beanMethodsArePackagePrivate(JavaClasses types) {
		ArchRule rule = ArchRuleDefinition.methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate();
		rule.check(types);
	}

	private static boolean isForeign(JavaClass type) {
		return type.getPackageName().startsWith("org.springframework") || type.getPackageName().startsWith("org.junit")
				|| isClient(type);
	}

	private static boolean isClient(JavaClass type) {
		return type.getPackageName().startsWith("io.pilispring") && !type.getPackageName().startsWith(CORE);
	}

	@ArchTest
	void onlyTheContainerAndItsWiringUseTestcontainers(JavaClasses types) {
		ArchRule rule = ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages(CORE + ".testcontainers", CORE + ".autoconfigure")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.testcontainers..");
		rule.check(types);
	}

}
