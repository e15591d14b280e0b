/**
 * The hub over a JSON API.
 */
@NullMarked
package io.pilispring.sample.api;

import org.jspecify.annotations.NullMarked;
