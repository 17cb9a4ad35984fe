package dev.limbeck.sample;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HibernateAtWorkTest {

  @Test
  void every_entity_lives_on_the_schema_that_hibernate_makes_on_postgresql() {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      HibernateDdl.ofSample(database.dataSource()).create();
      HibernateAtWork.on(database).onEveryEntity();
    }
  }

  @Test
  void every_entity_lives_on_the_schema_that_hibernate_makes_on_sqlite(@TempDir Path directory) {
    try (TestDatabase database = TestSqlite.fresh(directory)) {
      HibernateDdl.ofSample(database.dataSource()).create();
      HibernateAtWork.on(database).onEveryEntity();
    }
  }
}
