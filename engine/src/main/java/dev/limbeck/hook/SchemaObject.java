package dev.limbeck.hook;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Check;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Unique;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object of a schema by its name: what filters and hooks decide about.
 *
 * @param kind what it is
 * @param schema the schema that it is in, or null for the default one and for a schema
 * @param table the table that it is a part of, or null
 * @param name its own name; for a constraint or index that nobody named, the convention's
 */
public record SchemaObject(
    Kind kind, @Nullable Identifier schema, @Nullable Identifier table, Identifier name) {
  public SchemaObject {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
  }

  /** What an object can be. */
  public enum Kind {
    SCHEMA("schema"),
    TABLE("table"),
    COLUMN("column"),
    PRIMARY_KEY("primary-key"),
    UNIQUE("unique"),
    FOREIGN_KEY("foreign-key"),
    CHECK("check"),
    INDEX("index"),
    SEQUENCE("sequence"),
    TYPE("type");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The kind as patterns spell it. */
    public String text() {
      return text;
    }

    /** True for what belongs to a table. */
    public boolean isPart() {
      return switch (this) {
        case COLUMN, PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, INDEX -> true;
        case SCHEMA, TABLE, SEQUENCE, TYPE -> false;
      };
    }

    /** The kind of a constraint. */
    public static Kind of(Constraint constraint) {
      return constraint.accept(
          new Constraint.Visitor<>() {
            @Override
            public Kind primaryKey(PrimaryKey key) {
              return PRIMARY_KEY;
            }

            @Override
            public Kind unique(Unique unique) {
              return UNIQUE;
            }

            @Override
            public Kind foreignKey(ForeignKey key) {
              return FOREIGN_KEY;
            }

            @Override
            public Kind check(Check check) {
              return CHECK;
            }
          });
    }
  }

  /** A schema. */
  public static SchemaObject schema(Identifier name) {
    return new SchemaObject(Kind.SCHEMA, null, null, name);
  }

  /** A table, sequence or type. */
  public static SchemaObject of(Kind kind, QualifiedName name) {
    return new SchemaObject(kind, name.schema(), null, name.name());
  }

  /** A column, constraint or index. */
  public static SchemaObject part(Kind kind, QualifiedName table, Identifier name) {
    return new SchemaObject(kind, table.schema(), table.name(), name);
  }

  /** As people read it: {@code index orders.ix_orders_placed}. */
  @Override
  public String toString() {
    return kind.text()
        + " "
        + (schema == null ? "" : schema + ".")
        + (table == null ? "" : table + ".")
        + name;
  }

  /** Spelled out, as {@link #hashCode}: see {@link dev.limbeck.model.QualifiedName#equals}. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof SchemaObject other
        && kind == other.kind
        && Objects.equals(schema, other.schema)
        && Objects.equals(table, other.table)
        && name.equals(other.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, schema, table, name);
  }
}
