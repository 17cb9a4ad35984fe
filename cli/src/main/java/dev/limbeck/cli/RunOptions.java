package dev.limbeck.cli;

import dev.limbeck.command.DeploymentPlan;
import dev.limbeck.plan.Transactions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of commands that run revisions. */
final class RunOptions {

  /** What can be said of transactions, as it is typed. */
  private enum Held {
    revision(Transactions.REVISION),
    all(Transactions.ALL),
    none(Transactions.NONE);

    private final Transactions transactions;

    Held(Transactions transactions) {
      this.transactions = transactions;
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--transactions",
      paramLabel = "HOW",
      description =
          "How much one transaction holds: a revision; all, so that all are done or none; or none:"
              + " each operation stays as soon as it is done. Wins over the setting transactions.")
  private @Nullable Held held;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text (the default), or json: an object in a line for each thing that happens; one object"
              + " for a plan.")
  private CurrentCommand.Format format = CurrentCommand.Format.text;

  /** Hands over what was said to what runs revisions. */
  void giveTo(RunSettings settings) {
    settings.inTransactions(held == null ? null : held.transactions);
    settings.inJson(json());
  }

  private boolean json() {
    return format == CurrentCommand.Format.json;
  }

  /** Writes a plan as the result. */
  void show(DeploymentPlan plan, Console console) {
    if (json()) {
      console.result(PlanJson.of(plan));
    } else {
      PlanText.show(plan, console);
    }
  }

  /** Refuses a format for what runs no revisions. */
  void demandText(String option) {
    if (json()) {
      throw new ParameterException(spec.commandLine(), "--format json is of no use with " + option);
    }
  }
}
