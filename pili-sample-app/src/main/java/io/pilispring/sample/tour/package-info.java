/**
 * A tour of the starter on the console.
 */
@NullMarked
package io.pilispring.sample.tour;

import org.jspecify.annotations.NullMarked;
