/**
 * From entities and database to a drafted revision, and the ports that other modules implement for
 * it.
 */
@NullMarked
package dev.limbeck.autogenerate;

import org.jspecify.annotations.NullMarked;
