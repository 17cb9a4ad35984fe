package dev.limbeck.testsupport.facts;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is true of a schema.
 *
 * @param schema empty where the database has none
 * @param object the table, sequence or type that it is about
 * @param text what is true, without a name that a constraint or an index has
 * @param name the name of the constraint or index; null where there is none
 */
public record Fact(Kind kind, String schema, String object, String text, @Nullable String name) {

  /** What a fact is about. */
  public enum Kind {
    SCHEMA,
    TABLE,
    COLUMN,
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    EXCLUDE,
    INDEX,
    SEQUENCE,
    /** The counter's value in a table that stands for a sequence. */
    SEQUENCE_ROW,
    COMMENT,
    ENUM,
    COMPOSITE_TYPE,
    DOMAIN,
    CAST,
    VIEW,
    TRIGGER;

    /**
     * Whether its facts are about something that a table's definition may name or leave to the
     * database to name.
     */
    boolean isConstraint() {
      return this == PRIMARY_KEY
          || this == UNIQUE
          || this == FOREIGN_KEY
          || this == CHECK
          || this == EXCLUDE;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public Fact {
    requireNonNull(kind, "kind");
    requireNonNull(schema, "schema");
    requireNonNull(object, "object");
    requireNonNull(text, "text");
  }

  Fact(Kind kind, String schema, String object, String text) {
    this(kind, schema, object, text, null);
  }

  Fact withoutName() {
    return new Fact(kind, schema, object, text, null);
  }

  /** As a line: {@code foreign key public.loan: (member_id) -> … [fk_loan_member]}. */
  public String line() {
    StringBuilder line = new StringBuilder(kind.word()).append(' ');
    if (!schema.isEmpty()) {
      line.append(schema).append('.');
    }
    line.append(object);
    if (!text.isEmpty()) {
      line.append(": ").append(text);
    }
    if (name != null) {
      line.append(" [").append(name).append(']');
    }
    return line.toString();
  }
}
