package dev.limbeck.plan;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.migration.Recording;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/** Finds what keeps revisions from being in one transaction together. */
public final class OneTransaction {
  private final Dialect dialect;
  private final List<String> outside = new ArrayList<>();

  public OneTransaction(Dialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
  }

  /** Looks at a method of a revision. */
  public OneTransaction look(String revision, Recording recording) {
    for (Operation operation : WorkUnits.outside(recording.operations(), dialect)) {
      SourceLine line = recording.line(operation);
      outside.add(
          revision + (line == null ? "" : "   " + line) + "   " + OperationText.of(operation));
    }
    return this;
  }

  /**
   * Refuses what was found.
   *
   * @throws LimbeckException LMB-444 with all that has to stand outside of a transaction
   */
  public void verify() {
    if (!outside.isEmpty()) {
      throw new LimbeckException(
          "LMB-444",
          "These revisions cannot be in one transaction.\n  "
              + String.join("\n  ", outside)
              + "\n  stands outside of any, since its author says so or the database refuses it"
              + " inside. Nothing was run.\n  Use `--transactions revision`, or end the run before"
              + " that revision and go on after it.");
    }
  }
}
