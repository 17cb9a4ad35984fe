package dev.limbeck.sample.entity;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Names a copy: the item, and which copy of it.
 *
 * @param itemId null until the item has its key
 */
@Embeddable
public record CopyId(@Nullable Long itemId, int number) {}
