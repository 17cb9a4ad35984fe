/** SQLite: its stored DDL, its types, its table rebuild, its file lock. */
@NullMarked
package dev.limbeck.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
