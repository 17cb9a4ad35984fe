package dev.limbeck.cli;

import dev.limbeck.command.LimbeckBuilder;
import dev.limbeck.command.Protection;
import dev.limbeck.config.ConfigurationKey;
import dev.limbeck.config.LimbeckProperties;
import dev.limbeck.config.TransactionSettings;
import dev.limbeck.dialect.Patience;
import dev.limbeck.plan.Transactions;
import dev.limbeck.runtime.Progress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How revisions are run: what options said of it, and else the settings of the project. */
final class RunSettings {
  private static final int USUAL_WIDTH = 80;

  private @Nullable String confirmed;
  private boolean backup;
  private @Nullable Transactions transactions;
  private boolean json;

  /** The name of the database that somebody typed, or null. */
  void confirmed(@Nullable String database) {
    confirmed = database;
  }

  /** True to copy the database before. */
  void backup(boolean copy) {
    backup = copy;
  }

  /** How much one transaction holds; null leaves it to the settings. */
  void inTransactions(@Nullable Transactions value) {
    transactions = value;
  }

  /** True to say for programs what happens. */
  void inJson(boolean value) {
    json = value;
  }

  boolean isInJson() {
    return json;
  }

  /** Says it to what runs them. */
  LimbeckBuilder of(
      LimbeckBuilder builder, LimbeckProperties settings, Console console, boolean verbose) {
    Duration lockTimeout = settings.duration(ConfigurationKey.LOCK_TIMEOUT);
    if (lockTimeout != null) {
      builder.lockTimeout(lockTimeout);
    }
    return builder
        .protection(new Protection(settings.flag(ConfigurationKey.PROTECTED, false), confirmed))
        .backup(backup)
        .patience(patience(settings))
        .transactions(transactions == null ? TransactionSettings.of(settings) : transactions)
        .progress(progress(settings, console, verbose));
  }

  private Progress progress(LimbeckProperties settings, Console console, boolean verbose) {
    return json
        ? new JsonProgress(console)
        : new ConsoleProgress(console, verbose, () -> console.longWork(width(settings)));
  }

  /** The width of the terminal, where its shell says it. */
  private static int width(LimbeckProperties settings) {
    String columns = settings.variable("COLUMNS");
    try {
      return columns == null ? USUAL_WIDTH : Math.max(USUAL_WIDTH / 2, Integer.parseInt(columns));
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }

  private static Patience patience(LimbeckProperties settings) {
    Integer retries = settings.number(ConfigurationKey.STATEMENT_RETRIES);
    Duration delay = settings.duration(ConfigurationKey.STATEMENT_RETRY_DELAY);
    return new Patience(
        settings.duration(ConfigurationKey.STATEMENT_LOCK_TIMEOUT),
        settings.duration(ConfigurationKey.STATEMENT_TIMEOUT),
        retries == null ? Patience.USUAL.retries() : retries,
        delay == null ? Patience.USUAL.delay() : delay);
  }
}
