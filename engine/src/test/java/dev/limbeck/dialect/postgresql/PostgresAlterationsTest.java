package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Generation.Computed;
import dev.limbeck.model.Generation.Identity;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.Inverse;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterSequence;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TypeOperation;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import dev.limbeck.testing.Schema;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alterations that only PostgreSQL does in place, each on the server, forth and back. */
class PostgresAlterationsTest {
  private static final QualifiedName TABLE = QualifiedName.parse("app.Counter");

  private final PostgresDialect dialect = new PostgresDialect();
  private TestDatabase database;
  private Connection connection;
  private Schema schema;

  @BeforeEach
  void openDatabase() throws SQLException {
    database = TestPostgres.freshDatabase();
    connection = database.connection();
    schema = new Schema(dialect, connection);
  }

  @AfterEach
  void closeDatabase() throws SQLException {
    connection.close();
    database.close();
  }

  private static DatabaseModel counter(UnaryOperator<Table> more, Column... columns) {
    DatabaseModel plain = counter(columns);
    return plain.replacing(TABLE, more.apply(Objects.requireNonNull(plain.table(TABLE))));
  }

  private static DatabaseModel counter(Column... columns) {
    return DatabaseModel.of(Table.of(TABLE.toString(), columns))
        .withSchemas(List.of(Identifier.of("app")));
  }

  private DatabaseModel assertChanges(DatabaseModel before, List<Operation> operations)
      throws SQLException {
    DatabaseModel after = schema.apply(before, operations);
    assertThat(schema.readStored(after)).isEqualTo(schema.wanted(after));
    return after;
  }

  private static List<Operation> change(
      DatabaseModel model, String name, UnaryOperator<Column> change) {
    Column column =
        Objects.requireNonNull(
            Objects.requireNonNull(model.table(TABLE)).column(Identifier.parse(name)));
    return alter(Objects.requireNonNull(AlterColumn.between(column, change.apply(column))));
  }

  private static List<Operation> alter(TableAlteration... alterations) {
    return List.of(new AlterTable(TABLE, List.of(alterations)));
  }

  @Test
  void an_identity_comes_to_a_filled_column_and_goes_on_after_its_values() throws SQLException {
    DatabaseModel plain =
        counter(
            Column.of("`Id`", Types.integer()).withDefault(SqlExpression.of("7")),
            Column.of("n", Types.integer()));
    schema.create(plain);
    database.execute("INSERT INTO app.counter VALUES (5, 1), (41, 2)");
    List<Operation> operations =
        change(
            plain,
            "`Id`",
            column ->
                column.withNullable(false).withDefault(null).withGeneration(Generation.identity()));
    DatabaseModel counted = assertChanges(plain, operations);
    database.execute("INSERT INTO app.counter (n) VALUES (3)");
    assertThat(database.rows("SELECT \"Id\" FROM app.counter WHERE n = 3"))
        .isEqualTo(List.of(List.of(42)));

    List<Operation> options =
        change(counted, "`Id`", column -> column.withGeneration(new Identity(true, 10, 5)));
    DatabaseModel always = assertChanges(counted, options);
    assertChanges(always, Inverse.of(options));
    assertChanges(counted, Inverse.of(operations));
  }

  @Test
  void an_identity_gets_a_wider_type() throws SQLException {
    DatabaseModel model =
        counter(
            Column.of("id", Types.integer())
                .withNullable(false)
                .withGeneration(Generation.identity()));
    schema.create(model);
    assertChanges(model, change(model, "id", column -> column.withType(Types.bigint())));
    database.execute(
        "ALTER TABLE app.counter ALTER id RESTART 3000000000",
        "INSERT INTO app.counter DEFAULT VALUES");
  }

  private static Computed formula(String sql, boolean stored) {
    return new Computed(SqlExpression.of(sql), stored);
  }

