package dev.limbeck.sample.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A postal address. */
@Embeddable
public record Address(
    @Column(length = 200) String street,
    @Column(name = "postal_code", length = 12) String postalCode,
    @Column(length = 100) String city) {}
