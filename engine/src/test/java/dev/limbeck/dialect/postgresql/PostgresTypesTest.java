package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.TypeSystem;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.Types;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresTypesTest {

  /** Of an extension that the test server lacks. */
  private static final Set<Kind> NOT_ON_THE_SERVER = EnumSet.of(Kind.GEOMETRY, Kind.GEOGRAPHY);

  private static TestDatabase database;

  private final TypeSystem types = new PostgresTypes(new PostgresIdentifiers());

  @BeforeAll
  static void openDatabase() {
    database = TestPostgres.freshDatabase();
    database.execute("CREATE TYPE mood AS ENUM ('ok')", "CREATE TYPE \"Mood\" AS ENUM ('ok')");
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  static List<ColumnType> samples() {
    List<ColumnType> samples = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kind != Kind.CHAR && kind != Kind.NCHAR) {
        samples.add(Types.scalar(kind));
      }
      if (kind.parameters() == 1) {
        List.of(1, 6, 24, 53).forEach(n -> samples.add(new ScalarType(kind, n, null)));
      }
      if (kind.parameters() == 2) {
        samples.add(new ScalarType(kind, 12, 2));
        samples.add(new ScalarType(kind, 21, 0));
      }
    }
    samples.removeIf(PostgresTypesTest::isBeyondTheServer);
    samples.add(Types.varchar(10_485_760));
    samples.add(Types.varchar(10_485_761));
    List.copyOf(samples).forEach(sample -> samples.add(Types.array(sample)));
    samples.add(Types.array(Types.array(Types.integer())));
    samples.add(Types.named("mood"));
    samples.add(Types.named("`Mood`"));
    samples.add(Types.array(Types.named("`Mood`")));
    samples.add(Types.nativeType("json"));
    samples.add(Types.nativeType("bit varying(3)"));
    samples.add(Types.nativeType("interval"));
    samples.add(Types.nativeType("INTERVAL YEAR TO MONTH"));
    samples.add(Types.nativeType("VARCHAR ( 7 )"));
    samples.add(Types.nativeType("int[]"));
    samples.add(Types.nativeType("\"char\""));
    samples.add(Types.varying(Types.text(), "postgresql", Types.nativeType("tsvector")));
    return samples;
  }

  private static boolean isBeyondTheServer(ColumnType type) {
    return type instanceof ScalarType scalar && NOT_ON_THE_SERVER.contains(scalar.kind());
  }

  @Test
  void the_server_stores_each_type_as_its_canonical_form() {
    List<ColumnType> samples = samples();
    List<String> columns = new ArrayList<>();
    samples.forEach(type -> columns.add("c" + columns.size() + " " + types.render(type)));
    database.execute("CREATE TABLE t (" + String.join(", ", columns) + ")");
    List<ColumnType> stored =
        database
            .rows(
                "SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                    + " WHERE attrelid = 't'::regclass AND attnum > 0 ORDER BY attnum")
            .stream()
            .map(row -> types.parse((String) row.get(0)))
            .toList();
    assertThat(stored).isEqualTo(samples.stream().map(types::canonical).toList());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_canonical_type_is_its_own_canonical_form(ColumnType type) {
    ColumnType canonical = types.canonical(type);
    assertThat(types.canonical(canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          character varying(255)            | varchar(255)
          timestamp(3) without time zone    | timestamp(3)
          timestamp without time zone       | timestamp(6)
          timestamptz                       | timestamp_tz(6)
          double precision                  | double
          float(24)                         | real
          float(25)                         | double
          numeric(10,0)                     | numeric(10,0)
          decimal                           | numeric
          bpchar(3)                         | char(3)
          bpchar                            | bpchar
          character                         | char(1)
          integer[]                         | integer[]
          integer array[3]                  | integer[]
          time(0) with time zone array      | time_tz(0)[]
          pg_catalog.int4                   | integer
          money                             | money
          public.mood                       | public.mood
          "Mood"                            | `Mood`
          public."Mood"[]                   | public.`Mood`[]
          citext                            | citext
          geometry(Point,4326)              | geometry(Point,4326)
          geometry                          | geometry
          numeric(99999999999)              | numeric(99999999999)
          """)
  void spellings_are_read(String sql, String type) {
    assertThat(types.parse(sql)).hasToString(type);
  }

  @Test
  void the_types_of_the_server_are_not_named_types_of_the_schema() {
    List<String> named =
        database
            .rows(
                "SELECT typname FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace"
                    + " AND typtype IN ('b', 'r', 'm') AND typcategory NOT IN ('A', 'Z')")
            .stream()
            .map(row -> (String) row.get(0))
            .filter(name -> types.parse(name) instanceof NamedType)
            .toList();
    assertThat(named).isEmpty();
  }

  @Test
  void a_name_of_the_schema_is_a_named_type() {
    assertThat(types.parse("Hstore")).isEqualTo(new NamedType(QualifiedName.parse("hstore")));
    assertThat(types.parse("jsonpath[]")).isEqualTo(new ArrayType(new NativeType("jsonpath")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "integer -> bigint",
        "smallint -> numeric(5,0)",
        "integer -> numeric",
        "varchar(16) -> varchar(32)",
        "varchar(16) -> text",
        "char(3) -> varchar(3)",
        "numeric(10,2) -> numeric(12,4)",
        "numeric(10,2) -> numeric",
        "timestamp(3) -> timestamp(6)",
        "interval second(2) -> interval second",
        "real -> double precision",
        "integer[] -> bigint[]"
      })
  void a_widening_cast_is_safe_and_the_way_back_is_not(String cast) {
    assertThat(types.isSafeCast(from(cast), to(cast))).isTrue();
    assertThat(types.isSafeCast(to(cast), from(cast))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text -> varchar", "float4 -> real", "timestamp -> timestamp(6)"})
  void types_of_the_same_values_are_safe_both_ways(String cast) {
    assertThat(types.isSafeCast(from(cast), to(cast))).isTrue();
    assertThat(types.isSafeCast(to(cast), from(cast))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bigint -> real",
        "numeric(10,2) -> numeric(12,3)[]",
        "numeric(10,2) -> numeric(10,3)",
        "timestamp -> timestamptz",
        "text -> integer",
        "integer -> varchar(255)",
        "json -> jsonb"
      })
  void a_cast_that_may_change_or_refuse_a_value_is_not_safe(String cast) {
    assertThat(types.isSafeCast(from(cast), to(cast))).isFalse();
  }

  /** PostgreSQL alters a column without USING exactly where we say so. */
  @Test
  void the_server_assigns_what_is_said_to_be_assignable() throws SQLException {
    PostgresTypes postgres = new PostgresTypes(new PostgresIdentifiers());
    List<ColumnType> some =
        samples().stream()
            .filter(ScalarType.class::isInstance)
            .map(types::canonical)
            .distinct()
            .toList();
    List<String> wrong = new ArrayList<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (ColumnType from : some) {
        for (ColumnType to : some) {
          statement.execute(
              "DROP TABLE IF EXISTS c; CREATE TABLE c (c " + types.render(from) + ")");
          boolean assigned = true;
          try {
            statement.execute("ALTER TABLE c ALTER COLUMN c TYPE " + types.render(to));
          } catch (SQLException refused) {
            assigned = false;
          }
          if (assigned != postgres.isAssignable(from, to)) {
            wrong.add(from + " -> " + to + (assigned ? " is assigned" : " needs USING"));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private ColumnType from(String cast) {
    return types.parse(cast.substring(0, cast.indexOf(" ->")));
  }

  private ColumnType to(String cast) {
    return types.parse(cast.substring(cast.indexOf("> ") + 2));
  }
}
