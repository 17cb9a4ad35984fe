/** Mappings of every kind that Hibernate knows, beside those of the sample application. */
@NullMarked
package dev.limbeck.sample.range;

import org.jspecify.annotations.NullMarked;
