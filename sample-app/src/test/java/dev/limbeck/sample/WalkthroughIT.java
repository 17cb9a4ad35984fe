package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** {@code walkthrough.sh}, with the distribution of this build. */
@DisabledOnOs(OS.WINDOWS)
class WalkthroughIT {

  private static final Path SOURCES = Path.of("src", "main");

  @Test
  void the_walk_through_ends_without_differences_on_sqlite() throws Exception {
    Map<String, String> before = sources();
    assertWalksThrough(Map.of());
    assertThat(sources()).as("the checkout").isEqualTo(before);
  }

  @Test
  void the_walk_through_ends_without_differences_on_postgresql() throws Exception {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      assertWalksThrough(
          Map.of(
              "DATABASE_URL",
              database
                  .jdbcUrl()
                  .replace("jdbc:postgresql://", "postgresql://" + database.user() + "@")));
      assertThat(database.rows("select died from author")).isEmpty();
    }
  }

  private static void assertWalksThrough(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(Path.of("walkthrough.sh").toAbsolutePath().toString())
            .redirectErrorStream(true);
    builder.environment().remove("DATABASE_URL");
    builder
        .environment()
        .put("LIMBECK_HOME", Path.of("..", "cli", "target", "limbeck").toRealPath().toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .containsSubsequence(
            "$ limbeck history",
            "(head)  Loans say where they were lent",
            "<base> -> ",
            "$ limbeck upgrade head",
            "upgraded ",
            "$ limbeck check",
            "No differences",
            ">   private @Nullable Short died;",
            "$ limbeck check",
            "add_column author died",
            "$ limbeck revision --autogenerate -m \"authors have a year of death\"",
            "_AuthorsHaveAYearOfDeath implements Migration {",
            "  public void upgrade(Operations op) {",
            "    op.alterTable(\"author\", t -> {",
            "      t.addColumn(\"died\", smallint());",
            "  public void downgrade(Operations op) {",
            "      t.dropColumn(\"died\");",
            "$ limbeck upgrade head",
            "upgraded ",
            "$ limbeck check",
            "No differences",
            "$ limbeck downgrade -1",
            "downgraded ",
            "$ limbeck current",
            "Loans say where they were lent",
            "$ limbeck upgrade head",
            "upgraded ",
            "$ limbeck check",
            "No differences");
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sources.put(file.toString(), Files.readString(file));
      }
    }
    return sources;
  }
}
