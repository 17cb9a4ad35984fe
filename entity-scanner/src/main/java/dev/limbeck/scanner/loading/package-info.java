/** The class loader that keeps the user's class path and its Hibernate apart from Limbeck. */
@NullMarked
package dev.limbeck.scanner.loading;

import org.jspecify.annotations.NullMarked;
