package dev.limbeck.runtime;

import static java.util.stream.Collectors.joining;

import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.CheckCondition.AtLeast;
import dev.limbeck.model.CheckCondition.Between;
import dev.limbeck.model.CheckCondition.OneOf;
import dev.limbeck.model.CheckCondition.OneOfNumbers;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.sql.SqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows that hold values which a change takes away, value by value, in one query for a
 * change.
 */
record RefusedValues(Connection connection, IdentifierRules identifiers) {
  private static final int MOST = 10;

  /**
   * The rows that hold labels which go and for which nobody said what they get.
   *
   * @param holders where the labels are
   * @return "3 rows hold GOLD in member.tier", or null where there are none
   */
  @Nullable String of(AlterEnumType change, List<LabelHolder> holders) throws SQLException {
    List<String> labels = change.refusing();
    List<String> queries = new ArrayList<>();
    for (LabelHolder each : holders) {
      queries.add(query(each.column(), each.array(), labels));
    }
    return labels.isEmpty() || queries.isEmpty() ? null : read(String.join(" UNION ALL ", queries));
  }

  private String query(EnumColumn column, boolean array, List<String> labels) {
    String value = array ? "held.label" : identifiers.render(column.column());
    String text = "CAST(" + value + " AS text)";
    String rows = identifiers.render(column.table());
    return query(
        column.toString(),
        text,
        array
            ? rows
                + " CROSS JOIN unnest("
                + identifiers.render(column.table())
                + "."
                + identifiers.render(column.column())
                + ") AS held(label)"
            : rows,
        text + " IN " + texts(labels));
  }

  /**
   * The rows that a check refuses which is of a column's values.
   *
   * @param column what the column is called now
   * @return as above; null too for a check in SQL
   */
  @Nullable String of(AlterCheck change, QualifiedName table, Identifier column)
      throws SQLException {
    String allowed = allowed(change.to(), identifiers.render(column), change);
    return allowed == null
        ? null
        : read(
            query(
                table + "." + column,
                "CAST(" + identifiers.render(column) + " AS text)",
                identifiers.render(table),
                "NOT (" + allowed + ")"));
  }

  private static @Nullable String allowed(
      CheckCondition condition, String column, AlterCheck change) {
    List<String> remapped = List.copyOf(change.remaps().keySet());
    String numbers = remapped.isEmpty() ? "" : " OR " + column + " IN " + numbers(remapped);
    if (condition instanceof OneOf list) {
      List<String> values = new ArrayList<>(list.values());
      values.addAll(remapped);
      return column + " IN " + texts(values);
    }
    if (condition instanceof OneOfNumbers list) {
      return column
          + " IN "
          + numbers(list.values().stream().map(String::valueOf).toList())
          + numbers;
    }
    if (condition instanceof Between range) {
      return column + " BETWEEN " + range.least() + " AND " + range.most() + numbers;
    }
    return condition instanceof AtLeast bound ? column + " >= " + bound.least() + numbers : null;
  }

  private static String texts(List<String> values) {
    return values.stream().map(SqlText::literal).collect(joining(", ", "(", ")"));
  }

  private static String numbers(List<String> values) {
    return values.stream().collect(joining(", ", "(", ")"));
  }

  private static String query(String place, String value, String rows, String where) {
    return "SELECT "
        + SqlText.literal(place)
        + " AS place, "
        + value
        + " AS held, count(*) AS holders FROM "
        + rows
        + " WHERE "
        + where
        + " GROUP BY "
        + value;
  }

  private @Nullable String read(String query) throws SQLException {
    List<String> found = new ArrayList<>();
    int all = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query + " ORDER BY 1, 2")) {
      while (rows.next()) {
        all++;
        if (all <= MOST) {
          long holders = rows.getLong("holders");
          found.add(
              holders
                  + (holders == 1 ? " row holds " : " rows hold ")
                  + rows.getString("held")
                  + " in "
                  + rows.getString("place"));
        }
      }
    }
    if (all > MOST) {
      found.add((all - MOST) + " more values");
    }
    return found.isEmpty() ? null : String.join(", ", found) + ".";
  }
}
