package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles entities against the Hibernate that the distribution carries. */
final class EntityClasses {
  private EntityClasses() {}

  static void compile(Path classes, List<Path> sources) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", hibernate()));
    sources.forEach(source -> arguments.add(source.toString()));
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, arguments.toArray(String[]::new));
    assertThat(exit).as(messages.toString(StandardCharsets.UTF_8)).isZero();
  }

  private static String hibernate() throws IOException {
    try (Stream<Path> jars =
        Files.list(Path.of(System.getProperty("limbeck.home"), "lib", "hibernate"))) {
      return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
  }
}
