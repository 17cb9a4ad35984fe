/** Writes revision classes as Java source. */
@NullMarked
package dev.limbeck.codegen;

import org.jspecify.annotations.NullMarked;
