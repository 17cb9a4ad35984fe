/** Every fact of a database's catalog is changed in turn, and the check says so. */
@NullMarked
package dev.limbeck.mutation;

import org.jspecify.annotations.NullMarked;
