/** PostgreSQL. Reached through {@link dev.limbeck.dialect.Dialects}; not API. */
@NullMarked
package dev.limbeck.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
