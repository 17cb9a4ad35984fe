package dev.limbeck.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All facts of a database's catalogs, how each is changed, and what a check says of it, or why it
 * says nothing.
 *
 * <pre>
 * pg_attribute                         a catalog
 *   attnotnull                         a column of it
 *     $ alter table a alter b …        what changes it
 *     > alter_nullable a b …           the lines of the check
 *     ~ not compared: …                its notes
 *   attnum
 *     - The order of columns …         why it is ignored; statements may stand before it
 * </pre>
 *
 * <p>Lines that begin with {@code #} say nothing.
 */
final class MutationFile {
  private static final Path DIRECTORY = Path.of("src", "test", "resources", "mutations");

  private final List<Mutation> mutations = new ArrayList<>();
  private final Set<String> facts = new LinkedHashSet<>();
  private final List<String> statements = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> reason = new ArrayList<>();
  private String catalog = "";
  private String column = "";

  private MutationFile() {}

  static MutationFile read(String name) {
    MutationFile file = new MutationFile();
    try {
      Files.readAllLines(DIRECTORY.resolve(name)).forEach(file::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.end();
    return file;
  }

  /** All mutations, in their order. */
  List<Mutation> mutations() {
    return List.copyOf(mutations);
  }

  /** All facts, as {@code catalog.column}. */
  Set<String> facts() {
    return Set.copyOf(facts);
  }

  private void line(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    switch (text.charAt(0)) {
      case '$' -> {
        if (!expected.isEmpty() || !reason.isEmpty() || !notes.isEmpty()) {
          end();
        }
        statements.add(text.substring(2));
      }
      case '>' -> expected.add(text.substring(2));
      case '~' -> notes.add(text.substring(2));
      case '-' -> reason.add(text.substring(2));
      default -> {
        end();
        if (line.charAt(0) == ' ') {
          column = text;
          facts.add(catalog + "." + column);
        } else {
          catalog = text;
        }
      }
    }
  }

  private void end() {
    if (!statements.isEmpty() || !reason.isEmpty()) {
      if (expected.isEmpty() && notes.isEmpty() && reason.isEmpty()) {
        throw new IllegalStateException(
            catalog + "." + column + " is neither reported nor ignored with a reason");
      }
      mutations.add(
          new Mutation(
              catalog,
              column,
              List.copyOf(statements),
              List.copyOf(expected),
              List.copyOf(notes),
              reason.isEmpty() ? null : reason.stream().collect(Collectors.joining(" "))));
    }
    statements.clear();
    expected.clear();
    notes.clear();
    reason.clear();
  }
}
