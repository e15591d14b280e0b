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

package io.pilispring.integration;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests for connections that are cut at every byte, with version 1 of the API.
 */
@ParameterizedClass
@CsvSource({ "http-components, 1, V1", "jetty, 29, V1", "reactor, 29, V1", "jdk, 29, V1", "simple, 29, V1" })
class FaultAtEveryByteTests extends AbstractFaultAtEveryByteTests {

}
