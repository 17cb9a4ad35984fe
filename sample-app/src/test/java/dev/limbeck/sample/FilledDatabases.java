package dev.limbeck.sample;

import static dev.limbeck.sample.CrossDatabaseTest.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.Fact.Kind;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Both databases with the sample's schema and rows in all tables, for tests to copy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FilledDatabases {

  // The version of a server is left out of account, so that one scan does for both.
  private static final EntitySource BEFORE = LimbeckProject.SAMPLE::read;

  @TempDir static Path directory;

  final Map<DatabaseKind, TestDatabase> originals = new EnumMap<>(DatabaseKind.class);

  @BeforeAll
  void fill_both_databases() {
    try (LimbeckProject project = LimbeckProject.in(directory, BOTH)) {
      for (DatabaseKind kind : DatabaseKind.values()) {
        TestDatabase database = kind.fresh(directory);
        originals.put(kind, database);
        if (originals.size() == 1) {
          project.autogenerate(database, BEFORE, "before");
        }
        project.on(database, BEFORE).upgrade("head");
        Rows.fill(database);
        dropHibernatesOwnTables(database);
        assertThat(Rows.of(database).tables().values()).noneMatch(List::isEmpty);
      }
    }
  }

  /** Hibernate makes them on SQLite for its bulk statements; they are not part of the sample. */
  private static void dropHibernatesOwnTables(TestDatabase database) {
    if (database.jdbcUrl().startsWith("jdbc:sqlite:")) {
      database
          .rows("select name from sqlite_schema where type = 'table' and name like 'HT%'")
          .forEach(row -> database.execute("drop table \"" + row.get(0) + '"'));
    }
  }

  @AfterAll
  void remove_both_databases() {
    originals.values().forEach(TestDatabase::close);
  }

  /** Without the next number of what is a sequence's stead on SQLite. */
  static SchemaFacts facts(TestDatabase database) {
    return LimbeckProject.facts(database).without(Kind.SEQUENCE_ROW);
  }

  Path copyOfRevisions(String name) {
    Path copy = directory.resolve("revisions-of-" + name);
    Path original = directory.resolve("revisions");
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(original.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }
}
