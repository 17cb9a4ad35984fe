package dev.limbeck.config;

import dev.limbeck.LimbeckException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list of paths in a setting: entries separated by {@code :} (on Windows also {@code ;}), commas
 * or line ends; {@code dir/*} stands for all jars of a directory. Relative paths are those of a
 * given directory.
 */
final class ClassPathList {
  private ClassPathList() {}

  /** The entries as they are written. */
  static List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    StringBuilder entry = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean separates =
          c == ','
              || c == '\n'
              || c == File.pathSeparatorChar
              || (c == ':' && !isDrive(entry.toString().strip(), text, i));
      if (separates) {
        add(entries, entry);
      } else {
        entry.append(c);
      }
    }
    add(entries, entry);
    return entries;
  }

  private static void add(List<String> entries, StringBuilder entry) {
    String text = entry.toString().strip();
    if (!text.isEmpty()) {
      entries.add(text);
    }
    entry.setLength(0);
  }

  /** True where the colon belongs to {@code C:\}. */
  private static boolean isDrive(String before, String text, int colon) {
    return File.separatorChar == '\\'
        && before.length() == 1
        && Character.isLetter(before.charAt(0))
        && colon + 1 < text.length()
        && "/\\".indexOf(text.charAt(colon + 1)) >= 0;
  }

  /**
   * The paths of the entries.
   *
   * @param where the setting, as errors name it
   * @throws LimbeckException LMB-106 where a {@code dir/*} names no directory
   */
  static List<Path> paths(String text, Path directory, String where) {
    List<Path> paths = new ArrayList<>();
    for (String entry : entries(text)) {
      if (entry.equals("*") || entry.endsWith("/*") || entry.endsWith("\\*")) {
        paths.addAll(jars(directory.resolve(entry.substring(0, entry.length() - 1)), where));
      } else {
        paths.add(directory.resolve(entry).normalize());
      }
    }
    return paths;
  }

  private static List<Path> jars(Path directory, String where) {
    try (Stream<Path> files = Files.list(directory.normalize())) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new LimbeckException(
          "LMB-106",
          "The jars of a directory cannot be listed.\n  "
              + where
              + "   "
              + directory.normalize()
              + "\n  "
              + (Files.isDirectory(directory) ? e.toString() : "There is no such directory."),
          e);
    }
  }
}
