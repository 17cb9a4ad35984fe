package dev.limbeck.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a command in a setting: divided at white space, but not inside of single or double
 * quotes, which are left out. No shell is involved: variables, pipes and wildcards are plain text.
 */
public final class CommandWords {
  private CommandWords() {}

  /** The words; a quote that is not closed goes to the end. */
  public static List<String> of(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean open = false;
    char quote = 0;
    for (char c : command.toCharArray()) {
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        open = true;
      } else if (Character.isWhitespace(c)) {
        if (open || word.length() > 0) {
          words.add(word.toString());
        }
        word.setLength(0);
        open = false;
      } else {
        word.append(c);
      }
    }
    if (open || word.length() > 0) {
      words.add(word.toString());
    }
    return List.copyOf(words);
  }
}
