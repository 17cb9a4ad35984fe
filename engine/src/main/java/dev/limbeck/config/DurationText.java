package dev.limbeck.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as settings have them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}. */
final class DurationText {
  private static final int MOST_DIGITS = 9;

  private DurationText() {}

  /** The duration, or null where the text is none. */
  static @Nullable Duration parse(String text) {
    int digits = 0;
    while (digits < text.length()
        && digits < MOST_DIGITS
        && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits == 0) {
      return null;
    }
    long number = Long.parseLong(text.substring(0, digits));
    return switch (text.substring(digits).strip()) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> null;
    };
  }
}
