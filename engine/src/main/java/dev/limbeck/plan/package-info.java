/**
 * From what a revision recorded to what a database is told: units of work, and operations that fit
 * the schema before them.
 */
@NullMarked
package dev.limbeck.plan;

import org.jspecify.annotations.NullMarked;
