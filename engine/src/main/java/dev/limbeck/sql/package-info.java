/** A tokenizer for SQL text and what can be said of SQL by its tokens alone, without a grammar. */
@NullMarked
package dev.limbeck.sql;

import org.jspecify.annotations.NullMarked;
