package dev.limbeck.runtime;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.LockDemand;
import dev.limbeck.operation.Operation;
import dev.limbeck.plan.Notice;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Foresees transactions that the server has no room for. What may not fit is a warning, since it is
 * rolled back where it does not; what cannot fit is refused, before it makes other sessions fail.
 */
public record LockForecast(Deployment deployment, Connection connection) {
  /**
   * Looks at a transaction before anything of it runs.
   *
   * @param what what it does, as the subject of a sentence
   * @param progress warned where it may not fit
   * @throws LimbeckException LMB-445 where it cannot fit
   */
  void demand(String what, List<Operation> operations, Progress progress) throws SQLException {
    LockDemand demand = deployment.lockDemand(connection, operations);
    if (demand == null || !demand.isDoubtful()) {
      return;
    }
    String text = text(what, demand);
    if (demand.isTooMuch()) {
      throw new LimbeckException("LMB-445", text + "\n  Nothing of it was run.");
    }
    progress.notice(new Notice(Notice.Level.WARNING, text));
  }

  /** What {@link #demand} would say, for a plan; null where it fits. */
  public @Nullable String concern(String what, List<Operation> operations) throws SQLException {
    LockDemand demand = deployment.lockDemand(connection, operations);
    return demand == null || !demand.isDoubtful() ? null : text(what, demand);
  }

  private static String text(String what, LockDemand demand) {
    return String.format(
        Locale.ROOT,
        "%s %s too large for one transaction.\n  It takes about %,d locks, and the server keeps room"
            + " for %,d: %s\n  Or divide it: several revisions, `op.outsideTransaction`, or"
            + " `--transactions none`.",
        what,
        demand.isTooMuch() ? "is" : "may be",
        demand.locks(),
        demand.room(),
        demand.remedy());
  }
}
