package dev.limbeck.runtime;

import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.model.Column;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as they will be at a point of a revision, in terms of what is there before
 * it: what the table is called now, and what the value of each column will be.
 */
final class TableRows {
  private final @Nullable QualifiedName now;
  private final List<Identifier> key;
  private final Map<Identifier, String> values = new HashMap<>();
  private final Map<Identifier, Identifier> names = new HashMap<>();
  private final Map<Identifier, String> converted = new HashMap<>();
  private boolean asItIs = true;

  private TableRows(@Nullable QualifiedName now, List<Identifier> key) {
    this.now = now;
    this.key = List.copyOf(key);
  }

  /** A table that is there. */
  static TableRows of(Table table, IdentifierRules identifiers) {
    List<Identifier> key =
        table.constraints().stream()
            .filter(PrimaryKey.class::isInstance)
            .findFirst()
            .map(constraint -> constraint.columns())
            .orElse(List.of());
    TableRows rows = new TableRows(table.name(), key);
    for (Column column : table.columns()) {
      rows.values.put(column.name(), identifiers.render(column.name()));
      rows.names.put(column.name(), column.name());
    }
    return rows;
  }

  /** A table that is only to come, and has no rows. */
  static TableRows none() {
    return new TableRows(null, List.of());
  }

  /** What the table is called now; null where it is only to come. */
  @Nullable QualifiedName now() {
    return now;
  }

  List<Identifier> key() {
    return key;
  }

  /** What the value of a column will be, as SQL; null where nobody can tell. */
  @Nullable String value(Identifier column) {
    return values.get(column);
  }

  /** Sets what the value of a column will be; null where nobody can tell. */
  void value(Identifier column, @Nullable String sql) {
    asItIs = false;
    names.remove(column);
    converted.remove(column);
    if (sql == null) {
      values.remove(column);
    } else {
      values.put(column, sql);
    }
  }

  /** Says what a column of another type will hold, as SQL of that type. */
  void convert(Identifier column, String sql) {
    converted.put(column, sql);
  }

  /** What a column that gets another type will hold, as SQL of that type; null for others. */
  @Nullable String converted(Identifier column) {
    return converted.get(column);
  }

  /** What a column is called now; null where it is not there, or holds something else. */
  @Nullable Identifier nameNow(Identifier column) {
    return names.get(column);
  }

  void rename(Identifier from, Identifier to) {
    Identifier name = names.get(from);
    String other = converted.get(from);
    value(to, values.get(from));
    value(from, null);
    if (name != null) {
      names.put(to, name);
    }
    if (other != null) {
      converted.put(to, other);
    }
  }

  /** True where names and values are those of now, so that SQL means what it will mean. */
  boolean asItIs() {
    return asItIs;
  }

  /** What a column will hold, as SQL of the type that it will have; null where nobody can tell. */
  @Nullable String held(Identifier column) {
    String other = converted.get(column);
    return other == null ? values.get(column) : other;
  }

  /** What the columns will hold; empty where that is not known of one. */
  List<String> held(List<Identifier> columns) {
    List<String> values = new ArrayList<>();
    for (Identifier column : columns) {
      String value = held(column);
      if (value == null) {
        return List.of();
      }
      values.add(value);
    }
    return values;
  }
}
