/** Reading a live database into a model. */
@NullMarked
package dev.limbeck.introspect;

import org.jspecify.annotations.NullMarked;
