/**
 * Finding what has to change: a live database in neutral terms, and the operations from one model
 * to another.
 */
@NullMarked
package dev.limbeck.diff;

import org.jspecify.annotations.NullMarked;
