package dev.limbeck.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A properties file as {@link java.util.Properties} reads it, but with the line of each setting.
 *
 * <p>{@code #} and {@code !} begin comments, {@code =}, {@code :} or a space ends a key, a
 * backslash at the end of a line goes on in the next one, and {@code \t \n \r \f \\u0041} are
 * escapes.
 *
 * @param settings the settings in the order of the file
 * @param problems lines that cannot be read, each with its number
 */
record PropertiesText(List<Setting> settings, List<String> problems) {

  /**
   * A setting of the file.
   *
   * @param line the number of the line in which it begins, from 1
   */
  record Setting(String key, String value, int line) {}

  PropertiesText {
    settings = List.copyOf(settings);
    problems = List.copyOf(problems);
  }

  static PropertiesText parse(String text) {
    List<Setting> settings = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).stripLeading();
      if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == '!') {
        continue;
      }
      int number = i + 1;
      StringBuilder logical = new StringBuilder(line);
      while (continues(logical)) {
        logical.setLength(logical.length() - 1);
        if (++i == lines.size()) {
          break;
        }
        logical.append(lines.get(i).stripLeading());
      }
      try {
        settings.add(setting(logical.toString(), number));
      } catch (IllegalArgumentException e) {
        problems.add("line " + number + ": " + e.getMessage());
      }
    }
    return new PropertiesText(settings, problems);
  }

  /** True where the line ends with a backslash that is not itself escaped. */
  private static boolean continues(CharSequence line) {
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static Setting setting(String line, int number) {
    int keyEnd = 0;
    while (keyEnd < line.length() && !endsKey(line.charAt(keyEnd))) {
      keyEnd += line.charAt(keyEnd) == '\\' ? 2 : 1;
    }
    keyEnd = Math.min(keyEnd, line.length());
    int valueStart = skipSpaces(line, keyEnd);
    if (valueStart < line.length()
        && (line.charAt(valueStart) == '=' || line.charAt(valueStart) == ':')) {
      valueStart = skipSpaces(line, valueStart + 1);
    }
    return new Setting(
        unescaped(line.substring(0, keyEnd)),
        unescaped(line.substring(valueStart)).stripTrailing(),
        number);
  }

  private static boolean endsKey(char c) {
    return c == '=' || c == ':' || c == ' ' || c == '\t' || c == '\f';
  }

  private static int skipSpaces(String line, int from) {
    int at = from;
    while (at < line.length() && " \t\f".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      if (escaped == 'u') {
        plain.append(unicode(text, i + 1));
        i += 4;
      } else {
        int known = "tnrf".indexOf(escaped);
        plain.append(known < 0 ? escaped : "\t\n\r\f".charAt(known));
      }
    }
    return plain.toString();
  }

  private static char unicode(String text, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        throw new IllegalArgumentException("\\u is not followed by four hexadecimal digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }
}
