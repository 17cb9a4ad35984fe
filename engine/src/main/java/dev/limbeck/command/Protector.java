package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.migration.Migration;
import dev.limbeck.plan.Loss;
import dev.limbeck.runtime.StepRecording;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Demands the name of a protected database before something happens that cannot be taken back. */
record Protector(Protection protection, Dialect dialect) {

  /**
   * Looks at what is to be run.
   *
   * @throws LimbeckException LMB-440 where it needs a confirmation, LMB-441 where another database
   *     was confirmed
   */
  void review(Connection connection, List<RevisionStep> steps, Map<String, Migration> migrations)
      throws SQLException {
    checkName(connection);
    if (!protection.isProtected() || protection.confirmed() != null) {
      return;
    }
    List<String> reasons = new ArrayList<>();
    for (RevisionStep step : steps) {
      String id = step.revision().id();
      if (step.direction() == Direction.DOWNGRADE) {
        reasons.add(id + " would be undone");
        continue;
      }
      Migration migration = migrations.get(id);
      if (migration != null) {
        Loss.of(StepRecording.of(step, migration).operations(), dialect.name())
            .forEach(loss -> reasons.add(id + " drops " + loss.text().replace("\n", "\n    ")));
      }
    }
    demand(connection, reasons);
  }

  /** Looks at a stamp, which is always a matter of trust. */
  void reviewStamp(Connection connection) throws SQLException {
    checkName(connection);
    if (protection.isProtected() && protection.confirmed() == null) {
      demand(connection, List.of("the version table would be changed without running anything"));
    }
  }

  private void checkName(Connection connection) throws SQLException {
    String confirmed = protection.confirmed();
    if (confirmed != null) {
      String name = dialect.deployment().databaseName(connection);
      if (!confirmed.equals(name)) {
        throw new LimbeckException(
            "LMB-441",
            "Another database was confirmed than the one that is connected.\n  --confirm "
                + confirmed
                + ", but the database is "
                + name
                + ".\n  Nothing was run.");
      }
    }
  }

  private void demand(Connection connection, List<String> reasons) throws SQLException {
    if (!reasons.isEmpty()) {
      throw new LimbeckException(
          "LMB-440",
          "This database is protected.\n  "
              + String.join("\n  ", reasons)
              + "\n  Nothing was run. Where that is what you want, run the command again with --confirm "
              + dialect.deployment().databaseName(connection));
    }
  }
}
