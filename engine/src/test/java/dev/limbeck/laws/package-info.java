/** The laws that hold for every schema and its successor, on every database. */
@NullMarked
package dev.limbeck.laws;

import org.jspecify.annotations.NullMarked;
