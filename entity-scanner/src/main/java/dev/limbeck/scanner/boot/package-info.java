/**
 * The part of the scanner that links with Hibernate. It is loaded once more in the class loader of
 * each scan; the rest of the scanner knows it only as a {@link
 * dev.limbeck.scanner.bridge.SchemaBoot}.
 */
@NullMarked
package dev.limbeck.scanner.boot;

import org.jspecify.annotations.NullMarked;
