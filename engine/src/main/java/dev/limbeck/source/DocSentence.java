package dev.limbeck.source;

import java.util.Map;

/** The first sentence of a class comment, as plain text. */
final class DocSentence {
  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "nbsp", " ");

  private DocSentence() {}

  /**
   * The sentence without its full stop.
   *
   * @param comment a documentation comment without its marks
   */
  static String of(String comment) {
    StringBuilder text = new StringBuilder();
    for (String line : comment.split("\n", -1)) {
      String words = line.strip();
      while (words.startsWith("*")) {
        words = words.substring(1);
      }
      words = words.strip();
      if (words.startsWith("@")) {
        break;
      }
      text.append(words).append(' ');
    }
    return withoutStop(plain(firstSentence(text.toString().strip())).strip());
  }

  private static String firstSentence(String text) {
    int paragraph = text.indexOf("<p>");
    String first = paragraph < 0 ? text : text.substring(0, paragraph);
    int end = first.indexOf(". ");
    return end < 0 ? first : first.substring(0, end + 1);
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static String plain(String html) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < html.length()) {
      char c = html.charAt(i);
      int end = closing(html, i);
      if (end < 0) {
        text.append(c);
        i++;
        continue;
      }
      String inside = html.substring(i + 1, end);
      if (c == '&') {
        text.append(entity(inside));
      } else if (c == '{') {
        int blank = inside.indexOf(' ');
        text.append(blank < 0 ? "" : inside.substring(blank + 1).strip());
      }
      i = end + 1;
    }
    return text.toString();
  }

  /** Where the tag, inline tag or entity that begins here ends; -1 where none begins. */
  private static int closing(String html, int start) {
    return switch (html.charAt(start)) {
      case '<' -> html.indexOf('>', start);
      case '{' -> html.startsWith("{@", start) ? html.indexOf('}', start) : -1;
      case '&' -> {
        int end = html.indexOf(';', start);
        yield end < 0 || end - start > 9 || html.substring(start, end).contains(" ") ? -1 : end;
      }
      default -> -1;
    };
  }

  private static String entity(String name) {
    if (name.startsWith("#") && name.length() > 1) {
      try {
        int code =
            name.charAt(1) == 'x'
                ? Integer.parseInt(name.substring(2), 16)
                : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : "&" + name + ";";
      } catch (NumberFormatException e) {
        return "&" + name + ";";
      }
    }
    return ENTITIES.getOrDefault(name, "&" + name + ";");
  }
}
