package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.ColumnType;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.Types;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresConversionsTest {
  /** Of an extension that the test server lacks. */
  private static final Set<Kind> NOT_ON_THE_SERVER = EnumSet.of(Kind.GEOMETRY, Kind.GEOGRAPHY);

  private final PostgresTypes types = new PostgresTypes(new PostgresIdentifiers());
  private final PostgresConversions conversions = new PostgresConversions(types);

  @Test
  void an_empty_column_changes_from_every_type_to_every_other() throws SQLException {
    List<ColumnType> scalars =
        Stream.of(Kind.values())
            .filter(kind -> !NOT_ON_THE_SERVER.contains(kind))
            .map(Types::scalar)
            .map(types::canonical)
            .distinct()
            .toList();
    List<ColumnType> all =
        Stream.concat(scalars.stream(), scalars.stream().map(Types::array)).toList();
    List<String> refused = new ArrayList<>();
    try (TestDatabase database = TestPostgres.freshDatabase();
        Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (ColumnType from : all) {
        statement.execute("CREATE TEMPORARY TABLE t (c " + types.render(from) + ")");
        for (ColumnType to : all) {
          String conversion = conversions.using("c", from, to);
          try {
            statement.execute("SELECT " + Objects.requireNonNullElse(conversion, "c") + " FROM t");
          } catch (SQLException e) {
            refused.add(from + " to " + to + ": " + e.getMessage());
          }
        }
        statement.execute("DROP TABLE t");
      }
    }
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{1,0}'::bigint[]      | bigint array           | boolean array  | {t,f}",
        "'{t,f}'::boolean[]     | boolean array          | smallint array | {1,0}",
        "'{10,20}'::text[]      | text array             | integer array  | {10,20}",
        "'{2020-01-05}'::date[] | date array             | varchar array  | {2020-01-05}",
        "7                      | integer                | text array     | {7}",
        "true                   | boolean                | bigint array   | {1}",
        "'<a/>'::xml            | xml                    | text           | <a/>",
        "'10.0.0.1'::inet       | inet                   | xml            | 10.0.0.1/32",
      })
  void values_go_over(String value, String from, String to, String result) throws SQLException {
    ColumnType target = types.parse(to);
    String conversion = conversions.using(value, types.parse(from), target);
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      String expression = Objects.requireNonNullElse(conversion, value);
      assertThat(
              database.rows(
                  "SELECT CAST(CAST(" + expression + " AS " + types.render(target) + ") AS text)"))
          .isEqualTo(List.of(List.of(result)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timestamp | 2020-01-02 03:04:05    | timestamp with time zone | 2020-01-02 03:04:05+00",
        "timestamp with time zone | 2020-01-02 03:04:05+02 | timestamp | 2020-01-02 01:04:05",
        "timestamp with time zone | 2020-01-02 01:04:05+02 | date      | 2020-01-01",
        "timestamp with time zone | 2020-01-02 01:04:05+02 | time      | 23:04:05",
        "timestamp with time zone | 2020-01-02 01:04:05+02 | text      | 2020-01-01 23:04:05+00",
        "timestamp with time zone | 2020-01-02 01:04:05+02 | time with time zone | 23:04:05+00",
        "date      | 2020-01-02             | timestamp with time zone | 2020-01-02 00:00:00+00",
        "time      | 01:02:03               | time with time zone      | 01:02:03+00",
        "time with time zone | 01:02:03+02  | time                     | 23:02:03",
      })
  void the_zone_of_the_session_makes_no_difference(
      String from, String value, String to, String result) throws SQLException {
    String conversion =
        Objects.requireNonNull(
            conversions.using(
                "CAST('" + value + "' AS " + from + ")", types.parse(from), types.parse(to)));
    try (TestDatabase database = TestPostgres.freshDatabase();
        Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'America/New_York'");
      statement.execute("CREATE TEMPORARY TABLE t AS SELECT " + conversion + " AS c");
      statement.execute("SET TIME ZONE 'UTC'");
      try (ResultSet row = statement.executeQuery("SELECT CAST(c AS text) FROM t")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo(result);
      }
    }
  }
}
