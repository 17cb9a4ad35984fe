package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the {@code limbeck} of a checkout, with a Maven that only lays out a distribution. */
@DisabledOnOs(OS.WINDOWS)
class CheckoutScriptTest {
  private static final String[] MODULES = {"engine", "entity-scanner", "codegen", "cli"};
  private static final String BUILDING = "Building Limbeck ...\n";

  @TempDir private Path temp;
  private Path root;

  @BeforeEach
  void lay_out_a_checkout() throws IOException {
    root = Files.createDirectories(temp.toRealPath().resolve("a checkout"));
    Files.copy(Path.of("..", "limbeck"), root.resolve("limbeck"));
    executable(root.resolve("limbeck"));
    for (String module : MODULES) {
      Files.createDirectories(root.resolve(module).resolve("src/main"));
      write(module + "/pom.xml", "<project/>");
    }
    write("pom.xml", "<project/>");
    write("hibernate-bundle/pom.xml", "<project/>");
    write(
        "bin/mvn",
        """
        #!/bin/sh
        for module in engine entity-scanner codegen cli; do
          mkdir -p $module/target cli/target/limbeck/lib cli/target/limbeck/bin
          echo "$module $$" > $module/target/limbeck-$module-1.jar
          cp $module/target/limbeck-$module-1.jar cli/target/limbeck/lib
        done
        printf '#!/bin/sh\\necho "ran $*"\\n' > cli/target/limbeck/bin/limbeck
        chmod +x cli/target/limbeck/bin/limbeck
        """);
    executable(root.resolve("bin/mvn"));
    age(root);
  }

  @Test
  void it_is_built_once_and_again_when_a_source_changes() throws Exception {
    assertThat(run()).isEqualTo(BUILDING + "ran heads\n");
    assertThat(run()).isEqualTo("ran heads\n");
    newer("codegen/src/main/A.java");
    assertThat(run()).startsWith(BUILDING);
  }

  @Test
  void what_maven_packaged_is_not_built_again() throws Exception {
    maven();
    assertThat(run()).isEqualTo("ran heads\n");
    newer("engine/src/main/A.java");
    assertThat(run()).startsWith(BUILDING);
  }

  @Test
  void a_distribution_with_another_jar_than_maven_packaged_is_built_again() throws Exception {
    maven();
    write("engine/target/limbeck-engine-1.jar", "a later one");
    assertThat(run()).startsWith(BUILDING);
  }

  @Test
  void who_may_not_write_is_told_so_in_a_line() throws Exception {
    maven();
    newer("engine/src/main/A.java");
    Path target = root.resolve("cli/target");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeTrue(!Files.isWritable(target), "root may write everywhere");
      assertThat(run())
          .startsWith("Limbeck has to be built, and " + target + " cannot be written: ")
          .hasLineCount(1);
    } finally {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private void maven() throws Exception {
    Process process =
        new ProcessBuilder(root.resolve("bin/mvn").toString()).directory(root.toFile()).start();
    assertThat(process.waitFor()).isZero();
  }

  private String run() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(root.resolve("limbeck").toString(), "heads");
    builder.environment().merge("PATH", root.resolve("bin") + ":", (old, ours) -> ours + old);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return said;
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void newer(String file) throws IOException {
    write(file, "");
    Files.setLastModifiedTime(root.resolve(file), FileTime.from(Instant.now().plusSeconds(60)));
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** So that what is written later is newer, however coarse the times are. */
  private static void age(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
      }
    }
  }
}
