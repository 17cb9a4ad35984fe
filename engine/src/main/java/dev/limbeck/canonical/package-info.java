/**
 * The canonical form of what a revision does: versioned JSON, kept in the history of a database and
 * read by every later version of Limbeck.
 */
@NullMarked
package dev.limbeck.canonical;

import org.jspecify.annotations.NullMarked;
