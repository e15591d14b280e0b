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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the texts of the console.
 */
class MessagesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withConfiguration(AutoConfigurations.of(MessageSourceAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "messages.properties", "messages_zh.properties" })
	void apostrophesAreShownOnceAndLoseNothing(String file) throws Exception {
		Properties messages = load(file);
		Locale locale = (file.contains("_zh")) ? Locale.CHINESE : Locale.ENGLISH;
		this.runner.run((context) -> messages.forEach((key, text) -> {
			String shown = context.getMessage(key.toString(), null, locale);
			assertThat(shown).as("%s", key).isEqualTo(text.toString().replace("''", "'")).doesNotContain("''");
			String withArguments = context.getMessage(key.toString(), new Object[] { "one", "two" }, locale);
			assertThat(withArguments).as("%s", key).isEqualTo(shown.replace("{0}", "one").replace("{1}", "two"));
		}));
	}

	@Test
	void bothLanguagesSayTheSame() throws Exception {
		Properties english = load("messages.properties");
		Properties chinese = load("messages_zh.properties");
		assertThat(chinese.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
		english.forEach((key, text) -> {
			for (String argument : new String[] { "{0}", "{1}" }) {
				assertThat(chinese.get(key).toString().contains(argument)).as("%s in %s", argument, key)
					.isEqualTo(text.toString().contains(argument));
			}
		});
	}

	private static Properties load(String file) throws IOException {
		return PropertiesLoaderUtils
			.loadProperties(new EncodedResource(new ClassPathResource(file), StandardCharsets.UTF_8));
	}

}
