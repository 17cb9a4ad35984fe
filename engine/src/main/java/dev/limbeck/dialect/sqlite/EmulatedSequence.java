package dev.limbeck.dialect.sqlite;

import java.util.List;

/**
 * A sequence in the form in which Hibernate emulates one: a table {@code (next_val bigint)} whose
 * only row holds the next number.
 */
final class EmulatedSequence {
  private static final String COLUMN = "next_val";

  private EmulatedSequence() {}

  /** True where a table has exactly this form. */
  static boolean isOne(StoredTable table) {
    if (table.columns().size() != 1
        || !table.constraints().isEmpty()
        || table.strict()
        || table.withoutRowid()) {
      return false;
    }
    StoredTable.Column column = table.columns().get(0);
    return column.name().text().equalsIgnoreCase(COLUMN)
        && column.type().equalsIgnoreCase("bigint")
        && !column.notNull()
        && column.defaultValue() == null
        && column.generation() == null
        && column.collation() == null;
  }

  /** What creates one under a name, as it stands in SQL. */
  static List<String> create(String name, long start) {
    return List.of(
        "CREATE TABLE " + name + " (" + COLUMN + " bigint)",
        "INSERT INTO " + name + " (" + COLUMN + ") VALUES (" + start + ")");
  }
}
