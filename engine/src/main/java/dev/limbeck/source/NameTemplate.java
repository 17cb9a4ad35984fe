package dev.limbeck.source;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * How classes of new revisions are named: text with tokens in braces, as {@code
 * R{year}{month}{day}_{hour}{minute}_{slug}}.
 *
 * <p>Tokens are {@code id}, {@code slug} (the words of the message, each with a capital), {@code
 * year}, {@code month}, {@code day}, {@code hour}, {@code minute}, {@code second} and {@code epoch}
 * (seconds since 1970). Where there is no slug, the underscore before it is left out as well.
 * Revisions are listed in the order of their names, so that a name should begin with the time.
 */
public final class NameTemplate {
  /** What names look like where nothing is said. */
  public static final String STANDARD = "R{year}{month}{day}_{hour}{minute}_{slug}";

  /** How long the words of a message may be in a name where nothing is said. */
  public static final int STANDARD_SLUG_LENGTH = 40;

  private static final Instant EXAMPLE = Instant.parse("2026-11-21T07:15:00Z");

  private final String template;
  private final int slugLength;
  private final ZoneId zone;

  private NameTemplate(String template, int slugLength, ZoneId zone) {
    this.template = template;
    this.slugLength = slugLength;
    this.zone = zone;
  }

  /** {@link #STANDARD}, with times in UTC, so that names sort alike everywhere. */
  public static NameTemplate standard() {
    return new NameTemplate(STANDARD, STANDARD_SLUG_LENGTH, ZoneOffset.UTC);
  }

  /**
   * Reads a template.
   *
   * @param slugLength how long the words of a message may be
   * @param zone the time zone of the tokens
   * @param origin where it was given, for errors
   * @throws LimbeckException LMB-251 where its names are no names of Java classes
   */
  public static NameTemplate of(String template, int slugLength, ZoneId zone, String origin) {
    requireNonNull(zone, "zone");
    NameTemplate result = new NameTemplate(template, slugLength, zone);
    // Nearly every command gets here, and the answer is known where nobody said anything else.
    String problem = template.equals(STANDARD) ? null : result.problem();
    if (problem != null) {
      throw new LimbeckException(
          "LMB-251",
          "The template for the names of revisions gives no name of a Java class.\n  "
              + origin
              + "   "
              + template
              + "\n  "
              + problem
              + "\n  Write letters, digits, _ and "
              + TemplateTokens.NAMES
              + ", such as "
              + STANDARD
              + ".");
    }
    return result;
  }

  private @Nullable String problem() {
    int open = template.indexOf('{');
    while (open >= 0) {
      int close = template.indexOf('}', open);
      if (close < 0) {
        return "A brace is not closed.";
      }
      String token = template.substring(open + 1, close);
      if (!TemplateTokens.values("", "", EXAMPLE, zone).containsKey(token)) {
        return "There is no {" + token + "}.";
      }
      open = template.indexOf('{', close);
    }
    if (template.isEmpty() || !Character.isJavaIdentifierStart(template.charAt(0))) {
      return "A name begins with a letter, and not with a token, which could be a digit.";
    }
    String example = name("0123456789ab", "orders get a customer", EXAMPLE);
    return template.indexOf('$') >= 0 || !SourceVersion.isName(example) || example.contains(".")
        ? "It gives " + example + "."
        : null;
  }

  /** The name of the class of a revision. */
  public String name(String id, String message, Instant created) {
    String slug = slug(message, slugLength);
    Map<String, String> values = TemplateTokens.values(identifierPart(id), slug, created, zone);
    StringBuilder name = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      if (template.charAt(at) == '{') {
        int close = template.indexOf('}', at);
        String token = template.substring(at + 1, close);
        if (token.equals("slug") && slug.isEmpty() && name.charAt(name.length() - 1) == '_') {
          name.setLength(name.length() - 1);
        }
        name.append(values.get(token));
        at = close + 1;
      } else {
        name.append(template.charAt(at++));
      }
    }
    return name.toString();
  }

  /** The id with an underscore for what no name may hold. */
  private static String identifierPart(String id) {
    StringBuilder part = new StringBuilder();
    id.codePoints()
        .forEach(
            point ->
                part.appendCodePoint(
                    Character.isLetterOrDigit(point) && Character.isJavaIdentifierPart(point)
                        ? point
                        : '_'));
    return part.toString();
  }

  /**
   * The words of a message in one: {@code add users_table} is {@code AddUsersTable}. Letters lose
   * their accents, words their apostrophes; a long one ends at a word.
   */
  static String slug(String message, int longest) {
    StringBuilder slug = new StringBuilder();
    StringBuilder word = new StringBuilder();
    String plain = Normalizer.normalize(message, Normalizer.Form.NFD) + " ";
    for (int point : plain.codePoints().toArray()) {
      boolean withinWord = point == '\'' || point == '’';
      if (withinWord || Character.getType(point) == Character.NON_SPACING_MARK) {
        continue;
      }
      if (Character.isLetterOrDigit(point) && Character.isJavaIdentifierPart(point)) {
        word.appendCodePoint(word.length() == 0 ? Character.toTitleCase(point) : point);
        continue;
      }
      if (slug.length() + word.length() > longest) {
        return slug.length() > 0 ? slug.toString() : cut(word.toString(), longest);
      }
      slug.append(word);
      word.setLength(0);
    }
    return slug.toString();
  }

  private static String cut(String word, int longest) {
    return word.substring(
        0, Character.isHighSurrogate(word.charAt(longest - 1)) ? longest - 1 : longest);
  }
}
