/** Revisions for the tests of class path scanning. */
@NullMarked
package dev.limbeck.source.sample;

import org.jspecify.annotations.NullMarked;
