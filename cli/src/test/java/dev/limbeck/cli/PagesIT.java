package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Does what the documentation says, with the distribution, and holds it against what it says will
 * be seen. {@code target/pages} has the pages as they were found to be.
 */
@DisabledOnOs(OS.WINDOWS)
class PagesIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path HOME = Path.of("target", "limbeck").toAbsolutePath();
  private static final String POSTGRES = "postgresql://shop:secret@localhost:5432/shop";

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/tutorial.md", "docs/cookbook.md", "docs/hooks.md"})
  void what_a_page_shows_is_what_happens(String name) throws IOException {
    List<String> said = Files.readAllLines(ROOT.resolve(name));
    Path directory = temporary.toRealPath();
    copyArchive(directory.resolve("limbeck/cli/target"));
    List<String> found;
    try (TestDatabase database = TestPostgres.freshDatabase();
        PageRun run = new PageRun(directory, places(directory, database), environment())) {
      found = run.run(Page.read(name, said));
    }

    Path asFound = Path.of("target", "pages").resolve(name);
    Files.createDirectories(Objects.requireNonNull(asFound.getParent()));
    Files.write(asFound, found);
    assertThat(found).isEqualTo(said);
  }

  @Test
  void the_first_minute_shows_the_generated_class_and_ends_without_differences() throws Exception {
    Path shop = temporary.resolve("shop");
    ProcessBuilder builder =
        new ProcessBuilder(ROOT.resolve("examples/first-minute.sh").toString(), shop.toString())
            .redirectErrorStream(true);
    builder.environment().putAll(environment());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .containsSubsequence(
            "$ limbeck revision --autogenerate -m \"first tables\"",
            "FirstTables implements Migration {",
            "op.createTable(\"customer\", t -> {",
            "$ limbeck upgrade head",
            "upgraded ",
            "No differences",
            "OrdersAreReturned implements Migration {",
            "upgraded ",
            "No differences",
            "$ limbeck downgrade -1",
            "downgraded ",
            "upgraded ",
            "(head) (current)");
    assertThat(shop.resolve("app.db")).isNotEmptyFile();
  }

  @Test
  void the_entities_of_the_readme_are_those_of_the_example() throws IOException {
    Path sources = ROOT.resolve("examples/shop");
    Page readme = Page.read("README.md", Files.readAllLines(ROOT.resolve("README.md")));
    for (String entity : List.of("Customer", "Order")) {
      String path = "src/main/java/com/acme/shop/" + entity + ".java";
      assertThat(readme.parts())
          .contains(new Page.FileBlock(path, Files.readAllLines(sources.resolve(path))));
    }
  }

  /** Puts the archive where it is after a build in a clone beside the page's directory. */
  private static void copyArchive(Path target) throws IOException {
    Files.createDirectories(target);
    try (DirectoryStream<Path> archives =
        Files.newDirectoryStream(Path.of("target"), "limbeck-*.tar.gz")) {
      for (Path archive : archives) {
        Files.copy(archive, target.resolve(String.valueOf(archive.getFileName())));
      }
    }
  }

  /** What stands on a page for that which is different on each machine. */
  private static Map<String, String> places(Path directory, TestDatabase database) {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("/home/me", directory.toString());
    places.put(
        POSTGRES,
        database
            .jdbcUrl()
            .replace(
                "jdbc:postgresql://",
                "postgresql://" + database.user() + ":" + database.password() + "@"));
    return places;
  }

  private static Map<String, String> environment() {
    return Map.of(
        // How `ls` sorts.
        "LC_ALL",
        "C.UTF-8",
        "LIMBECK_HOME",
        HOME.toString(),
        "PATH",
        HOME.resolve("bin")
            + File.pathSeparator
            + Path.of(System.getProperty("java.home"), "bin")
            + File.pathSeparator
            + System.getenv("PATH"));
  }
}
