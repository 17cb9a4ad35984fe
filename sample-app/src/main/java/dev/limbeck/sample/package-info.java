/** A small application that keeps its own schema up to date with Limbeck. */
@NullMarked
package dev.limbeck.sample;

import org.jspecify.annotations.NullMarked;
