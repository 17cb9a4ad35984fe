package dev.limbeck.sample.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A person's name. */
@Embeddable
public record PersonName(
    @Column(name = "first_name", nullable = false, length = 80) String first,
    @Column(name = "last_name", nullable = false, length = 80) String last) {

  @Override
  public String toString() {
    return first + " " + last;
  }
}
