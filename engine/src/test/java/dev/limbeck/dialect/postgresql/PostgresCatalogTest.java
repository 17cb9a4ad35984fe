package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.model.Unique;
import dev.limbeck.testing.Schema;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL has. */
class PostgresCatalogTest {
  private final PostgresDialect dialect = new PostgresDialect();
  private TestDatabase database;
  private Connection connection;

  @BeforeEach
  void openDatabase() throws SQLException {
    database = TestPostgres.freshDatabase();
    connection = database.connection();
  }

  @AfterEach
  void closeDatabase() throws SQLException {
    connection.close();
    database.close();
  }

  private DatabaseModel read(String... schemas) throws SQLException {
    return dialect
        .catalog()
        .read(
            connection,
            new CatalogScope(
                Arrays.stream(schemas).map(Identifier::stored).collect(Collectors.toSet()),
                null,
                Set.of(),
                Set.of()));
  }

  @Test
  void what_the_standard_lacks_reads_back_as_its_projection() throws SQLException {
    assumeTrue(
        connection.getMetaData().getDatabaseMajorVersion() >= 18,
        "PostgreSQL computes columns at reading since version 18");
    QualifiedName mood = QualifiedName.parse("app.mood");
    Table event =
        new Table(
            QualifiedName.parse("app.event"),
            List.of(
                Column.of("id", Types.integer())
                    .withNullable(false)
                    .withGeneration(new Generation.Identity(true, 100, -5)),
                Column.of("mood", Types.named("app.mood")).withDefault(SqlExpression.of("'so so'")),
                Column.of("moods", Types.array(Types.named("app.mood"))),
                Column.of("data", Types.json()),
                Column.of("tags", Types.array(Types.varchar(20))),
                Column.of("name", Types.text()).withCollation("\"C\""),
                Column.of("shout", Types.text())
                    .withGeneration(
                        new Generation.Computed(SqlExpression.of("upper(name)"), false))),
            List.of(
                new PrimaryKey(Identifier.of("pk_event"), names("id")),
                new Unique(Identifier.of("uq_event_name"), names("name"), true, Deferral.NONE),
                new Check(
                    Identifier.of("ck_event_data"),
                    CheckCondition.sql("jsonb_typeof(data) = 'object'"))),
            List.of(
                new Index(
                    Identifier.of("ix_event_data"),
                    false,
                    List.of(IndexPart.column("data").using("jsonb_path_ops")),
                    "gin",
                    List.of(),
                    null,
                    false),
                new Index(
                    Identifier.of("ix_event_name"),
                    true,
                    List.of(
                        IndexPart.column("name").desc().nullsLast().collate("\"POSIX\""),
                        IndexPart.expression("lower(name)").using("text_pattern_ops"),
                        IndexPart.expression("upper(name)").collate("\"POSIX\"")),
                    null,
                    names("mood", "tags"),
                    SqlExpression.of("mood is not null"),
                    true)),
            "It's \\ all here",
            null);
    DatabaseModel model =
        new DatabaseModel(
            List.of(Identifier.of("app")),
            List.of(
                event,
                Table.of("`Plain`", Column.of("event_id", Types.integer()))
                    .withConstraints(
                        List.of(
                            ForeignKey.of(
                                Identifier.of("fk_plain_event"),
                                names("event_id"),
                                event.name(),
                                names("id"))))),
            List.of(
                Sequence.of(QualifiedName.parse("app.`Down`"), -1, -3),
                Sequence.of(QualifiedName.parse("from_zero"), 0, 1),
                new Sequence(QualifiedName.parse("bounded"), 7, 2, 5L, 99L, 10, true)),
            List.of(new EnumType(mood, List.of("sad", "so so", "it's ok"))));
    Schema schema = new Schema(dialect, connection);
    schema.create(model);
    assertThat(schema.readStored(model)).isEqualTo(schema.wanted(model));
  }

