/** Revisions for the tests of class path scanning. */
@NullMarked
package dev.limbeck.source.sample.deep;

import org.jspecify.annotations.NullMarked;
