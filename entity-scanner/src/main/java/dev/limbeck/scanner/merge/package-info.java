/** Makes one neutral model of the schemas that the entities have under several dialects. */
@NullMarked
package dev.limbeck.scanner.merge;

import org.jspecify.annotations.NullMarked;