  @Test
  void only_named_schemas_are_read_and_the_default_one_has_no_name() throws SQLException {
    database.execute(
        "CREATE SCHEMA app",
        "CREATE SCHEMA other",
        "CREATE TABLE app.a (id int)",
        "CREATE TABLE other.b (id int)",
        "CREATE TABLE c (id int)");
    assertThat(read("app", "public", "absent"))
        .isEqualTo(
            DatabaseModel.of(
                    Table.of("app.a", Column.of("id", Types.integer())),
                    Table.of("c", Column.of("id", Types.integer())))
                .withSchemas(List.of(Identifier.of("app"))));
  }

  @Test
  void the_schema_of_the_connection_is_the_default_one() throws SQLException {
    database.execute("CREATE SCHEMA app", "CREATE TABLE app.a (id int)");
    connection.setSchema("app");
    assertThat(read()).isEqualTo(DatabaseModel.of(Table.of("a", Column.of("id", Types.integer()))));
    assertThat(connection.getSchema()).isEqualTo("app");
  }

  @Test
  void partitions_views_and_temporary_tables_are_not_seen() throws SQLException {
    database.execute(
        "CREATE TABLE sale (id int PRIMARY KEY, at int) PARTITION BY RANGE (id)",
        "CREATE TABLE sale_1 PARTITION OF sale FOR VALUES FROM (1) TO (10)",
        "CREATE INDEX ix_sale_at ON sale (at)",
        "CREATE TABLE line (sale_id int CONSTRAINT fk REFERENCES sale)",
        "CREATE VIEW v AS SELECT * FROM sale",
        "CREATE MATERIALIZED VIEW m AS SELECT * FROM sale");
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE t (id int)");
    }
    DatabaseModel model = read();
    assertThat(model.tables())
        .extracting(table -> table.name().toString())
        .containsExactly("line", "sale");
    assertThat(model.tables().get(0).foreignKeys()).hasSize(1);
    assertThat(model.tables().get(1).indexes())
        .containsExactly(Index.of(Identifier.of("ix_sale_at"), false, names("at")));
  }

  @Test
  void a_serial_column_has_a_default_and_its_sequence_is_its_own() throws SQLException {
    database.execute("CREATE TABLE t (id serial)", "CREATE SEQUENCE free AS smallint");
    DatabaseModel model = read();
    assertThat(model.sequences()).containsExactly(Sequence.of(QualifiedName.parse("free"), 1, 1));
    assertThat(model.tables().get(0).columns().get(0).defaultValue())
        .isEqualTo(SqlExpression.of("nextval('t_id_seq'::regclass)"));
  }

  @Test
  void a_default_of_null_is_none_whatever_its_type_makes_of_it() throws SQLException {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("varchar(10)", "null");
    defaults.put("char(1)", "NULL");
    defaults.put("numeric(7,2)", "(null)");
    defaults.put("timestamp(3)", "null::timestamp(3) without time zone");
    defaults.put("timestamp(0) with time zone", "cast(null as timestamptz)");
    defaults.put("text array", "null::text[]");
    defaults.put("\"My Type\"", "null::\"My Type\"");
    defaults.put("app.mood", "(null)::app.mood");
    defaults.put("integer", "null");
    List<Column> columns = new ArrayList<>();
    defaults.forEach(
        (type, value) ->
            columns.add(
                Column.of("c" + columns.size(), Types.nativeType(type))
                    .withDefault(SqlExpression.of(value))));
    database.execute(
        "CREATE SCHEMA app",
        "CREATE TYPE app.mood AS ENUM ('ok')",
        "CREATE DOMAIN \"My Type\" AS varchar(7)");
    Table table = Table.of("t").withColumns(columns);
    new Schema(dialect, connection).create(DatabaseModel.of(table));
    assertThat(read("app").tables()).containsExactly(dialect.projection().table(table));
    assertThat(dialect.projection().table(table).columns())
        .extracting(Column::defaultValue)
        .containsOnlyNulls();
    for (String value : List.of("null is null", "null::boolean is null", "coalesce(null, 1)")) {
      assertThat(NullText.isNull(value)).as(value).isFalse();
    }
  }

  @Test
  void serials_and_bits_read_back_as_their_projection() throws SQLException {
    String longer = "a_table_of_a_name_that_is_nearly_as_long_as_it_can_be_123456789";
    List<Column> columns = new ArrayList<>();
    for (String type :
        List.of("serial", "bigserial", "SmallSerial", "serial2", "serial4", "serial8")) {
      columns.add(Column.of("c_" + type, Types.nativeType(type)));
    }
    columns.add(Column.of("`My Column`", Types.nativeType("serial")));
    columns.add(Column.of("a_column_of_a_name_that_is_long", Types.nativeType("serial")));
    for (String type : List.of("bit", "bit(3)", "varbit", "varbit(9)", "bit varying(4)")) {
      columns.add(Column.of("b" + columns.size(), Types.nativeType(type)));
    }
    columns.add(Column.of("bits", Types.array(Types.nativeType("varbit(5)"))));
    DatabaseModel model =
        DatabaseModel.of(
                Table.of("t").withColumns(columns),
                Table.of(longer).withColumns(columns),
                Table.of("app.`T`").withColumns(columns))
            .withSchemas(List.of(Identifier.of("app")));
    Schema schema = new Schema(dialect, connection);
    schema.create(model);
    assertThat(schema.readStored(model)).isEqualTo(schema.wanted(model));
  }

  @Test
  void the_objects_of_an_extension_are_not_seen() throws SQLException {
    database.execute(
        "CREATE TABLE t (id int)", "CREATE SEQUENCE s", "CREATE TYPE mood AS ENUM ('ok')");
    for (String object :
        List.of(
            "'pg_class'::regclass, 't'::regclass",
            "'pg_class'::regclass, 's'::regclass",
            "'pg_type'::regclass, 'mood'::regtype")) {
      database.execute(
          "INSERT INTO pg_depend (classid, objid, objsubid, refclassid, refobjid, refobjsubid,"
              + " deptype) SELECT "
              + object
              + ", 0, 'pg_extension'::regclass, oid, 0, 'e' FROM pg_extension LIMIT 1");
    }
    assertThat(read()).isEqualTo(DatabaseModel.empty());
  }

  @Test
  void an_index_that_is_not_valid_is_one_of_no_rows() throws SQLException {
    database.execute("CREATE TABLE t (id int)", "INSERT INTO t VALUES (1), (1)");
    try (var statement = connection.createStatement()) {
      assertThat(
              catchThrowable(
                  () -> statement.execute("CREATE UNIQUE INDEX CONCURRENTLY u ON t (id)")))
          .isInstanceOf(SQLException.class);
    }
    assertThat(read().tables().get(0).indexes())
        .containsExactly(
            Index.of(Identifier.of("u"), true, List.of(Identifier.of("id")))
                .withWhere(SqlExpression.of("false")));
  }

  @Test
  void a_sequence_of_a_column_is_read_where_somebody_knows_it() throws SQLException {
    database.execute("CREATE TABLE t (id serial)");
    Sequence sequence = Sequence.of(QualifiedName.parse("t_id_seq"), 1, 1);
    assertThat(read().sequences()).isEmpty();
    assertThat(
            new Schema(Dialects.named("postgresql"), connection)
                .read(DatabaseModel.empty().withSequences(List.of(sequence)))
                .sequences())
        .containsExactly(sequence);
  }

  @Test
  void a_table_without_columns_is_read() throws SQLException {
    database.execute("CREATE TABLE bare ()");
    assertThat(read()).isEqualTo(DatabaseModel.of(Table.of("bare")));
  }

  private static List<Identifier> names(String... names) {
    return Arrays.stream(names).map(Identifier::parse).toList();
  }
}
