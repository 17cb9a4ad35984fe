/** What entities want, kept by the content of what it was read from. */
@NullMarked
package dev.limbeck.scanner.cache;

import org.jspecify.annotations.NullMarked;
