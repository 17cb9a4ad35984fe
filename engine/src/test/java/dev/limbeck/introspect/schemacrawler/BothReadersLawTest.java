package dev.limbeck.introspect.schemacrawler;

import static dev.limbeck.introspect.schemacrawler.IntrospectorContract.quoted;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Over random tables of odd names: SchemaCrawler and the dialect's catalog reader see the same. */
class BothReadersLawTest {
  private static final SchemaCrawlerIntrospector INTROSPECTOR = new SchemaCrawlerIntrospector();

  private static final List<TestDatabase> DATABASES = new ArrayList<>();

  /** What a column is of, and what else is said of it. */
  record ColumnDraft(String name, String type, String facet) {}

  /** A table with its key on the last so many columns, the last one first. */
  record TableDraft(String name, List<ColumnDraft> columns, int keyed) {

    String ddl() {
      List<String> parts = new ArrayList<>();
      for (ColumnDraft column : columns) {
        parts.add(quoted(column.name) + " " + column.type + " " + column.facet);
      }
      List<String> key = new ArrayList<>();
      for (int i = columns.size() - 1; i >= Math.max(0, columns.size() - keyed); i--) {
        key.add(quoted(columns.get(i).name));
      }
      if (!key.isEmpty()) {
        parts.add("PRIMARY KEY (" + String.join(", ", key) + ")");
      }
      return parts.stream().collect(joining(", ", "CREATE TABLE " + quoted(name) + " (", ")"));
    }
  }

  @BeforeContainer
  static void openDatabases() {
    DATABASES.add(TestPostgres.freshDatabase());
    DATABASES.add(TestSqlite.fresh(Path.of("target")));
  }

  @AfterContainer
  static void removeDatabases() {
    DATABASES.forEach(TestDatabase::close);
    DATABASES.clear();
  }

  /** Few tries of many tables: a crawl costs more than a table in it. */
  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void both_see_the_same_on_every_database(@ForAll("tables") List<TableDraft> tables)
      throws SQLException {
    for (TestDatabase database : DATABASES) {
      Dialect dialect = Dialects.ofUrl(database.jdbcUrl());
      try (Connection connection = database.connection()) {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
          for (TableDraft table : tables) {
            statement.execute(table.ddl());
          }
        }
        DatabaseModel crawled =
            INTROSPECTOR.read(connection, dialect, IntrospectorContract.everything());
        assertThat(crawled)
            .isEqualTo(dialect.catalog().read(connection, IntrospectorContract.everything()));
        assertThat(crawled.tables()).hasSameSizeAs(tables);
        connection.rollback();
      }
    }
  }

  @Provide
  Arbitrary<List<TableDraft>> tables() {
    Arbitrary<ColumnDraft> column =
        Combinators.combine(
                names(),
                Arbitraries.of(
                    "int",
                    "bigint",
                    "varchar(20)",
                    "text",
                    "numeric(7,2)",
                    "boolean",
                    "date",
                    "timestamp",
                    "char(3)",
                    "double precision"),
                Arbitraries.of("", "NOT NULL", "UNIQUE", "DEFAULT NULL", "CHECK (1 > 0)"))
            .as(ColumnDraft::new);
    return Combinators.combine(
            names(),
            column.list().uniqueElements(draft -> folded(draft.name())).ofMinSize(1).ofMaxSize(6),
            Arbitraries.integers().between(0, 3))
        .as(TableDraft::new)
        .list()
        .uniqueElements(draft -> folded(draft.name()))
        .ofMaxSize(15);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("aBz_9 .,;$'\"`\\[](){}%-ß")
        .ofMinLength(1)
        .ofMaxLength(8);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
