package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does what a page says, in one shell, and gives back the page with what was really printed.
 *
 * <p>What is different each time is not a difference: ids of revisions, times, and what {@code
 * places} names. A command of the page that speaks of an id is run with the real one.
 */
final class PageRun implements AutoCloseable {
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{12}\\b");
  private static final Pattern TIME =
      Pattern.compile(
          "\\b\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z|(?<=\\bR)\\d{8}(?:_\\d{4})?(?=_)");
  private static final String END = "--- end of step ---";

  private final Map<String, String> places;
  private final Process shell;
  private final BufferedReader output;
  private final Writer input;
  private Path directory;

  /** The real id by the id of the page. */
  private final Map<String, String> ids = new LinkedHashMap<>();

  /**
   * Starts the shell.
   *
   * @param places real text by what stands for it on the page, such as the address of a database
   * @param environment variables of the shell
   */
  PageRun(Path directory, Map<String, String> places, Map<String, String> environment)
      throws IOException {
    this.directory = directory;
    this.places = new LinkedHashMap<>(places);
    ProcessBuilder builder = new ProcessBuilder("sh").directory(directory.toFile());
    builder.redirectErrorStream(true);
    builder.environment().remove("DATABASE_URL");
    builder.environment().remove("LIMBECK_JAVA_OPTS");
    builder.environment().putAll(environment);
    shell = builder.start();
    output =
        new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
    input = shell.outputWriter(StandardCharsets.UTF_8);
  }

  /** The lines of the page as it would be if it said what happens. */
  List<String> run(Page page) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Page.Part part : page.parts()) {
      if (part instanceof Page.FileBlock file) {
        write(file.path(), String.join("\n", file.lines()) + "\n");
      } else if (part instanceof Page.EditBlock edit) {
        edit(edit);
      }
      if (part instanceof Page.Step step) {
        lines.addAll(("$ " + step.command()).lines().toList());
        lines.addAll(printed(step));
      } else {
        lines.addAll(part.lines());
      }
    }
    return lines;
  }

  private void write(String path, String text) throws IOException {
    Path file = file(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, real(text));
  }

  private void edit(Page.EditBlock edit) throws IOException {
    Path file = file(edit.path());
    String text = Files.readString(file);
    assertThat(text).as(edit.path()).containsOnlyOnce(real(edit.side('-')));
    Files.writeString(file, text.replace(real(edit.side('-')), real(edit.side('+'))));
  }

  /** A path of the page, in which {@code *} stands for the time in a name. */
  private Path file(String path) throws IOException {
    Path file = directory.resolve(path);
    if (!path.contains("*")) {
      return file;
    }
    Path parent = Objects.requireNonNull(file.getParent());
    try (var found = Files.newDirectoryStream(parent, String.valueOf(file.getFileName()))) {
      List<Path> all = new ArrayList<>();
      found.forEach(all::add);
      assertThat(all).as(path).hasSize(1);
      return all.get(0);
    }
  }

  private List<String> printed(Page.Step step) throws IOException {
    // In the shell itself, so that variables and directories stay for the next one.
    input.write("{ " + real(step.command()) + "\n} < /dev/null\necho; echo '" + END + "'; pwd\n");
    input.flush();
    List<String> actual = new ArrayList<>();
    String line = output.readLine();
    while (line != null && !line.equals(END)) {
      actual.add(onPage(line));
      line = output.readLine();
    }
    if (line == null) {
      actual.add("(the shell ended)");
    } else {
      directory = Path.of(output.readLine());
      // The line end that came before the mark; what was printed may have none of its own.
      if (actual.get(actual.size() - 1).isEmpty()) {
        actual.remove(actual.size() - 1);
      }
    }
    List<int[]> pairs = new ArrayList<>();
    if (!matches(step.expected(), 0, actual, 0, pairs)) {
      return actual;
    }
    for (int[] pair : pairs) {
      learn(step.expected().get(pair[0]), actual.get(pair[1]));
    }
    return step.expected();
  }

  /** Learns the real ids from a line of the page and the line that was printed in its place. */
  private void learn(String said, String printed) {
    Matcher here = ID.matcher(said);
    Matcher there = ID.matcher(printed);
    while (here.find() && there.find()) {
      ids.putIfAbsent(here.group(), there.group());
    }
  }

  /** Whether the lines from there on match; adds which line matches which. */
  private boolean matches(
      List<String> expected, int at, List<String> actual, int from, List<int[]> pairs) {
    if (at == expected.size()) {
      return from == actual.size();
    }
    if (!expected.get(at).equals("...")) {
      boolean matches =
          from < actual.size()
              && steady(expected.get(at)).equals(steady(actual.get(from)))
              && matches(expected, at + 1, actual, from + 1, pairs);
      if (matches) {
        pairs.add(0, new int[] {at, from});
      }
      return matches;
    }
    for (int next = from; next <= actual.size(); next++) {
      if (matches(expected, at + 1, actual, next, pairs)) {
        return true;
      }
    }
    return false;
  }

  private String steady(String line) {
    return TIME.matcher(ID.matcher(line).replaceAll(this::nameOf)).replaceAll("TIME");
  }

  /** An id of the page that is known by now; any other is only "an id". */
  private String nameOf(MatchResult id) {
    return ids.containsKey(id.group()) ? id.group() : "ID";
  }

  private String real(String text) {
    String real = text;
    for (Map.Entry<String, String> place : places.entrySet()) {
      real = real.replace(place.getKey(), place.getValue());
    }
    for (Map.Entry<String, String> id : ids.entrySet()) {
      real = real.replace(id.getKey(), id.getValue());
    }
    return real;
  }

  private String onPage(String text) {
    String page = text;
    for (Map.Entry<String, String> place : places.entrySet()) {
      page = page.replace(place.getValue(), place.getKey());
    }
    for (Map.Entry<String, String> id : ids.entrySet()) {
      page = page.replace(id.getValue(), id.getKey());
    }
    return page;
  }

  @Override
  public void close() throws IOException {
    input.close();
    shell.destroy();
  }
}
