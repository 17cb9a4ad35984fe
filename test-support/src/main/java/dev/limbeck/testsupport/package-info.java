/** Real databases for tests: each test gets a fresh one. */
@NullMarked
package dev.limbeck.testsupport;

import org.jspecify.annotations.NullMarked;
