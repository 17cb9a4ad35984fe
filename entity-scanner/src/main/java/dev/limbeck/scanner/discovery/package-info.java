/** Finds managed classes, mapping files and settings on a class path, without loading a class. */
@NullMarked
package dev.limbeck.scanner.discovery;

import org.jspecify.annotations.NullMarked;
