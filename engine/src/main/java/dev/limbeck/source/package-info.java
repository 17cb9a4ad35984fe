/** Where revisions come from: a source directory or the class path. */
@NullMarked
package dev.limbeck.source;

import org.jspecify.annotations.NullMarked;
