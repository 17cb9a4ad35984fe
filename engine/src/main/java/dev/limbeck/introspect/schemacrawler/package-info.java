/** Reading a database with SchemaCrawler, an optional dependency. */
@NullMarked
package dev.limbeck.introspect.schemacrawler;

import org.jspecify.annotations.NullMarked;
