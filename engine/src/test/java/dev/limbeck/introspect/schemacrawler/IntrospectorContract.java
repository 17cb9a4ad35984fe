package dev.limbeck.introspect.schemacrawler;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.varchar;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Table;
import dev.limbeck.testing.RichModel;
import dev.limbeck.testing.Schema;
import dev.limbeck.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SchemaCrawler and the dialect's catalog reader see the same, on a real database. */
abstract class IntrospectorContract {
  private final SchemaCrawlerIntrospector introspector = new SchemaCrawlerIntrospector();
  private final Dialect dialect = dialect();
  private TestDatabase database;
  private Connection connection;

  abstract Dialect dialect();

  abstract TestDatabase freshDatabase();

  @BeforeEach
  void openDatabase() throws SQLException {
    database = freshDatabase();
    connection = database.connection();
  }

  @AfterEach
  void closeDatabase() throws SQLException {
    connection.close();
    database.close();
  }

  final TestDatabase database() {
    return database;
  }

  final Connection connection() {
    return connection;
  }

  final SchemaCrawlerIntrospector introspector() {
    return introspector;
  }

  static CatalogScope everything() {
    return new CatalogScope(Set.of(), null, Set.of(), Set.of());
  }

  /** Reads by both, compares, and returns what both saw. */
  final DatabaseModel readByBoth(CatalogScope scope) throws SQLException {
    DatabaseModel expected = dialect.catalog().read(connection, scope);
    DatabaseModel crawled = introspector.read(connection, dialect, scope);
    assertThat(crawled).isEqualTo(expected);
    assertThat(crawled.tables()).containsExactlyElementsOf(expected.tables());
    return crawled;
  }

  @Test
  void an_empty_database_is_an_empty_model() throws SQLException {
    assertThat(readByBoth(everything())).isEqualTo(DatabaseModel.empty());
  }

  @Test
  void a_rich_schema_is_read_as_the_catalog_reader_reads_it() throws SQLException {
    DatabaseModel model = RichModel.library();
    new Schema(dialect, connection).create(model);
    Set<QualifiedName> sequences =
        Set.of(QualifiedName.parse("author_seq"), QualifiedName.parse("book_seq"));
    DatabaseModel read = readByBoth(new CatalogScope(Set.of(), null, sequences, Set.of()));
    assertThat(read.tables()).hasSameSizeAs(model.tables());
    assertThat(read.sequences()).hasSize(2);
  }

  @Test
  void three_hundred_tables_are_read_as_the_catalog_reader_reads_them() throws SQLException {
    new Schema(dialect, connection).create(chain(300));
    DatabaseModel read = readByBoth(everything());
    assertThat(read.tables()).hasSize(300);
    assertThat(read.table(QualifiedName.parse("t_299")).foreignKeys()).hasSize(1);
  }

  @Test
  void hidden_tables_and_tables_out_of_scope_are_not_seen() throws SQLException {
    new Schema(dialect, connection).create(chain(4));
    DatabaseModel read =
        readByBoth(
            new CatalogScope(
                Set.of(),
                Set.of(QualifiedName.parse("t_0"), QualifiedName.parse("T_1")),
                Set.of(),
                Set.of(QualifiedName.parse("t_1"))));
    assertThat(read.tables()).extracting(Table::name).containsExactly(QualifiedName.parse("t_0"));
  }

  @Test
  void names_are_read_whatever_they_hold() throws SQLException {
    List<String> names =
        List.of(
            "a b",
            " lead",
            "trail ",
            "dot.ted",
            "quo\"te",
            "it's",
            "back\\slash",
            "Mixed",
            "${user.home}",
            "select",
            "täglich",
            "%",
            "a_b",
            "axb");
    for (String name : names) {
      String columns = names.stream().map(column -> quoted(column) + " int").collect(joining(", "));
      database.execute(
          "CREATE TABLE %s (%s, PRIMARY KEY (%s, %s))"
              .formatted(quoted(name), columns, quoted("trail "), quoted("a b")));
    }
    DatabaseModel read = readByBoth(everything());
    assertThat(read.tables()).hasSize(names.size());
    for (Table table : read.tables()) {
      assertThat(table.columns())
          .extracting(column -> column.name().text())
          .containsExactlyElementsOf(names);
      assertThat(table.primaryKey().columns())
          .extracting(Identifier::text)
          .containsExactly("trail ", "a b");
    }
    Set<QualifiedName> few =
        Set.of(
            QualifiedName.of(Identifier.quoted("${user.home}")),
            QualifiedName.of(Identifier.quoted("it's")),
            QualifiedName.of(Identifier.quoted("back\\slash")));
    assertThat(readByBoth(new CatalogScope(Set.of(), few, Set.of(), Set.of())).tables())
        .hasSize(few.size());
  }

  @Test
  void a_table_of_six_hundred_columns_keeps_their_order() throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      columns.add(Column.of("c" + i, bigint()));
    }
    new Schema(dialect, connection)
        .create(DatabaseModel.of(Table.of("wide", columns.toArray(Column[]::new))));
    assertThat(readByBoth(everything()).tables().get(0).columns()).isEqualTo(columns);
  }

  @Test
  void the_caller_s_transaction_is_read_and_goes_on() throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE fresh (id int)");
    }
    assertThat(readByBoth(everything()).tables()).hasSize(1);
    assertThat(connection.getAutoCommit()).isFalse();
    connection.rollback();
    connection.setAutoCommit(true);
    assertThat(readByBoth(everything()).tables()).isEmpty();
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Tables of which each refers to the one before. */
  static DatabaseModel chain(int length) {
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Table table =
          Table.of(
              "t_" + i,
              Column.of("id", bigint()).withNullable(false),
              Column.of("parent_id", bigint()),
              Column.of("label", varchar(40)));
      PrimaryKey key = new PrimaryKey(Identifier.of("pk_" + i), List.of(Identifier.of("id")));
      tables.add(
          table.withConstraints(
              i == 0
                  ? List.of(key)
                  : List.of(
                      key,
                      new ForeignKey(
                          Identifier.of("fk_" + i),
                          List.of(Identifier.of("parent_id")),
                          QualifiedName.parse("t_" + (i - 1)),
                          List.of(Identifier.of("id")),
                          ReferentialAction.NO_ACTION,
                          ReferentialAction.NO_ACTION,
                          Deferral.NONE))));
    }
    return DatabaseModel.empty().withTables(tables);
  }
}
