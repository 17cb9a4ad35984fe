package dev.limbeck.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows share their values with others; rows with nulls share nothing. */
final class SharedValues {
  private SharedValues() {}

  /**
   * The condition, as SQL.
   *
   * @param table the table, as SQL
   * @param values the values, as SQL
   * @param where which rows count; null for all
   */
  static String condition(String table, List<String> values, @Nullable String where) {
    List<String> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String value : values) {
      names.add("k" + names.size());
      columns.add(value + " AS " + names.get(names.size() - 1));
    }
    return (where == null ? "" : "(" + where + ") AND ")
        + "("
        + String.join(", ", values)
        + ") IN (SELECT "
        + String.join(", ", names)
        + " FROM (SELECT "
        + String.join(", ", columns)
        + " FROM "
        + table
        + (where == null ? "" : " WHERE " + where)
        + ") limbeck_keys GROUP BY "
        + String.join(", ", names)
        + " HAVING count(*) > 1)";
  }
}
