/** What a revision class is written against. */
@NullMarked
package dev.limbeck.migration;

import org.jspecify.annotations.NullMarked;
