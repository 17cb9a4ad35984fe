package dev.limbeck.introspect.schemacrawler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dialect without views of its own is read through the driver's metadata. */
class MetadataIntrospectionTest {
  private final SchemaCrawlerIntrospector introspector = new SchemaCrawlerIntrospector();

  @TempDir private Path directory;

  @Test
  void postgresql_is_read_without_its_views() throws SQLException {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      database.execute(
          "CREATE SCHEMA \"Other one\"",
          "CREATE SCHEMA stranger",
          "CREATE TABLE stranger.unseen (id int)",
          "CREATE TABLE limbeck_version (id int)",
          "CREATE VIEW seen AS SELECT 1 AS one",
          "CREATE TABLE orders (b bigint, a int, c varchar(20) NOT NULL, d numeric(10, 2),"
              + " e boolean, f text DEFAULT 'x', g date, h uuid, PRIMARY KEY (a, b))",
          "CREATE TABLE \"Other one\".orders (id int PRIMARY KEY)");
      Set<Identifier> schemas = Set.of(Identifier.quoted("Other one"));
      Set<QualifiedName> hidden = Set.of(QualifiedName.parse("limbeck_version"));
      assertSame(database, new CatalogScope(schemas, null, Set.of(), hidden));
      assertSame(
          database,
          new CatalogScope(
              schemas, Set.of(QualifiedName.parse("public.orders")), Set.of(), hidden));
    }
  }

  @Test
  void sqlite_is_read_without_its_views() throws SQLException {
    try (TestDatabase database = TestSqlite.fresh(directory)) {
      database.execute(
          "CREATE TABLE author (id INTEGER PRIMARY KEY, name varchar(20) NOT NULL)",
          "CREATE TABLE book (isbn text, part int, price numeric(7,2), PRIMARY KEY (isbn, part))");
      assertSame(database, IntrospectorContract.everything());
    }
  }

  @Test
  void schemacrawler_s_reports_are_silent() {
    assertThat(introspector).isNotNull();
    assertThat(Logger.getLogger("schemacrawler.crawl").isLoggable(Level.SEVERE)).isFalse();
    assertThat(Logger.getLogger("us.fatehi.utility").isLoggable(Level.SEVERE)).isFalse();
  }

  private void assertSame(TestDatabase database, CatalogScope scope) throws SQLException {
    Dialect dialect = Dialects.ofUrl(database.jdbcUrl());
    try (Connection connection = database.connection()) {
      assertThat(introspector.read(connection, withoutViews(dialect), scope))
          .isEqualTo(dialect.catalog().read(connection, scope));
    }
  }

  private static Dialect withoutViews(Dialect dialect) {
    return (Dialect)
        Proxy.newProxyInstance(
            MetadataIntrospectionTest.class.getClassLoader(),
            new Class<?>[] {Dialect.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("views")) {
                return null;
              }
              try {
                return method.invoke(dialect, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
