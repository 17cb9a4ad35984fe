package dev.limbeck.sample.entity;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Names a reservation: who waits for what.
 *
 * @param memberId null until the member has its key
 * @param itemId null until the item has its key
 */
@Embeddable
public record ReservationId(@Nullable Long memberId, @Nullable Long itemId) {}
