package dev.limbeck.scanner.json;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An embeddable kept as XML, which SQLite cannot keep. */
@Entity
public class Letter {
  @Id private Long id;

  @JdbcTypeCode(SqlTypes.SQLXML)
  private Content content;

  /** Its parts, one of them with a check of Hibernate's. */
  @Embeddable
  public static class Content {
    private int pages;

    @Enumerated(EnumType.STRING)
    private Thread.State state;
  }
}
