package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryApplicationTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

  @Test
  void a_day_in_the_library_on_postgresql() {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      a_day_in_the_library(database.dataSource());
    }
  }

  @Test
  void a_day_in_the_library_on_sqlite(@TempDir Path directory) {
    try (TestDatabase database = TestSqlite.fresh(directory)) {
      a_day_in_the_library(LibraryDatabase.dataSource(database.jdbcUrl()));
    }
  }

  private static void a_day_in_the_library(DataSource dataSource) {
    LibraryDatabase.migrate(dataSource);

    assertThat(run(dataSource, CLOCK))
        .isEqualTo(
            """
            Added Parallel Lives
            Lent Parallel Lives to Hypatia Theon
            Overdue after 40 days:
              Parallel Lives, at Hypatia Theon
            Overdue now: 0
            """);
    assertThat(run(dataSource, Clock.offset(CLOCK, Duration.ofDays(50))))
        .as("the second day")
        .isEqualTo(
            """
            Lent Parallel Lives to Hypatia Theon
            Overdue after 40 days:
              Parallel Lives, at Hypatia Theon
            Overdue now: 0
            """);
  }

  private static String run(DataSource dataSource, Clock clock) {
    var bytes = new ByteArrayOutputStream();
    try (var factory = LibraryDatabase.entityManagerFactory(dataSource);
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      new LibraryApplication(factory, clock, out).run();
    }
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
