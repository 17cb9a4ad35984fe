package dev.limbeck.sample;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.Main;
import dev.limbeck.sql.SqlStatements;
import dev.limbeck.testsupport.ScriptClient;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.Fact.Kind;
import dev.limbeck.testsupport.facts.FactsDifference;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published entities of a large application, through the command line as its user has it. */
class KeycloakTest {
  private static final Path JARS = Path.of(System.getProperty("keycloak.jars"));

  @TempDir private Path directory;

  @BeforeEach
  void settings() throws IOException {
    Files.writeString(
        directory.resolve("limbeck.properties"),
        """
        url=${DATABASE_URL}
        user=${DATABASE_USER:}
        revisions.directory=revisions
        entities.classpath=%s/*
        """
            .formatted(JARS.toAbsolutePath().toString().replace('\\', '/')));
  }

  @Test
  void on_postgresql_its_schema_is_hibernates() throws Exception {
    try (TestDatabase ours = DatabaseKind.POSTGRESQL.fresh(directory);
        TestDatabase hibernates = DatabaseKind.POSTGRESQL.fresh(directory)) {
      fromEmpty(ours);
      List<String> classes = classes(ours);
      withHibernate(hibernates, classes, HibernateDdl::create);

      assertThat(findings(ours, classes)).isEqualTo(findings(hibernates, classes));
      assertThat(facts(hibernates).differenceTo(facts(ours))).hasToString("");
      assertThat(facts(ours).lines()).hasSizeGreaterThan(800);
      assertThat(limbeck(hibernates, 0, "check")).isEmpty();

      limbeck(ours, 0, "downgrade", "base");
      assertThat(LimbeckProject.facts(ours).lines()).isEmpty();
    }
  }

  @Test
  void on_sqlite_its_schema_has_in_addition_what_hibernates_ddl_leaves_out() throws Exception {
    try (TestDatabase ours = DatabaseKind.SQLITE.fresh(directory);
        TestDatabase hibernates = DatabaseKind.SQLITE.fresh(directory)) {
      fromEmpty(ours);
      List<String> classes = classes(ours);
      // Without its validator: the driver cannot describe so many columns (too many terms in
      // compound SELECT), whoever made them.
      withHibernate(hibernates, classes, HibernateDdl::create);

      FactsDifference difference = facts(hibernates).differenceTo(facts(ours));
      assertThat(difference.missing()).isEmpty();
      assertThat(kinds(difference.surplus())).isEqualTo(Map.of("foreign key", 74, "unique", 22));
      assertThat(limbeck(hibernates, 1, "check").lines())
          .allMatch(line -> line.matches("(add_foreign_key|add_unique) .*"))
          .hasSize(difference.surplus().size());

      limbeck(ours, 0, "downgrade", "base");
      assertThat(LimbeckProject.facts(ours).lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_first_revision_of_a_database_that_hibernate_made_builds_an_equal_one(DatabaseKind kind)
      throws Exception {
    try (TestDatabase hibernates = kind.fresh(directory);
        TestDatabase second = kind.fresh(directory)) {
      withHibernate(hibernates, classes(second), HibernateDdl::create);
      String before = limbeck(hibernates, kind == DatabaseKind.SQLITE ? 1 : 0, "check");

      limbeck(hibernates, 0, "revision", "--autogenerate", "--from-empty", "-m", "what is there");
      limbeck(hibernates, 0, "stamp", "head");
      limbeck(second, 0, "upgrade", "head");

      assertThat(facts(hibernates).differenceTo(facts(second))).hasToString("");
      assertThat(limbeck(second, kind == DatabaseKind.SQLITE ? 1 : 0, "check")).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void scripts_make_and_unmake_the_schema_that_the_commands_make(DatabaseKind kind) {
    try (TestDatabase online = kind.fresh(directory);
        TestDatabase scripted = kind.fresh(directory)) {
      limbeck(online, 0, "revision", "--autogenerate", "--offline", "-m", "Keycloak's schema");
      assertThat(limbeck(online, 0, "check", "--offline")).isEmpty();
      limbeck(online, 0, "upgrade", "head");
      assertThat(limbeck(online, 0, "check")).isEmpty();

      run(scripted, limbeck(scripted, 0, "upgrade", "head", "--sql"));
      SchemaFacts expected = LimbeckProject.facts(online);
      assertThat(expected.differenceTo(LimbeckProject.facts(scripted))).hasToString("");
      assertThat(limbeck(scripted, 0, "current")).isEqualTo(limbeck(online, 0, "current"));

      run(scripted, limbeck(scripted, 0, "downgrade", "head:base", "--sql"));
      assertThat(LimbeckProject.facts(scripted).lines()).isEmpty();
      assertThat(limbeck(scripted, 0, "current")).isEmpty();
    }
  }

  private static void run(TestDatabase database, String script) {
    assertThat(ScriptClient.run(database, script, SqlStatements::split))
        .matches(ScriptClient.Outcome::done, "it runs to its end");
  }

  private void fromEmpty(TestDatabase database) {
    limbeck(database, 0, "revision", "--autogenerate", "-m", "Keycloak's schema");
    limbeck(database, 0, "upgrade", "head");
    assertThat(limbeck(database, 0, "check")).isEmpty();
  }

  /** The managed classes, of lines such as {@code entity com.acme.Order of lib/acme.jar}. */
  private List<String> classes(TestDatabase database) {
    return limbeck(database, 0, "scan")
        .lines()
        .map(String::strip)
        .filter(line -> line.endsWith(".jar") && line.contains(" of "))
        .map(line -> line.substring(0, line.lastIndexOf(" of ")))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  private String limbeck(TestDatabase database, int exit, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int actual =
        Main.execute(
            arguments,
            directory.toAbsolutePath(),
            Map.of("DATABASE_URL", database.jdbcUrl(), "DATABASE_USER", database.user()),
            new PrintWriter(out),
            new PrintWriter(err));
    assertThat(actual)
        .as("exit code of " + String.join(" ", arguments) + "\n" + out + err)
        .isEqualTo(exit);
    return out.toString();
  }

  private static List<String> findings(TestDatabase database, List<String> classes)
      throws Exception {
    List<String> findings = new ArrayList<>();
    withHibernate(database, classes, hibernate -> findings.addAll(hibernate.findings()));
    return findings;
  }

  /** Lets Hibernate work on a database, with the classes in a class loader of their own. */
  private static void withHibernate(
      TestDatabase database, List<String> names, Consumer<HibernateDdl> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (Stream<Path> jars = Files.list(JARS)) {
      List<URL> urls = new ArrayList<>();
      for (Path jar : jars.toList()) {
        urls.add(jar.toUri().toURL());
      }
      try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), before)) {
        thread.setContextClassLoader(loader);
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names) {
          classes.add(Class.forName(name, false, loader));
        }
        work.accept(new HibernateDdl(database.dataSource(), classes, Map.of()));
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Without the names of constraints and indexes: Keycloak's mapping gives few. */
  private static SchemaFacts facts(TestDatabase database) {
    return LimbeckProject.facts(database)
        .withoutConstraintNames()
        .withoutIndexNames()
        .without(Kind.CAST);
  }

  /** How many lines there are of each kind. */
  private static Map<String, Integer> kinds(List<String> lines) {
    return lines.stream()
        .map(line -> line.startsWith("foreign key ") ? "foreign key" : line.split(" ", 2)[0])
        .collect(toMap(kind -> kind, kind -> 1, Integer::sum));
  }
}
