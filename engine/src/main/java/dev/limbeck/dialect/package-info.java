/** What a database has to say for itself: names, types, statements, catalog, locks. */
@NullMarked
package dev.limbeck.dialect;

import org.jspecify.annotations.NullMarked;
