package dev.limbeck.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code .env} file: lines {@code NAME=value}, with {@code export} before the name or not.
 *
 * <p>{@code #} begins a comment at the beginning of a line or after a space. A value in single
 * quotes is taken as it is; in double quotes {@code \n}, {@code \t}, {@code \r}, {@code \"}, {@code
 * \\} and {@code \$} are escapes; quoted values may have several lines. Nothing is interpolated.
 *
 * @param values the values by name; the last of a name counts
 * @param problems lines that cannot be read, each with its number
 */
record DotEnvText(Map<String, String> values, List<String> problems) {

  DotEnvText {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  static DotEnvText parse(String text) {
    return new Parser(text).parse();
  }

  private static final class Parser {
    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int at;

    Parser(String text) {
      this.text = text.replace("\r\n", "\n");
    }

    DotEnvText parse() {
      while (at < text.length()) {
        int start = at;
        skipSpaces();
        if (atEnd() || peek() == '\n' || peek() == '#') {
          skipLine();
        } else {
          try {
            assignment();
          } catch (IllegalArgumentException e) {
            problems.add("line " + line(start) + ": " + e.getMessage());
            at = start;
            skipLine();
          }
        }
      }
      return new DotEnvText(values, problems);
    }

    private void assignment() {
      String name = name();
      skipSpaces();
      if (name.equals("export") && !atEnd() && peek() != '=') {
        name = name();
        skipSpaces();
      }
      if (name.isEmpty() || atEnd() || peek() != '=') {
        throw new IllegalArgumentException("expected NAME=value");
      }
      at++;
      skipSpaces();
      values.put(name, value());
      skipSpaces();
      if (!atEnd() && peek() != '\n' && peek() != '#') {
        throw new IllegalArgumentException("something follows the closing quote");
      }
      skipLine();
    }

    private String name() {
      int start = at;
      while (!atEnd() && (Character.isLetterOrDigit(peek()) || "_.-".indexOf(peek()) >= 0)) {
        at++;
      }
      return text.substring(start, at);
    }

    private String value() {
      if (atEnd() || (peek() != '"' && peek() != '\'')) {
        return unquoted();
      }
      char quote = text.charAt(at++);
      StringBuilder value = new StringBuilder();
      while (!atEnd() && peek() != quote) {
        char c = text.charAt(at++);
        value.append(c == '\\' && quote == '"' && !atEnd() ? escaped() : String.valueOf(c));
      }
      if (atEnd()) {
        throw new IllegalArgumentException("a quote is not closed");
      }
      at++;
      return value.toString();
    }

    private String escaped() {
      char c = text.charAt(at++);
      return switch (c) {
        case 'n' -> "\n";
        case 't' -> "\t";
        case 'r' -> "\r";
        case '"', '\\', '$' -> String.valueOf(c);
        default -> "\\" + c;
      };
    }

    private String unquoted() {
      int start = at;
      while (!atEnd() && peek() != '\n' && !beginsComment(start)) {
        at++;
      }
      return text.substring(start, at).strip();
    }

    private boolean beginsComment(int start) {
      return peek() == '#' && (at == start || Character.isWhitespace(text.charAt(at - 1)));
    }

    private void skipSpaces() {
      while (!atEnd() && (peek() == ' ' || peek() == '\t')) {
        at++;
      }
    }

    private void skipLine() {
      while (!atEnd() && peek() != '\n') {
        at++;
      }
      at++;
    }

    private boolean atEnd() {
      return at >= text.length();
    }

    private char peek() {
      return text.charAt(at);
    }

    private long line(int position) {
      return 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
    }
  }
}
