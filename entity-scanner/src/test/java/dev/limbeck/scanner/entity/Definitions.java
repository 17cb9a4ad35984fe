package dev.limbeck.scanner.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.GeneratedColumn;

/** What mappings say in SQL beside types. */
public final class Definitions {
  private Definitions() {}

  /** Definitions and options with constraints. */
  @Entity(name = "Defined")
  public static class Defined {
    @Id private Long id;

    @Column(options = "default 4")
    private Integer defaulted;

    @Column(options = "check (checked > 0)")
    private Integer checked;

    @Column(options = "not null")
    private Integer required;

    @Column(columnDefinition = "bigint references Defined (id) on delete cascade")
    private Long refers;

    @Column(columnDefinition = "bigint references Defined")
    private Long refersToKey;

    @Column(
        columnDefinition =
            "varchar(9) constraint nn not null constraint ck_named check (named <> '')")
    private String named;

    @Column(columnDefinition = "varchar(10) constraint uq_unique_too unique")
    private String uniqueToo;

    @ManyToOne
    @JoinColumn(options = "default 4")
    private Defined other;
  }

  /** A sequence with options, which Hibernate writes behind its table on SQLite as well. */
  @Entity(name = "Counted")
  public static class Counted {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bounded")
    @SequenceGenerator(
        name = "bounded",
        sequenceName = "bounded_seq",
        allocationSize = 7,
        options = "cache 20 minvalue -3 maxvalue 1000 cycle")
    private Long id;

    private int amount;

    @GeneratedColumn("amount * 2")
    private int doubled;
  }

  /** What is not understood, and told. */
  @Entity(name = "NotUnderstood")
  @Table(indexes = @Index(name = "ix_lower", columnList = "lower(word)"))
  public static class NotUnderstood {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "small")
    @SequenceGenerator(name = "small", sequenceName = "small_seq", options = "as smallint")
    private Integer id;

    private String word;

    @Column(columnDefinition = "int primary key")
    private Integer second;

    @Column(columnDefinition = "timestamp default current_timestamp on update current_timestamp")
    private java.time.LocalDateTime changed;
  }
}
