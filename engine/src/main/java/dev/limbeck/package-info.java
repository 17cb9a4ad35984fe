/** Errors, and what every other package of the engine stands on. */
@NullMarked
package dev.limbeck;

import org.jspecify.annotations.NullMarked;
