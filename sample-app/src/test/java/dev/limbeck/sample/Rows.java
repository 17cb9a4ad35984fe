package dev.limbeck.sample;

import dev.limbeck.sample.EveryEntity.Persisting;
import dev.limbeck.sample.EveryEntity.Sample;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.Fact;
import dev.limbeck.testsupport.facts.Fact.Kind;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a database, as text; a number counts by value.
 *
 * @param tables the rows of each table, each with its value by column
 */
record Rows(Map<String, List<Map<String, String>>> tables) {

  /** Writes at least one row into every table of the sample. */
  static void fill(TestDatabase database) {
    try (EntityManagerFactory entities =
        LibraryDatabase.entityManagerFactory(database.dataSource())) {
      SessionFactory factory = entities.unwrap(SessionFactory.class);
      Persisting persisting =
          new Persisting() {
            @Override
            public <D> D persisted(D dependency) {
              factory.inTransaction(session -> session.persist(dependency));
              return dependency;
            }
          };
      for (Sample<?> sample : new EveryEntity().samples()) {
        persisting.persisted(sample.create().apply(persisting));
      }
    }
  }

  /** Reads all tables but Limbeck's own and those that are a sequence's stead on SQLite. */
  static Rows of(TestDatabase database) {
    Map<String, List<Map<String, String>>> tables = new TreeMap<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (Fact table : LimbeckProject.facts(database).facts()) {
        if (table.kind() == Kind.TABLE) {
          String sql = "select * from \"" + table.object() + '"';
          try (ResultSet results = statement.executeQuery(sql)) {
            if (!results.getMetaData().getColumnName(1).equals("next_val")) {
              tables.put(table.object(), read(results));
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Rows(tables);
  }

  private static List<Map<String, String>> read(ResultSet results) throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    while (results.next()) {
      Map<String, String> row = new TreeMap<>();
      for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
        String column = results.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
        row.put(column, text(results.getObject(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String text(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (value instanceof BigDecimal || value instanceof Double) {
      return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }
    return String.valueOf(value);
  }

  /** The rows without tables and columns that the other does not have; as lines, sorted. */
  Map<String, List<String>> sharedWith(Rows other) {
    Map<String, List<String>> shared = new TreeMap<>();
    tables.forEach(
        (table, rows) -> {
          List<Map<String, String>> others = other.tables.get(table);
          if (others != null) {
            Set<String> columns = others.isEmpty() ? Set.of() : others.get(0).keySet();
            shared.put(table, rows.stream().map(row -> line(row, columns)).sorted().toList());
          }
        });
    return shared;
  }

  private static String line(Map<String, String> row, Set<String> columns) {
    Map<String, String> kept = new TreeMap<>(row);
    kept.keySet().retainAll(new TreeSet<>(columns));
    return kept.toString();
  }
}
