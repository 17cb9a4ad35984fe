package dev.limbeck.sample.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One line of a book's table of contents. */
@Embeddable
public record Chapter(
    @Column(nullable = false, length = 200) String title,
    @Column(name = "first_page", nullable = false) int firstPage) {}
