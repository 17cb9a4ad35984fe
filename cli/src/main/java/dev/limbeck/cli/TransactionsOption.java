package dev.limbeck.cli;

import dev.limbeck.plan.Transactions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that run revisions. */
final class TransactionsOption {

  /** What can be said, as it is typed. */
  private enum Value {
    revision(Transactions.REVISION),
    all(Transactions.ALL),
    none(Transactions.NONE);

    private final Transactions transactions;

    Value(Transactions transactions) {
      this.transactions = transactions;
    }
  }

  @Option(
      names = "--transactions",
      paramLabel = "HOW",
      description =
          "How much one transaction holds: a revision; all, so that all are done or none; or none:"
              + " each operation stays as soon as it is done. Wins over the setting transactions.")
  private @Nullable Value value;

  /** What was said, or null. */
  @Nullable Transactions value() {
    return value == null ? null : value.transactions;
  }
}
