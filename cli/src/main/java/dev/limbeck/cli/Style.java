package dev.limbeck.cli;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The colors of revisions in a terminal.
 *
 * @param on false to leave out all colors
 */
record Style(boolean on) {
  private static final String PLAIN = "\u001b[0m";
  private static final String YELLOW = "\u001b[33m";
  private static final String BOLD_GREEN = "\u001b[1;32m";
  private static final String BOLD_CYAN = "\u001b[1;36m";
  private static final String BOLD_YELLOW = "\u001b[1;33m";
  private static final List<String> LANES =
      List.of("\u001b[31m", "\u001b[32m", "\u001b[33m", "\u001b[34m", "\u001b[35m", "\u001b[36m");

  private String colored(String color, String text) {
    return on && !text.isEmpty() ? color + text + PLAIN : text;
  }

  /** The id of a revision. */
  String id(String id) {
    return colored(YELLOW, id);
  }

  /** A branch label. */
  String label(String label) {
    return colored(BOLD_YELLOW, label);
  }

  /** What a revision is, such as {@code (head)}. */
  String mark(String mark) {
    return colored(mark.startsWith("(current") ? BOLD_CYAN : BOLD_GREEN, mark);
  }

  /** The color of a line of a drawing. */
  UnaryOperator<String> lane(int number) {
    return text -> colored(LANES.get(number % LANES.size()), text);
  }
}
