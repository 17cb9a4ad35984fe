package dev.limbeck.testing.random;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The rows that a change has to keep, as the database shows them. */
public final class Kept {
  private Kept() {}

  /**
   * The rows of the tables that stay, under the names that these have before: their values in the
   * columns that stay.
   *
   * @param there true for the values that are there again after the way back, as they are then;
   *     false for those that are the same on both sides, as they are afterwards
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
      List<Told> columns = new ArrayList<>();
      TypeLineage types = models.lineage().types();
      for (Column column : table.columns()) {
        Identifier moved = models.lineage().after(table.name(), column.name());
        Column other = moved == null ? null : after.column(moved);
        if (other != null && isKept(dialect, types, column, other, there)) {
          columns.add(later ? column(other) : column(column, types, there));
        }
      }
      rows.put(
          table.name().toString(),
          read(dialect, connection, later ? after.name() : table.name(), columns));
    }
    return rows;
  }

  /** A column, and how its values are told. */
  private record Told(Identifier name, UnaryOperator<String> as) {}

  private static Told column(Column column) {
    return new Told(column.name(), value -> told(column.type(), value));
  }

  private static Told column(Column column, TypeLineage types, boolean there) {
    return new Told(
        column.name(),
        value ->
            told(
                column.type(),
                there ? types.there(column.type(), value) : types.after(column.type(), value)));
  }

  /** Arrays of labels always in the same quotes. */
  private static String told(ColumnType type, String value) {
    return Labels.typeOf(type) == null || !(type instanceof ArrayType)
        ? plain(value)
        : Labels.changed(type, value, UnaryOperator.identity());
  }

  private static boolean isKept(
      Dialect dialect, TypeLineage types, Column from, Column to, boolean there) {
    if (from.generation() instanceof Generation.Computed
        || to.generation() instanceof Generation.Computed) {
      return false;
    }
    boolean same =
        dialect
            .types()
            .canonical(types.after(from.type()))
            .equals(dialect.types().canonical(to.type()));
    return same || there && Values.common(from.type(), to.type()) != null;
  }

  private static List<String> read(
      Dialect dialect, Connection connection, QualifiedName table, List<Told> columns)
      throws SQLException {
    String list =
        columns.isEmpty()
            ? "1"
            : columns.stream().map(c -> Sql.name(c.name())).collect(Collectors.joining(", "));
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT " + list + " FROM " + dialect.identifiers().render(table))) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
          String value = result.getString(i + 1);
          row.add(value == null ? "null" : columns.get(i).as().apply(value));
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
