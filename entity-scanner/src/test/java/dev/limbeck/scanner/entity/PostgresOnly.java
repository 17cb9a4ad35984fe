package dev.limbeck.scanner.entity;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.View;
import org.hibernate.type.SqlTypes;

/** What Hibernate creates on PostgreSQL, but not on SQLite. */
public final class PostgresOnly {
  private PostgresOnly() {}

  /** In a schema of its own, with an enumerated type of the database. */
  @Entity(name = "Elsewhere")
  @Table(
      name = "elsewhere",
      schema = "other",
      indexes = @Index(name = "ix_partial", columnList = "label", options = "where label <> 'x'"),
      check = @CheckConstraint(constraint = "label is not null"))
  public static class Elsewhere {
    @Id
    @GeneratedValue(generator = "elsewhere_numbers")
    @SequenceGenerator(
        name = "elsewhere_numbers",
        schema = "other",
        initialValue = -5,
        allocationSize = 1)
    private Long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    private Everything.Colour named;

    private String label;

    @GeneratedColumn("length(label)")
    private int computed;

    @Collate("C")
    private String collated;

    @Column(columnDefinition = "text collate \"POSIX\"")
    private String defined;

    @ManyToOne
    @JoinColumn(name = "parent_id", options = "")
    private Elsewhere parent;
  }

  /** A view, not a table. */
  @Entity(name = "Seen")
  @Table(name = "seen")
  @View(query = "select id, label from other.elsewhere")
  public static class Seen {
    @Id private Long id;
    private String label;
  }
}
