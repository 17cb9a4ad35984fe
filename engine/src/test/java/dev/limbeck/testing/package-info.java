/** What several tests of the engine need. */
@NullMarked
package dev.limbeck.testing;

import org.jspecify.annotations.NullMarked;
