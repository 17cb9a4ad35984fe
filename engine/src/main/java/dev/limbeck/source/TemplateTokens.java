package dev.limbeck.source;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
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
        entry("year", String.format(Locale.ROOT, "%04d", time.getYear())),
        entry("month", two(time.getMonthValue())),
        entry("day", two(time.getDayOfMonth())),
        entry("hour", two(time.getHour())),
        entry("minute", two(time.getMinute())),
        entry("second", two(time.getSecond())),
        entry("epoch", Long.toString(created.getEpochSecond())));
  }

  private static String two(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
