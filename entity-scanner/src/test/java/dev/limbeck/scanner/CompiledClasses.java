package dev.limbeck.scanner;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Classes that a test compiles, in a directory of their own. */
final class CompiledClasses {
  private CompiledClasses() {}

  /**
   * Compiles sources into the directory {@code classes}.
   *
   * @param sources the sources by class name
   */
  static Path compile(Path directory, Map<String, String> sources) throws IOException {
    return compile(directory, sources, List.of());
  }

  /**
   * Compiles sources into the directory {@code classes}.
   *
   * @param sources the sources by class name
   * @param libraries what they need beside the class path of the tests
   */
  static Path compile(Path directory, Map<String, String> sources, List<Path> libraries)
      throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    List<String> arguments = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = source(directory, source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            classes.toString(),
            "-cp",
            Stream.concat(Stream.of(classes), libraries.stream())
                .map(path -> path + File.pathSeparator)
                .collect(joining("", "", System.getProperty("java.class.path"))));
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromStrings(arguments))
              .call();
      if (!compiled) {
        throw new IllegalStateException(messages.toString());
      }
    }
    return classes;
  }

  /** The file of a class's source. */
  static Path source(Path directory, String name) {
    return directory.resolve("src").resolve(name.replace('.', '/') + ".java");
  }

  /** Puts all files of a directory into a jar. */
  static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }
}
