package dev.limbeck.cli;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} lists the codes that the sources of all modules raise, and no others. */
class ErrorCodesAreDocumentedTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** A string that begins with a code; codes in comments are not raised. */
  private static final Pattern IN_JAVA = Pattern.compile("\"(LMB-\\d{3})\\b");

  private static final Pattern IN_LAUNCHER = Pattern.compile("\\b(LMB-\\d{3})\\b");

  private static final Pattern ROW_OF_TABLE = Pattern.compile("(?m)^\\| (LMB-\\d{3}) \\|");

  @Test
  void every_code_of_the_sources_is_documented_and_the_other_way_round() throws IOException {
    Set<String> raised = new TreeSet<>();
    for (String module : new String[] {"engine", "entity-scanner", "codegen", "cli"}) {
      raised.addAll(codes(ROOT.resolve(module).resolve("src/main/java"), IN_JAVA));
    }
    raised.addAll(codes(ROOT.resolve("cli/src/main/dist/bin"), IN_LAUNCHER));
    assertThat(codes(ROOT.resolve("docs/errors.md"), ROW_OF_TABLE)).isEqualTo(raised);
  }

  @Test
  void every_code_means_one_thing() {
    List<String> rows =
        ROW_OF_TABLE
            .matcher(text(ROOT.resolve("docs/errors.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(rows).doesNotHaveDuplicates();
  }

  private static Set<String> codes(Path start, Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> pattern.matcher(text(file)).results().map(found -> found.group(1)))
          .collect(toCollection(TreeSet::new));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
