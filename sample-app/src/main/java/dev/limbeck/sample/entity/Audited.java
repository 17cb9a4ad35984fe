package dev.limbeck.sample.entity;

import static java.time.temporal.ChronoUnit.MILLIS;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * The columns of every row that people edit: since when it exists, and a version that catches lost
 * updates.
 */
@MappedSuperclass
public abstract class Audited {

  @Column(
      name = "created_at",
      nullable = false,
      updatable = false,
      comment = "when the row was first written")
  private Instant createdAt = Instant.EPOCH;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt = Instant.EPOCH;

  @Version private int version;

  /** To the millisecond, which is what every supported database keeps. */
  @PrePersist
  void created() {
    createdAt = Instant.now().truncatedTo(MILLIS);
    updatedAt = createdAt;
  }

  @PreUpdate
  void updated() {
    updatedAt = Instant.now().truncatedTo(MILLIS);
  }
}
