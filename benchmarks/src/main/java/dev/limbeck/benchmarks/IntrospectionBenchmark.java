package dev.limbeck.benchmarks;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.introspect.schemacrawler.SchemaCrawlerIntrospector;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Reading a PostgreSQL, beside one query for the same facts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class IntrospectionBenchmark {
  private static final CatalogScope ALL = new CatalogScope(Set.of(), null, Set.of(), Set.of());

  /** How many tables there are. */
  @Param({"100", "1000", "5000"})
  public int tables;

  private final Dialect dialect = Dialects.named("postgresql");
  private String query = "";
  private TestDatabase database;
  private Connection connection;

  /** Makes the database, and opens it. */
  @Setup
  public void open() throws SQLException, IOException {
    database = TestPostgres.freshDatabase();
    database.execute(new Workload(tables).sql());
    database.execute("VACUUM ANALYZE");
    connection = database.connection();
    try (InputStream text = IntrospectionBenchmark.class.getResourceAsStream("catalog.sql")) {
      query = new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Closes the database, and drops it. */
  @TearDown
  public void close() throws SQLException {
    connection.close();
    database.close();
  }

  /** What autogenerate does. */
  @Benchmark
  public DatabaseModel introspector() throws SQLException {
    return new SchemaCrawlerIntrospector().read(connection, dialect, ALL);
  }

  /** What applying revisions does; it knows the catalog itself. */
  @Benchmark
  public DatabaseModel catalogReader() throws SQLException {
    return dialect.catalog().read(connection, ALL);
  }

  /** The limit: every row of one query, as text. */
  @Benchmark
  public void oneQuery(Blackhole rows) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.consume(result.getString(i));
        }
      }
    }
  }
}
