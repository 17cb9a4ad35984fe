package dev.limbeck.scanner.boot;

import java.text.MessageFormat;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hibernate's log, silent or forwarded to {@link System.Logger}. */
final class BootLogger extends Logger {
  private static final long serialVersionUID = 1L;

  private final transient System.@Nullable Logger target;

  BootLogger(String name, System.@Nullable Logger target) {
    super(name);
    this.target = target;
  }

  @Override
  public boolean isEnabled(Level level) {
    return target != null && target.isLoggable(level(level));
  }

  @Override
  protected void doLog(
      Level level,
      String loggerClassName,
      @Nullable Object message,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {
    String text = String.valueOf(message);
    log(
        level,
        parameters == null || parameters.length == 0
            ? text
            : MessageFormat.format(text, parameters),
        thrown);
  }

  @Override
  protected void doLogf(
      Level level,
      String loggerClassName,
      String format,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {
    log(
        level,
        parameters == null ? format : String.format(Locale.ROOT, format, parameters),
        thrown);
  }

  private void log(Level level, String text, @Nullable Throwable thrown) {
    if (target != null) {
      target.log(level(level), text, thrown);
    }
  }

  private static System.Logger.Level level(Level level) {
    return switch (level) {
      case FATAL, ERROR -> System.Logger.Level.ERROR;
      case WARN -> System.Logger.Level.WARNING;
      case INFO -> System.Logger.Level.INFO;
      case DEBUG -> System.Logger.Level.DEBUG;
      case TRACE -> System.Logger.Level.TRACE;
    };
  }
}
