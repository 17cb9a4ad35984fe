package dev.limbeck.sample;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.EntitySource;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sample's entities as a developer would change them: a copy of their sources, edited. */
final class EditedEntities {

  private static final Path SOURCES =
      Path.of("src", "main", "java", "dev", "limbeck", "sample", "entity");

  private final Path sources;
  private final Path classes;

  private EditedEntities(Path sources, Path classes) {
    this.sources = sources;
    this.classes = classes;
  }

  /** A fresh copy in a directory, which need not exist. */
  static EditedEntities in(Path directory) {
    EditedEntities copy =
        new EditedEntities(
            directory.resolve("sources").resolve("dev/limbeck/sample/entity"),
            directory.resolve("classes"));
    try (Stream<Path> files = Files.list(SOURCES)) {
      Files.createDirectories(copy.sources);
      Files.createDirectories(copy.classes);
      for (Path file : files.toList()) {
        Files.copy(file, copy.sources.resolve(file.getFileName().toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  /** No entities, in a directory, which need not exist. */
  static EditedEntities none(Path directory) {
    EditedEntities none =
        new EditedEntities(
            directory.resolve("sources").resolve("dev/limbeck/sample/entity"),
            directory.resolve("classes"));
    try {
      Files.createDirectories(none.sources);
      Files.createDirectories(none.classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return none;
  }

  /** Replaces text that occurs exactly once in the source of a class. */
  EditedEntities replace(String type, String before, String after) {
    String text = read(type);
    int at = text.indexOf(before);
    if (at < 0 || text.indexOf(before, at + 1) >= 0) {
      throw new IllegalArgumentException(type + " does not hold this exactly once: " + before);
    }
    return write(type, text.replace(before, after));
  }

  /**
   * Adds members at the end of a class; types of Jakarta Persistence and Hibernate are imported.
   */
  EditedEntities addMembers(String type, String members) {
    String text = read(type);
    int end = text.lastIndexOf('}');
    return importing(type, text.substring(0, end) + members + text.substring(end));
  }

  /** Adds a class, or writes it anew; types of Jakarta Persistence and Hibernate are imported. */
  EditedEntities type(String type, String text) {
    return importing(type, "package dev.limbeck.sample.entity;\n\n" + text);
  }

  EditedEntities delete(String type) {
    try {
      Files.delete(file(type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private EditedEntities importing(String type, String text) {
    int end = text.indexOf(";\n") + 2;
    return write(
        type,
        text.substring(0, end)
            + "import jakarta.persistence.*;\nimport java.util.*;\nimport org.hibernate.annotations.*;\n"
            + text.substring(end));
  }

  private String read(String type) {
    try {
      return Files.readString(file(type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EditedEntities write(String type, String text) {
    try {
      Files.writeString(file(type), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private Path file(String type) {
    return sources.resolve(type + ".java");
  }

  /** Compiles the sources; scans them when they are asked for. */
  EntitySource scanned() {
    JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed");
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null);
        Stream<Path> all = Files.list(sources)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("-d", classes.toString(), "-proc:none", "-nowarn", "-parameters"),
                  null,
                  files.getJavaFileObjectsFromPaths(all.toList()))
              .call();
      if (!compiled) {
        throw new IllegalStateException("The edited entities do not compile:\n" + messages);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ScannedEntities(classes);
  }
}
