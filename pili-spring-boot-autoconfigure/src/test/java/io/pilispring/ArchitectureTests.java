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

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.pilispring.autoconfigure.HubProperties;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The layout of the wiring, as rules.
 */
@AnalyzeClasses(packages = "io.pilispring.autoconfigure", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule onlyVersionOneConfigurationKnowsVersionOne = noClasses().that()
		.resideOutsideOfPackage("io.pilispring.autoconfigure.v1..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.pilispring.v1..");

	// Except for the property that has one of its types
	@ArchTest
	static final ArchRule onlyVersionTwoConfigurationKnowsVersionTwo = noClasses().that()
		.resideOutsideOfPackages("io.pilispring.autoconfigure.v2..", "io.pilispring.autoconfigure.callback..")
		.and()
		.doNotHaveFullyQualifiedName("io.pilispring.autoconfigure.PlaySecurityProperties")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.pilispring.v2..");

	@ArchTest
	static final ArchRule onlyReceiversOfRequestsKnowServlets = noClasses().that()
		.resideOutsideOfPackages("io.pilispring.autoconfigure.notification", "io.pilispring.autoconfigure.callback",
				"io.pilispring.autoconfigure.webhook")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("jakarta.servlet..", "org.springframework.web.servlet..",
				"org.springframework.web.reactive..");

	@ArchTest
	static final ArchRule onlyTheStoreKnowsJdbc = noClasses().that()
		.resideOutsideOfPackage("io.pilispring.autoconfigure.store")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("javax.sql..", "io.pilispring.jdbc", "org.springframework.jdbc..",
				"org.springframework.transaction..", "org.springframework.boot.jdbc..");

	@ArchTest
	static final ArchRule onlyTheMakerOfCredentialsReadsTheSecretKey = noClasses().that()
		.doNotHaveFullyQualifiedName("io.pilispring.autoconfigure.hubs.PropertiesCredentials")
		.and()
		.doNotHaveFullyQualifiedName("io.pilispring.autoconfigure.hubs.HubSettings")
		.should()
		.callMethod(HubProperties.class, "getSecretKey");

	@ArchTest
	static final ArchRule internalsOfTheClientAreItsOwn = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("io.pilispring.internal..");

	@ArchTest
	static final ArchRule packagesDependInOneDirection = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("base")
		.definedBy("io.pilispring.autoconfigure")
		.layer("hubs")
		.definedBy("io.pilispring.autoconfigure.hubs")
		.layer("http")
		.definedBy("io.pilispring.autoconfigure.http")
		.layer("monitor")
		.definedBy("io.pilispring.autoconfigure.monitor")
		.layer("versions")
		.definedBy("io.pilispring.autoconfigure.v1", "io.pilispring.autoconfigure.v2")
		.layer("readers")
		.definedBy("io.pilispring.autoconfigure.health", "io.pilispring.autoconfigure.metrics",
				"io.pilispring.autoconfigure.actuate")
		.layer("receivers")
		.definedBy("io.pilispring.autoconfigure.notification", "io.pilispring.autoconfigure.callback")
		.layer("webhook")
		.definedBy("io.pilispring.autoconfigure.webhook")
		.layer("store")
		.definedBy("io.pilispring.autoconfigure.store")
		.whereLayer("store")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("readers")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("receivers")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("webhook")
		.mayOnlyBeAccessedByLayers("receivers")
		.whereLayer("versions")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("monitor")
		.mayOnlyBeAccessedByLayers("versions", "readers", "receivers", "store")
		.whereLayer("http")
		.mayOnlyBeAccessedByLayers("versions", "receivers", "readers")
		.whereLayer("hubs")
		.mayOnlyBeAccessedByLayers("http", "versions", "monitor", "receivers");

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("io.pilispring.autoconfigure.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule packagesAreNullMarked = classes().should(new ArchCondition<>("be in a null-marked package") {

		@Override
		public void check(JavaClass item, ConditionEvents events) {
			boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
			events.add(new SimpleConditionEvent(item, marked, item.getFullName()));
		}

	});

	@ArchTest
	static final ArchRule autoConfigurationsArePublicAndFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL)
		.andShould()
		.haveSimpleNameEndingWith("AutoConfiguration");

	@ArchTest
	static final ArchRule beanMethodsArePackagePrivate = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule beansAreNamedAfterPili = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.haveNameStartingWith("pili");

	@ArchTest
	static final ArchRule conditionsOnClassesAreNotOnBeanMethods = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.notBeAnnotatedWith(ConditionalOnClass.class);

	@ArchTest
	static final ArchRule missingBeanConditionsDoNotRepeatTheBeanType = methods().that()
		.areAnnotatedWith(ConditionalOnMissingBean.class)
		.should(new ArchCondition<>("not repeat the type of the bean in @ConditionalOnMissingBean") {

			@Override
			public void check(JavaMethod item, ConditionEvents events) {
				Class<?>[] types = item.getAnnotationOfType(ConditionalOnMissingBean.class).value();
				boolean repeats = types.length == 1 && types[0].getName().equals(item.getRawReturnType().getFullName());
				events.add(new SimpleConditionEvent(item, !repeats, item.getFullName()));
			}

		});

}
