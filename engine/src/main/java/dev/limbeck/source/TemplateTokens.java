package dev.limbeck.source;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * What {@code {year}} and the like stand for in the templates of names and headers: {@code id},
 * {@code slug}, {@code year}, {@code month}, {@code day}, {@code hour}, {@code minute}, {@code
 * second}, {@code epoch}.
 */
final class TemplateTokens {
  static final String NAMES =
      "{id}, {slug}, {year}, {month}, {day}, {hour}, {minute}, {second}, {epoch}";

  private TemplateTokens() {}

  static Map<String, String> values(String id, String slug, Instant created, ZoneId zone) {
    ZonedDateTime time = created.atZone(zone);
    return Map.ofEntries(
        entry("id", id),
        entry("slug", slug),
        entry("year", digits(time.getYear(), 4)),
        entry("month", digits(time.getMonthValue(), 2)),
        entry("day", digits(time.getDayOfMonth(), 2)),
        entry("hour", digits(time.getHour(), 2)),
        entry("minute", digits(time.getMinute(), 2)),
        entry("second", digits(time.getSecond(), 2)),
        entry("epoch", Long.toString(created.getEpochSecond())));
  }

  /** With zeros before it; {@link String#format} takes ten milliseconds at its first use. */
  private static String digits(int number, int length) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, length - text.length())) + text;
  }
}
