/**
 * How long the inner parts of Limbeck take, and the small programs of the side-by-side benchmark.
 */
@NullMarked
package dev.limbeck.benchmarks;

import org.jspecify.annotations.NullMarked;