  @Test
  void a_generated_column_changes_with_what_hangs_on_it() throws SQLException {
    DatabaseModel model =
        counter(
            table ->
                table
                    .withConstraints(
                        List.of(
                            new Check(
                                Identifier.of("ck_double"), CheckCondition.sql("double <> 5"))))
                    .withIndexes(
                        List.of(Index.of(Identifier.of("ix_double"), false, names("double", "n")))),
            Column.of("n", Types.integer()),
            Column.of("double", Types.integer())
                .withGeneration(formula("n * 2", true))
                .withComment("twice"));
    schema.create(model);
    database.execute("INSERT INTO app.counter (n) VALUES (4)");

    List<Operation> other =
        change(model, "double", column -> column.withGeneration(formula("n * 3", true)));
    DatabaseModel tripled = assertChanges(model, other);
    assertThat(values("double")).isEqualTo("[[12]]");

    List<Operation> plain = change(tripled, "double", column -> column.withGeneration(null));
    DatabaseModel kept = assertChanges(tripled, plain);
    assertThat(values("double")).isEqualTo("[[12]]");
    assertChanges(kept, Inverse.of(plain));
    assertChanges(tripled, Inverse.of(other));
    assertThat(values("double")).isEqualTo("[[8]]");
  }

  @Test
  void the_content_of_a_large_object_comes_along_and_goes_back() throws SQLException {
    DatabaseModel model = counter(Column.of("t", Types.clob()), Column.of("b", Types.blob()));
    schema.create(model);
    database.execute(
        "INSERT INTO app.counter VALUES (lo_from_bytea(0, convert_to('h\u00e9llo', 'UTF8')), lo_from_bytea(0, '\\x0102')),"
            + " (NULL, NULL)");
    List<Operation> inline = new ArrayList<>(change(model, "t", c -> c.withType(Types.varchar(9))));
    inline.addAll(change(model, "b", c -> c.withType(Types.bytes())));
    DatabaseModel plain = assertChanges(model, inline);
    assertThat(values("t || b::text")).isEqualTo("[[h\u00e9llo\\x0102], [null]]");
    assertChanges(plain, Inverse.of(inline));
    assertThat(values("convert_from(lo_get(t), 'UTF8') || lo_get(b)::text"))
        .isEqualTo("[[h\u00e9llo\\x0102], [null]]");
  }

  @Test
  void a_column_computed_at_reading_becomes_a_plain_one_with_its_values() throws SQLException {
    assumeTrue(
        connection.getMetaData().getDatabaseMajorVersion() >= 18,
        "PostgreSQL computes columns at reading since version 18");
    DatabaseModel model =
        counter(
            Column.of("n", Types.integer()),
            Column.of("code", Types.character(1)),
            Column.of("twice", Types.integer()).withGeneration(formula("n * 2", false)),
            Column.of("known", Types.text()).withGeneration(formula("coalesce(code, '0')", false)));
    schema.create(model);
    database.execute("INSERT INTO app.counter (n) VALUES (4)");
    List<Operation> operations = new ArrayList<>();
    operations.addAll(
        change(model, "twice", column -> column.withGeneration(null).withNullable(false)));
    operations.addAll(
        change(model, "known", column -> column.withGeneration(null).withType(Types.smallint())));
    assertChanges(model, operations);
    assertThat(values("twice, known")).isEqualTo("[[8, 0]]");
  }

  private String values(String column) {
    return database.rows("SELECT " + column + " FROM app.counter").toString();
  }

  @Test
  void a_type_without_a_cast_of_its_own_is_cast() throws SQLException {
    DatabaseModel model =
        counter(
            Column.of("code", Types.varchar(10)).withDefault(SqlExpression.of("'1'")),
            Column.of("flag", Types.integer()));
    schema.create(model);
    database.execute("INSERT INTO app.counter VALUES ('12', 1), (NULL, 0)");
    List<Operation> operations =
        change(
            model,
            "code",
            column -> column.withType(Types.integer()).withDefault(SqlExpression.of("1")));
    DatabaseModel after = assertChanges(model, operations);
    assertThat(values("code")).isEqualTo("[[12], [null]]");
    assertChanges(after, Inverse.of(operations));

    assertChanges(
        model,
        alter(
            new AlterColumn(
                Identifier.of("flag"),
                new Changed<>(Types.integer(), Types.bool()),
                null,
                null,
                null,
                null,
                null,
                SqlExpression.of("flag <> 0"),
                null)));
    assertThat(values("flag")).isEqualTo("[[true], [false]]");
  }

