package dev.limbeck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A story of the command line, one file: first its steps, then the files that they need, each after
 * a line {@code -- path --}.
 *
 * <pre>
 * # databases: sqlite postgresql      runs once on each; the default is sqlite
 * $ limbeck upgrade head              a step: limbeck, or one of {@link StoryRun}'s own commands
 * = 4                                 its exit code; 0 where nothing is said
 * > upgraded 3f2a                     its stdout has this
 * 2> LMB-401                          its stderr has this
 * !> text      !2> text               its stdout or stderr has it not
 * >empty       2>empty                it has none
 * </pre>
 *
 * <p>{@code ${DIR}} stands for the directory of the story.
 *
 * @param databases the databases to run it on
 * @param files the files by path
 */
record Story(String name, List<String> databases, List<Step> steps, Map<String, String> files) {

  /**
   * A step.
   *
   * @param line its number in the file
   * @param words the command and its arguments
   * @param exit the expected exit code
   * @param expectations what is expected of its output
   */
  record Step(int line, List<String> words, int exit, List<Expectation> expectations) {}

  /** What is expected of one output: {@code text} is in it, or is not; null says it is empty. */
  record Expectation(int line, boolean out, boolean present, String text) {}

  static Story read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<String> databases = List.of("sqlite");
    List<Step> steps = new ArrayList<>();
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    StringBuilder content = null;
    List<Expectation> expectations = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("-- ") && line.endsWith(" --")) {
        content = new StringBuilder();
        files.put(line.substring(3, line.length() - 3), content);
      } else if (content != null) {
        content.append(line).append('\n');
      } else if (line.startsWith("# databases: ")) {
        databases = List.of(line.substring("# databases: ".length()).split(" "));
      } else if (line.startsWith("$ ")) {
        expectations = new ArrayList<>();
        steps.add(new Step(i + 1, words(line.substring(2)), 0, expectations));
      } else if (line.startsWith("= ")) {
        Step step = steps.remove(steps.size() - 1);
        steps.add(
            new Step(
                step.line(),
                step.words(),
                Integer.parseInt(line.substring(2).strip()),
                step.expectations()));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        expectations.add(expectation(i + 1, line));
      }
    }
    Map<String, String> contents = new LinkedHashMap<>();
    files.forEach((path, text) -> contents.put(path, text.toString()));
    return new Story(String.valueOf(file.getFileName()), databases, steps, contents);
  }

  private static Expectation expectation(int number, String line) {
    boolean present = !line.startsWith("!");
    String rest = present ? line : line.substring(1);
    boolean out = !rest.startsWith("2");
    String text = out ? rest : rest.substring(1);
    if (text.equals(">empty")) {
      return new Expectation(number, out, true, "");
    }
    if (!text.startsWith("> ")) {
      throw new IllegalArgumentException("line " + number + " is not understood: " + line);
    }
    return new Expectation(number, out, present, text.substring(2));
  }

  /** The words of a command; double quotes keep spaces, {@code \q} is one. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (char c : command.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
        begun = true;
      } else if (c == ' ' && !quoted) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words.stream().map(each -> each.replace("\\q", "\"")).toList();
  }
}
