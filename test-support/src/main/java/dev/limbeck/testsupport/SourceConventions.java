package dev.limbeck.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the sources of every module keep to and no compiler checks: short files, names that say what
 * a thing is, a described and null-marked package, nothing left for later.
 */
public final class SourceConventions {

  /** A longer file holds more than one thing. */
  public static final int MAXIMUM_LINES = 400;

  private static final List<String> VAGUE_SUFFIXES =
      List.of("Util", "Utils", "Helper", "Helpers", "Manager", "Impl");

  // In two parts, so that this file does not break its own rule.
  private static final List<String> LEFT_FOR_LATER = List.of("TO" + "DO", "FIX" + "ME");

  private SourceConventions() {}

  /**
   * The violations in a module, in the order of the files; empty where there are none. Generated
   * revisions ({@code R20261121_0715_….java}, and those in {@code golden}) are as long as the
   * change that they describe, and are left out.
   *
   * @param module the module's directory
   */
  public static List<String> violations(Path module) {
    List<String> violations = new ArrayList<>();
    for (Path file : javaFiles(module.resolve("src"))) {
      violations.addAll(inFile(file, module.relativize(file)));
    }
    for (Path directory : packages(module.resolve("src/main/java"))) {
      violations.addAll(inPackage(directory, module.relativize(directory)));
    }
    return violations;
  }

  private static List<String> inFile(Path file, Path shown) {
    List<String> violations = new ArrayList<>();
    List<String> lines = read(file);
    if (lines.size() > MAXIMUM_LINES) {
      violations.add(
          "%s has %d lines; the maximum is %d".formatted(shown, lines.size(), MAXIMUM_LINES));
    }
    String name = typeName(file);
    for (String suffix : VAGUE_SUFFIXES) {
      if (name.endsWith(suffix)) {
        violations.add("%s: a name in -%s does not say what the type is".formatted(shown, suffix));
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      for (String marker : LEFT_FOR_LATER) {
        if (lines.get(i).contains(marker)) {
          violations.add("%s:%d leaves work for later (%s)".formatted(shown, i + 1, marker));
        }
      }
    }
    return violations;
  }

  private static List<String> inPackage(Path directory, Path shown) {
    Path description = directory.resolve("package-info.java");
    if (!Files.exists(description)) {
      return List.of(shown + " has no package-info.java");
    }
    return read(description).contains("@NullMarked")
        ? List.of()
        : List.of(shown + "/package-info.java is not @NullMarked");
  }

  private static List<Path> javaFiles(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !isRevision(typeName(file)) && !isGolden(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the sources in " + root, e);
    }
  }

  private static TreeSet<Path> packages(Path root) {
    TreeSet<Path> packages = new TreeSet<>();
    for (Path file : javaFiles(root)) {
      packages.add(file.getParent());
    }
    return packages;
  }

  private static boolean isRevision(String typeName) {
    return typeName.length() > 1
        && typeName.charAt(0) == 'R'
        && Character.isDigit(typeName.charAt(1));
  }

  /** What a test compares with, a whole generated revision. */
  private static boolean isGolden(Path file) {
    return file.getParent().getFileName().toString().equals("golden");
  }

  private static String typeName(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".java".length());
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
