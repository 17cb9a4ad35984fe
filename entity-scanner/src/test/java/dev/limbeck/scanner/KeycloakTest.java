package dev.limbeck.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import dev.limbeck.testsupport.facts.Fact;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published entities of a large application. */
class KeycloakTest {
  private static final List<Path> JARS = Scans.jars(Path.of(System.getProperty("keycloak.jars")));

  @Test
  void keycloaks_entities_make_the_schema_that_hibernate_makes_of_them(@TempDir Path directory)
      throws Exception {
    EntityModel scanned = scan();
    assertThat(scanned.model().tables()).hasSizeBetween(80, 110);
    try (TestDatabase hibernates = TestPostgres.freshDatabase();
        TestDatabase ours = TestPostgres.freshDatabase();
        TestDatabase sqlite = TestSqlite.fresh(directory)) {
      hibernates.execute(hibernateDdl(hibernates, scanned));
      ours.execute(Creation.statements(scanned.model(), "postgresql"));
      assertThat(facts(hibernates).differenceTo(facts(ours))).hasToString("");

      sqlite.execute(Creation.statements(scanned.model(), "sqlite"));
      assertThat(sqlite.rows("select count(*) from sqlite_schema where type = 'table'"))
          .isEqualTo(List.of(List.of(scanned.model().tables().size())));
    }
  }

  private static EntityModel scan() {
    return new EntityScanner(Scans.builder().classPath(JARS).build())
        .read(List.of("sqlite", "postgresql"));
  }

  private static List<String> hibernateDdl(TestDatabase database, EntityModel scanned)
      throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path jar : JARS) {
      urls.add(jar.toUri().toURL());
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (var loader = new URLClassLoader(urls.toArray(URL[]::new), before)) {
      thread.setContextClassLoader(loader);
      List<Class<?>> classes = new ArrayList<>();
      for (String line : scanned.found()) {
        classes.add(Class.forName(className(line), false, loader));
      }
      return HibernateDdl.statements(database.dataSource(), classes, Map.of());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Of a line such as {@code entity com.acme.Order of lib/acme.jar}. */
  private static String className(String line) {
    String head = line.substring(0, line.lastIndexOf(" of "));
    return head.substring(head.lastIndexOf(' ') + 1);
  }

  private static SchemaFacts facts(TestDatabase database) throws Exception {
    try (Connection connection = database.connection()) {
      return SchemaFacts.of(connection)
          .withoutConstraintNames()
          .withoutIndexNames()
          .without(Fact.Kind.CAST);
    }
  }
}
