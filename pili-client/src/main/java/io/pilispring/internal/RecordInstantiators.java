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

package io.pilispring.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleValueInstantiators;

/**
 * Creates records with a method handle that takes all arguments in an array, where
 * Jackson would create such a handle again for each record.
 */
@SuppressWarnings("serial")
final class RecordInstantiators extends SimpleValueInstantiators {

	@Override
	public ValueInstantiator modifyValueInstantiator(DeserializationConfig config, BeanDescription.Supplier description,
			ValueInstantiator instantiator) {
		return (description.getBeanClass().isRecord() && instantiator instanceof StdValueInstantiator standard
				&& standard.getWithArgsCreator() != null
				&& standard.getWithArgsCreator().getAnnotated() instanceof Constructor<?> constructor)
						? new RecordInstantiator(standard, constructor) : instantiator;
	}

	private static final class RecordInstantiator extends StdValueInstantiator {

		private static final MethodType FROM_ARRAY = MethodType.methodType(Object.class, Object[].class);

		private final MethodHandle constructor;

		private RecordInstantiator(StdValueInstantiator source, Constructor<?> constructor) {
			super(source);
			this.constructor = spreading(constructor);
		}

		private static MethodHandle spreading(Constructor<?> constructor) {
			try {
				constructor.setAccessible(true);
				return MethodHandles.lookup()
					.unreflectConstructor(constructor)
					.asSpreader(Object[].class, constructor.getParameterCount())
					.asType(FROM_ARRAY);
			}
			catch (IllegalAccessException ex) {
				throw new IllegalStateException("Cannot create " + constructor.getDeclaringClass(), ex);
			}
		}

		@Override
		public Object createFromObjectWith(DeserializationContext context, Object[] arguments) throws JacksonException {
			try {
				return this.constructor.invokeExact(arguments);
			}
			catch (Error ex) {
				throw ex;
			}
			catch (Throwable ex) {
				return context.handleInstantiationProblem(_valueClass, arguments, rewrapCtorProblem(context, ex));
			}
		}

	}

}
