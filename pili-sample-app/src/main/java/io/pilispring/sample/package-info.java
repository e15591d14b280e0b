/**
 * A web application that uses the starter.
 */
@NullMarked
package io.pilispring.sample;

import org.jspecify.annotations.NullMarked;
