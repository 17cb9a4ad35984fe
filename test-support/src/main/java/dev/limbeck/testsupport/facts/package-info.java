/**
 * What a database holds, read without any class of Limbeck.
 *
 * <p>Tests that compared a schema only through Limbeck's own introspector would share its blind
 * spots; these facts come straight from {@code pg_catalog}, or from {@code sqlite_schema} and
 * pragmas.
 */
@NullMarked
package dev.limbeck.testsupport.facts;

import org.jspecify.annotations.NullMarked;
