/**
 * The graph of revisions: which there are, how they are named, what a command runs, and what that
 * does to the rows of the version table. Nothing in here talks to a database or reads a file.
 */
@NullMarked
package dev.limbeck.graph;

import org.jspecify.annotations.NullMarked;
