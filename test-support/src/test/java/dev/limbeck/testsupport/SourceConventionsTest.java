package dev.limbeck.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceConventionsTest {

  @Test
  void this_module_keeps_to_the_conventions() {
    assertThat(SourceConventions.violations(Path.of(""))).isEmpty();
  }

  @Test
  void each_violation_is_named_with_its_file(@TempDir Path module) throws IOException {
    Path source = Files.createDirectories(module.resolve("src/main/java/a"));
    Files.writeString(source.resolve("TextUtil.java"), "\n// TO" + "DO write it\n");
    Files.writeString(source.resolve("Long.java"), "\n".repeat(401));
    Files.writeString(source.resolve("R20261121_0715_Long.java"), "\n".repeat(401));

    assertThat(SourceConventions.violations(module))
        .containsExactly(
            "src/main/java/a/Long.java has 401 lines; the maximum is 400",
            "src/main/java/a/TextUtil.java: a name in -Util does not say what the type is",
            "src/main/java/a/TextUtil.java:2 leaves work for later (TO" + "DO)",
            "src/main/java/a has no package-info.java");
  }
}
