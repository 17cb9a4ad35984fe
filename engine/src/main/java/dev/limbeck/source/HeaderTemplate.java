package dev.limbeck.source;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The comment at the beginning of new revisions, such as a licence: text in which {@code {year}}
 * and the other tokens of {@link NameTemplate} are replaced. Other braces stay as they are.
 *
 * <p>Text that is a comment of Java already is taken as it is; other text gets the marks of one.
 */
public final class HeaderTemplate {
  private final String comment;
  private final ZoneId zone;

  private HeaderTemplate(String comment, ZoneId zone) {
    this.comment = comment;
    this.zone = zone;
  }

  /**
   * Reads a template.
   *
   * @param zone the time zone of the tokens
   * @param origin where it was given, for errors
   * @throws LimbeckException LMB-252 where it cannot stand in a comment
   */
  public static HeaderTemplate of(String text, ZoneId zone, String origin) {
    requireNonNull(zone, "zone");
    List<String> lines = text.strip().lines().map(String::stripTrailing).toList();
    boolean lineComments =
        !lines.isEmpty() && lines.stream().allMatch(line -> line.isEmpty() || isLineComment(line));
    String inside = text.strip();
    boolean blockComment = inside.startsWith("/*") && inside.endsWith("*/") && inside.length() > 3;
    if (blockComment) {
      inside = inside.substring(2, inside.length() - 2);
    }
    if (!lineComments && inside.contains("*/") || inside.contains("\\u")) {
      throw new LimbeckException(
          "LMB-252",
          "The header of revisions cannot stand in a comment of Java.\n  "
              + origin
              + "   it holds "
              + (inside.contains("\\u")
                  ? "\\u, which begins a character's code"
                  : "*/, which ends it")
              + "\n  Leave that out.");
    }
    if (lineComments) {
      return new HeaderTemplate(String.join("\n", lines), zone);
    }
    if (blockComment) {
      // A second star would make it the comment of the class where that has none.
      String body = String.join("\n", lines).substring(2);
      return new HeaderTemplate("/*" + (body.startsWith("*") ? body.substring(1) : body), zone);
    }
    StringBuilder comment = new StringBuilder("/*\n");
    lines.forEach(line -> comment.append((" * " + line).stripTrailing()).append('\n'));
    return new HeaderTemplate(comment + " */", zone);
  }

  private static boolean isLineComment(String line) {
    return line.stripLeading().startsWith("//");
  }

  /** The source with the comment above it. */
  public String above(String source, String id, Instant created) {
    String text = comment;
    for (Map.Entry<String, String> token :
        TemplateTokens.values(id.replace("*/", "_"), "", created, zone).entrySet()) {
      if (!token.getKey().equals("slug")) {
        text = text.replace("{" + token.getKey() + "}", token.getValue());
      }
    }
    return text + "\n\n" + source;
  }
}
