package dev.limbeck.dialect.sqlite;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.testing.Schema;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas that others made, read from the catalog, and what SQLite makes of a model. */
class SqliteCatalogTest {
  @TempDir private Path directory;
  private final SqliteDialect dialect = new SqliteDialect();
  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestSqlite.fresh(directory);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void an_identity_is_told_from_a_key_that_the_application_gives() throws SQLException {
    database.execute(
        "CREATE TABLE a (id integer, primary key (id))",
        "CREATE TABLE b (id integer not null, primary key (id))",
        "CREATE TABLE c (id bigint not null, primary key (id))",
        "CREATE TABLE d (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT)",
        "CREATE TABLE e (id int primary key)",
        "CREATE TABLE f (id integer primary key) WITHOUT ROWID");
    Column id = Column.of("id", integer()).withNullable(false);
    assertThat(read(Set.of()).tables())
        .extracting(table -> table.columns().get(0))
        .containsExactly(
            id.withGeneration(Generation.identity()),
            id,
            id,
            id.withGeneration(Generation.identity()),
            id,
            id);
  }

  @Test
  void a_collation_is_found_whether_it_stands_in_quotes_or_not() throws SQLException {
    Table table =
        Table.of("t", Column.of("a", varchar(9)).withCollation("\"nocase\""))
            .withIndexes(
                List.of(
                    Index.of(Identifier.of("ix"), false, List.of(Identifier.of("a")))
                        .withParts(List.of(IndexPart.column("a").collate("`rtrim`")))));
    try (Connection connection = database.connection()) {
      new Schema(dialect, connection).create(DatabaseModel.of(table));
    }
    assertThat(read(Set.of()).tables()).containsExactly(dialect.projection().table(table));
  }

  @Test
  void both_keys_of_hibernate_project_to_what_is_read_of_them() {
    Table identity =
        Table.of("t", Column.of("id", bigint()).withGeneration(Generation.identity()))
            .withConstraints(List.of(new PrimaryKey(null, List.of(Identifier.of("id")))));
    Column read = Column.of("id", integer()).withNullable(false);
    assertThat(dialect.projection().table(identity).columns())
        .containsExactly(read.withGeneration(Generation.identity()));
    Table assigned = identity.withColumns(List.of(Column.of("id", bigint()).withNullable(false)));
    assertThat(dialect.projection().table(assigned).columns()).containsExactly(read);
  }

  @Test
  void an_emulated_sequence_is_one_only_under_a_known_name() throws SQLException {
    database.execute(
        "CREATE TABLE x_SEQ (next_val bigint)",
        "INSERT INTO x_SEQ VALUES (101)",
        "CREATE TABLE y_seq (next_val bigint NOT NULL)");
    DatabaseModel known =
        read(Set.of(QualifiedName.parse("x_seq"), QualifiedName.parse("app.y_seq")));
    assertThat(known.sequences()).containsExactly(Sequence.of(QualifiedName.parse("x_seq"), 1, 1));
    assertThat(known.tables()).extracting(Table::name).hasToString("[y_seq]");
    assertThat(read(Set.of()).tables()).extracting(Table::name).hasToString("[x_SEQ, y_seq]");
  }

  @Test
  void a_foreign_key_without_columns_refers_to_the_primary_key() throws SQLException {
    database.execute(
        "CREATE TABLE c (x int, y int, z int REFERENCES gone, FOREIGN KEY (x, y) REFERENCES \"P\")",
        "CREATE TABLE p (b int, a int, PRIMARY KEY (a, b))");
    assertThat(read(Set.of()).tables().get(0).foreignKeys())
        .containsExactly(
            ForeignKey.of(null, names("z"), QualifiedName.parse("gone"), names("z")),
            ForeignKey.of(null, names("x", "y"), QualifiedName.parse("p"), names("a", "b")));
  }

  @Test
  void checks_are_typed_whatever_the_case_of_their_names() throws SQLException {
    database.execute(
        "CREATE TABLE t (\"Odd Name\" varchar(9), b int,"
            + " CHECK (\"ODD name\" in ('A', 'B')), CONSTRAINT ck CHECK ((B between 0 and 3)))");
    assertThat(read(Set.of()).tables().get(0).constraints())
        .containsExactly(
            new Check(null, new CheckCondition.OneOf(Identifier.of("Odd Name"), List.of("A", "B"))),
            new Check(Identifier.of("ck"), CheckCondition.between("b", 0, 3)));
  }

  @Test
  void only_ordinary_tables_of_the_main_database_are_seen() throws SQLException {
    database.execute(
        "CREATE TABLE t (a integer primary key autoincrement, b varchar(5))",
        "CREATE VIRTUAL TABLE f USING fts5(content)",
        "CREATE VIEW v AS SELECT * FROM t",
        "ANALYZE");
    try (Connection connection = database.connection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE t (b int)");
      statement.execute("CREATE TEMP TABLE u (b int)");
      DatabaseModel model = dialect.catalog().read(connection, scope(Set.of()));
      assertThat(model.tables()).extracting(Table::name).hasToString("[t]");
      assertThat(model.tables().get(0).columns())
          .extracting(Column::type)
          .containsExactly(integer(), varchar(5));
    }
  }

  @Test
  void names_that_sqlite_cannot_tell_apart_are_an_error() {
    DatabaseModel model =
        DatabaseModel.of(
            Table.of("a.t", Column.of("x", integer())), Table.of("`T`", Column.of("x", integer())));
    assertThatThrownBy(() -> dialect.project(model))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-215 On SQLite, a.t and `T` are the same name.");
  }

  private DatabaseModel read(Set<QualifiedName> sequences) throws SQLException {
    try (Connection connection = database.connection()) {
      return dialect.catalog().read(connection, scope(sequences));
    }
  }

  private static CatalogScope scope(Set<QualifiedName> sequences) {
    return new CatalogScope(Set.of(), null, sequences, Set.of());
  }

  private static List<Identifier> names(String... names) {
    return List.of(names).stream().map(Identifier::of).toList();
  }
}
