package dev.limbeck.dialect.sqlite;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/**
 * Times as SQLite's functions write them, with a fraction of three digits, since drivers read no
 * other; with more only where it would be lost.
 */
final class TimeText {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
          .toFormatter();

  private TimeText() {}

  static String of(LocalDateTime time) {
    return time.toLocalDate() + " " + of(time.toLocalTime());
  }

  static String of(LocalTime time) {
    return TIME.format(time);
  }
}
