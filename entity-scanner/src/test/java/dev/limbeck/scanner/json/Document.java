package dev.limbeck.scanner.json;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Has an embeddable in one JSON column. */
@Entity
public class Document {
  @Id private Long id;

  @JdbcTypeCode(SqlTypes.JSON)
  private Parts parts;

  /** Kept in one JSON column. */
  @Embeddable
  public record Parts(@Column(nullable = false) String first, int second) {}
}
