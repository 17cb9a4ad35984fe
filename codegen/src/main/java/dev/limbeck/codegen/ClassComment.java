package dev.limbeck.codegen;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** A revision's message as the comment of its class. */
final class ClassComment {
  private static final int LINE = SourceText.WIDTH - " * ".length();

  private final List<String> lines;

  private ClassComment(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /** The message as a sentence; no comment for an empty one. */
  static ClassComment of(String message) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : sentence(message).split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return new ClassComment(lines);
  }

  private static String sentence(String message) {
    StringBuilder text = new StringBuilder();
    message.codePoints().forEach(point -> append(text, point));
    String words = text.toString().strip().replaceAll(" +", " ");
    boolean ended = words.isEmpty() || ".!?".indexOf(words.charAt(words.length() - 1)) >= 0;
    return escaped(ended ? words : words + ".");
  }

  /** White space, and what nobody sees, is a blank. */
  private static void append(StringBuilder text, int point) {
    boolean visible =
        switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
    text.appendCodePoint(visible ? point : ' ');
  }

  /** Nothing that ends the comment, begins a tag or is read as a Unicode escape. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;")
        .replace("\\", "&#92;");
  }

  CodeBlock javadoc() {
    return CodeBlock.of("$L", String.join("\n", lines));
  }

  /** The source with the comment on one line where it fits, which JavaPoet has no way to say. */
  String onOneLine(String source) {
    if (lines.size() != 1) {
      return source;
    }
    String written = "/**\n * " + lines.get(0) + "\n */\n";
    String oneLine = "/** " + lines.get(0) + " */\n";
    int at = source.indexOf(written);
    return at < 0 || oneLine.length() > SourceText.WIDTH + 1
        ? source
        : source.substring(0, at) + oneLine + source.substring(at + written.length());
  }
}
