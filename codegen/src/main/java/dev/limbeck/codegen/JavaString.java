package dev.limbeck.codegen;

import com.palantir.javapoet.ClassName;
import dev.limbeck.codegen.Expression.Literal;
import dev.limbeck.codegen.Expression.TextBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts as Java source that gives back exactly them.
 *
 * <p>Characters that nobody sees, or that turn the direction of what follows, are written as
 * escapes: a review shows what is there. A text that is longer than a class file's constant may be
 * is joined from several.
 */
final class JavaString {
  /** Three bytes of a constant's 65,535 for each character at most. */
  private static final int LONGEST_CONSTANT = 20_000;

  private static final int LONGEST_LITERAL = 80;
  private static final ClassName STRING = ClassName.get(String.class);

  private JavaString() {}

  /** A name or a short text: a string literal. */
  static Expression name(String value) {
    return inParts(value, false);
  }

  /** Text for people: a text block where it has several lines. */
  static Expression prose(String value) {
    return inParts(value, value.indexOf('\n') >= 0);
  }

  /** SQL: a text block where it is long or has several lines. */
  static Expression sql(String value) {
    return inParts(value, value.indexOf('\n') >= 0 || value.length() > LONGEST_LITERAL);
  }

  /** Statements, which stand in a text block whose end has a line of its own. */
  static Expression statements(String value) {
    return inParts(value + "\n", true);
  }

  private static Expression inParts(String value, boolean block) {
    if (value.length() <= LONGEST_CONSTANT) {
      return part(value, block);
    }
    List<Expression> parts = new ArrayList<>(List.of(new Literal("\"\"")));
    int start = 0;
    while (start < value.length()) {
      int end = Math.min(value.length(), start + LONGEST_CONSTANT);
      if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
        end--;
      }
      parts.add(part(value.substring(start, end), block));
      start = end;
    }
    return Calls.of(STRING, "join", parts);
  }

  private static Expression part(String value, boolean block) {
    return block && !value.isEmpty() && value.chars().noneMatch(JavaString::isStrippedAsUnicode)
        ? new TextBlock(blockLines(value))
        : new Literal(literal(value));
  }

  /**
   * White space and line ends beyond ASCII: Unicode escapes become characters before the compiler
   * strips the lines of a text block, so there is no way to keep them there.
   */
  private static boolean isStrippedAsUnicode(int c) {
    return c > 0x7f && (Character.isWhitespace(c) || c == 0x85);
  }

  /** A string literal with its quotes. */
  static String literal(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        text.append("\\\"");
      } else if (c == '\n') {
        text.append("\\n");
      } else {
        appendEscaped(text, value, i);
      }
    }
    return text.append('"').toString();
  }

  private static List<String> blockLines(String value) {
    List<String> lines = new ArrayList<>();
    String[] plain = value.split("\n", -1);
    for (int i = 0; i < plain.length; i++) {
      lines.add(blockLine(plain[i], i == plain.length - 1));
    }
    boolean endsOnItsOwnLine = plain[plain.length - 1].isEmpty();
    if (!endsOnItsOwnLine && lines.stream().allMatch(JavaString::startsWithoutText)) {
      keepIndentation(lines);
    }
    return lines;
  }

  private static String blockLine(String line, boolean last) {
    StringBuilder text = new StringBuilder();
    int quotes = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean atEnd = i == line.length() - 1;
      if (c == '"') {
        boolean escape = ++quotes == 3 || last && atEnd;
        text.append(escape ? "\\\"" : "\"");
        quotes = escape ? 0 : quotes;
        continue;
      }
      quotes = 0;
      if (c == ' ' && atEnd) {
        text.append("\\s");
      } else {
        appendEscaped(text, line, i);
      }
    }
    return text.toString();
  }

  private static boolean startsWithoutText(String line) {
    return line.isEmpty() || line.startsWith(" ");
  }

  /** The compiler strips what all lines begin with; a first space that is escaped is no space. */
  private static void keepIndentation(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(" ")) {
        lines.set(i, "\\s" + lines.get(i).substring(1));
        return;
      }
    }
  }

  /** Everything but quotes and line feeds. */
  private static void appendEscaped(StringBuilder text, String value, int index) {
    char c = value.charAt(index);
    switch (c) {
      case '\\' -> text.append("\\\\");
      case '\t' -> text.append("\\t");
      case '\r' -> text.append("\\r");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      default -> {
        if (c < ' ' || c == 0x7f) {
          text.append('\\').append(String.format("%03o", (int) c));
        } else if (c > 0x7f && !isVisible(value, index)) {
          text.append("\\u").append(String.format("%04x", (int) c));
        } else {
          text.append(c);
        }
      }
    }
  }

  private static boolean isVisible(String value, int index) {
    char c = value.charAt(index);
    int point = c;
    if (Character.isHighSurrogate(c)) {
      point = value.codePointAt(index);
    } else if (Character.isLowSurrogate(c) && index > 0) {
      point = value.codePointBefore(index + 1);
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
