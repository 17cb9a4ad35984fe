/** An entity that Hibernate cannot map on SQLite. */
@NullMarked
package dev.limbeck.scanner.json;

import org.jspecify.annotations.NullMarked;
