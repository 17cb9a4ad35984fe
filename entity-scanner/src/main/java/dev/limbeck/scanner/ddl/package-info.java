/** Reads the pieces of DDL that mappings hold as text, by their tokens. */
@NullMarked
package dev.limbeck.scanner.ddl;

import org.jspecify.annotations.NullMarked;
