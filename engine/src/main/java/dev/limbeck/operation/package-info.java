/**
 * The one change language: what a revision does to a schema, as data that inverts, evolves a model
 * and renders to SQL.
 */
@NullMarked
package dev.limbeck.operation;

import org.jspecify.annotations.NullMarked;