  @Test
  void a_text_that_is_too_long_is_refused_and_not_cut() throws SQLException {
    DatabaseModel model = counter(Column.of("code", Types.varchar(10)));
    schema.create(model);
    database.execute("INSERT INTO app.counter VALUES ('123456')");
    assertThat(catchSql(model, change(model, "code", c -> c.withType(Types.varchar(5)))))
        .contains("value too long");
  }

  private @Nullable String catchSql(DatabaseModel model, List<Operation> operations) {
    try {
      schema.apply(model, operations);
      return null;
    } catch (SQLException e) {
      return e.getMessage();
    }
  }

  @Test
  void a_collation_comes_and_goes_and_stays_under_a_new_length() throws SQLException {
    DatabaseModel model = counter(Column.of("name", Types.varchar(10)));
    schema.create(model);
    List<Operation> collated = change(model, "name", column -> column.withCollation("\"POSIX\""));
    DatabaseModel after = assertChanges(model, collated);
    List<Operation> longer = change(after, "name", column -> column.withType(Types.varchar(20)));
    DatabaseModel wide = assertChanges(after, longer);
    assertChanges(wide, Inverse.of(longer));
    assertChanges(after, Inverse.of(collated));
  }

  @Test
  void an_enumerated_type_comes_and_goes() throws SQLException {
    EnumType mood = new EnumType(QualifiedName.parse("app.`Mood`"), List.of("ok", "it's \\ bad"));
    List<Operation> operations =
        List.of(
            new CreateSchema(Identifier.of("app")),
            new TypeOperation.CreateEnumType(mood),
            new CreateTable(
                Table.of(TABLE.toString(), Column.of("mood", Types.named("app.`Mood`")))));
    DatabaseModel after = assertChanges(DatabaseModel.empty(), operations);
    assertThat(after.enumTypes()).containsExactly(mood);
    assertChanges(after, Inverse.of(operations));
    assertThat(Inverse.of(operations)).contains(new DropEnumType(mood.name(), mood));
  }

  @Test
  void every_fact_of_a_sequence_changes() throws SQLException {
    Sequence before = Sequence.of(QualifiedName.parse("app.numbers"), 5, 50);
    Sequence after = new Sequence(before.name(), 7, 2, 3L, 900L, 20, true);
    DatabaseModel model =
        DatabaseModel.empty()
            .withSchemas(List.of(Identifier.of("app")))
            .withSequences(List.of(before));
    schema.create(model);
    List<Operation> operations =
        List.of(Objects.requireNonNull(AlterSequence.between(before, after)));
    DatabaseModel changed = assertChanges(model, operations);
    assertThat(changed.sequences()).containsExactly(after);
    assertChanges(changed, Inverse.of(operations));
  }

  /** PostgreSQL refuses to alter a table whose rows still have to be checked. */
  @Test
  void a_table_with_deferred_constraints_is_filled_and_altered() throws SQLException {
    DatabaseModel model =
        counter(
            table ->
                table.withConstraints(
                    List.of(
                        new PrimaryKey(Identifier.of("pk_counter"), names("id")),
                        ForeignKey.of(
                                Identifier.of("fk_counter_parent"),
                                names("parent"),
                                TABLE,
                                names("id"))
                            .withDeferral(Deferral.INITIALLY_DEFERRED))),
            Column.of("id", Types.integer()),
            Column.of("parent", Types.integer()));
    schema.create(model);
    database.execute("INSERT INTO app.counter VALUES (1, NULL)");
    assertChanges(
        model,
        alter(
            new AlterColumn(
                Identifier.of("parent"),
                null,
                new Changed<>(true, false),
                null,
                null,
                null,
                null,
                null,
                SqlExpression.of("id")),
            new AddColumn(
                Column.of("n", Types.integer()).withNullable(false), SqlExpression.of("id")),
            new AddConstraint(new Check(Identifier.of("ck_n"), CheckCondition.atLeast("n", 0)))));
  }

  private static List<Identifier> names(String... names) {
    return Arrays.stream(names).map(Identifier::parse).toList();
  }
}
