/** Entities that use what mappings can say. */
@NullMarked
package dev.limbeck.scanner.entity;

import org.jspecify.annotations.NullMarked;
