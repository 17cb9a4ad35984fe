/** The schema of a database as an immutable, dialect-neutral value. */
@NullMarked
package dev.limbeck.model;

import org.jspecify.annotations.NullMarked;
