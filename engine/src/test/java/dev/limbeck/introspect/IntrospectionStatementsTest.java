package dev.limbeck.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.introspect.schemacrawler.SchemaCrawlerIntrospector;
import dev.limbeck.testing.StatementCount;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many tables there are, a database is read in as many statements. */
class IntrospectionStatementsTest {
  private static final Introspector BY_CATALOG =
      (connection, dialect, scope) -> dialect.catalog().read(connection, scope);

  @TempDir private Path directory;

  @Test
  void the_catalog_reader_asks_postgresql_as_often_for_many_tables_as_for_few()
      throws SQLException {
    assertConstant(BY_CATALOG, TestPostgres.freshDatabase(), 12);
  }

  @Test
  void schemacrawler_asks_postgresql_as_often_for_many_tables_as_for_few() throws SQLException {
    assertConstant(new SchemaCrawlerIntrospector(), TestPostgres.freshDatabase(), 30);
  }

  @Test
  void the_catalog_reader_asks_sqlite_as_often_for_many_tables_as_for_few() throws SQLException {
    assertConstant(BY_CATALOG, TestSqlite.fresh(directory), 2);
  }

  @Test
  void schemacrawler_asks_sqlite_as_often_for_many_tables_as_for_few() throws SQLException {
    assertConstant(new SchemaCrawlerIntrospector(), TestSqlite.fresh(directory), 20);
  }

  private static void assertConstant(Introspector introspector, TestDatabase database, int most)
      throws SQLException {
    try (database) {
      create(database, 0, 5);
      int few = asked(introspector, database, 5);
      create(database, 5, 200);
      int many = asked(introspector, database, 200);
      assertThat(many).isEqualTo(few).isLessThanOrEqualTo(most);
    }
  }

  private static int asked(Introspector introspector, TestDatabase database, int tables)
      throws SQLException {
    Dialect dialect = Dialects.ofUrl(database.jdbcUrl());
    StatementCount count = new StatementCount();
    try (Connection connection = database.connection()) {
      CatalogScope scope = new CatalogScope(Set.of(), null, Set.of(), Set.of());
      assertThat(introspector.read(count.of(connection), dialect, scope).tables()).hasSize(tables);
    }
    return count.asked();
  }

  private static void create(TestDatabase database, int from, int to) {
    List<String> statements = new ArrayList<>();
    for (int i = from; i < to; i++) {
      statements.add(
          "CREATE TABLE t_%d (id int PRIMARY KEY, name varchar(20) UNIQUE, %s)"
              .formatted(
                  i,
                  i == 0
                      ? "parent int"
                      : "parent int REFERENCES t_" + (i - 1) + ", CHECK (parent > 0)"));
      statements.add("CREATE INDEX ix_%d ON t_%d (parent)".formatted(i, i));
    }
    database.execute(statements);
  }
}
