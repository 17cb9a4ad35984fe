/**
 * What passes between the scanner and the part of it that links with Hibernate and therefore lives
 * in another class loader.
 */
@NullMarked
package dev.limbeck.scanner.bridge;

import org.jspecify.annotations.NullMarked;
