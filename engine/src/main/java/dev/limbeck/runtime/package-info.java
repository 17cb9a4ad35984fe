/** Applying revisions to a live database. */
@NullMarked
package dev.limbeck.runtime;

import org.jspecify.annotations.NullMarked;
