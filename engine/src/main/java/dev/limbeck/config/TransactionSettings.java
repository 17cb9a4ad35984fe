package dev.limbeck.config;

import dev.limbeck.plan.Transactions;
import java.util.Arrays;
import java.util.Locale;

/**
 * How much one transaction holds, as settings say it: {@code revision}, {@code all}, {@code none}.
 */
public final class TransactionSettings {
  private TransactionSettings() {}

  /**
   * The setting {@code transactions}; a revision where it is not set.
   *
   * @throws dev.limbeck.LimbeckException LMB-106 where it is something else
   */
  public static Transactions of(LimbeckProperties settings) {
    String text = settings.text(ConfigurationKey.TRANSACTIONS);
    if (text == null) {
      return Transactions.REVISION;
    }
    return Arrays.stream(Transactions.values())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                settings.unusable(
                    ConfigurationKey.TRANSACTIONS.text(), text, "revision, all or none"));
  }
}
