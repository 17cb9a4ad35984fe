/** JSON as a value: read strictly, written compactly. */
@NullMarked
package dev.limbeck.json;

import org.jspecify.annotations.NullMarked;
