package dev.limbeck.sample.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalTime;

/** From when to when a branch is open on a day. */
@Embeddable
public record OpeningHours(
    @Column(nullable = false) LocalTime opens, @Column(nullable = false) LocalTime closes) {}
