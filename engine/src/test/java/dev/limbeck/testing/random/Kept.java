package dev.limbeck.testing.random;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The rows that a change has to keep, as the database shows them. */
public final class Kept {
  private Kept() {}

  /**
   * The rows of the tables that stay, under the names that these have before: their values in the
   * columns that stay.
   *
   * @param there true for the values that are there again after the way back, false for those that
   *     are the same on both sides
   * @param now the schema that the database has: the one before, or the one after
   */
  public static Map<String, List<String>> rows(
      Dialect dialect, Connection connection, Succession models, boolean there, DatabaseModel now)
      throws SQLException {
    boolean later = now == models.after();
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Table table : models.before().tables()) {
      QualifiedName name = models.lineage().after(table.name());
      Table after = name == null ? null : models.after().table(name);
      if (after == null) {
        continue;
      }
      List<Identifier> columns = new ArrayList<>();
      for (Column column : table.columns()) {
        Identifier moved = models.lineage().after(table.name(), column.name());
        Column other = moved == null ? null : after.column(moved);
        if (other != null && isKept(dialect, column, other, there)) {
          columns.add(later ? other.name() : column.name());
        }
      }
      rows.put(
          table.name().toString(),
          read(dialect, connection, later ? after.name() : table.name(), columns));
    }
    return rows;
  }

  private static boolean isKept(Dialect dialect, Column from, Column to, boolean there) {
    if (from.generation() instanceof Generation.Computed
        || to.generation() instanceof Generation.Computed) {
      return false;
    }
    boolean same =
        dialect.types().canonical(from.type()).equals(dialect.types().canonical(to.type()));
    return same || there && Values.common(from.type(), to.type()) != null;
  }

  private static List<String> read(
      Dialect dialect, Connection connection, QualifiedName table, List<Identifier> columns)
      throws SQLException {
    String list =
        columns.isEmpty() ? "1" : columns.stream().map(Sql::name).collect(Collectors.joining(", "));
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT " + list + " FROM " + dialect.identifiers().render(table))) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= Math.max(1, columns.size()); i++) {
          row.add(plain(Objects.toString(result.getString(i))));
        }
        rows.add(row.toString());
      }
    }
    rows.sort(null);
    return rows;
  }

  /** Numbers without the zeros that only a type's scale adds. */
  private static String plain(String value) {
    boolean number =
        !value.isEmpty()
            && value.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-');
    if (!number || value.lastIndexOf('-') > 0 || value.indexOf('.') != value.lastIndexOf('.')) {
      return value;
    }
    return new BigDecimal(value).stripTrailingZeros().toPlainString();
  }
}
