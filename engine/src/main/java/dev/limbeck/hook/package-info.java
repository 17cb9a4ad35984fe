/** What an application says itself about comparing and writing revisions, in Java. */
@NullMarked
package dev.limbeck.hook;

import org.jspecify.annotations.NullMarked;
