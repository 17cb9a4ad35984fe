/** Reads JPA entities into a database model. */
@NullMarked
package dev.limbeck.scanner;

import org.jspecify.annotations.NullMarked;
