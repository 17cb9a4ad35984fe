package dev.limbeck.autogenerate;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What revisions lead to, played from base without any database.
 *
 * <p>An operation that does not fit is left out and noted, since what it changes may have been made
 * by other means: by SQL or Java code that Limbeck does not look into, or before the first revision
 * on a database that was adopted.
 */
public final class Replay {
  private final Evolver evolver;
  private final List<String> provisional = new ArrayList<>();

  /**
   * @param dialect the dialect whose own operations count, or null for none
   */
  public Replay(@Nullable String dialect) {
    this.evolver = new Evolver(DatabaseModel.empty(), dialect);
  }

  /** Plays the upgrade of a revision. */
  public void upgrade(String id, Migration migration) {
    Recorder.upgrade(migration).operations().forEach(operation -> play(id, operation));
  }

  /** Plays one operation. */
  public void play(String id, Operation operation) {
    try {
      evolver.apply(operation);
    } catch (LimbeckException e) {
      if (!e.code().equals("LMB-217")) {
        throw new LimbeckException(
            e.code(),
            e.getMessage().substring(e.code().length() + 1) + "\n  In revision " + id + ".",
            e);
      }
      provisional.add("revision " + id + ": " + e.getMessage());
    }
  }

  /** The model so far. */
  public DatabaseModel model() {
    return evolver.model();
  }

  /** What could not be followed, a line for each. */
  public List<String> provisional() {
    return List.copyOf(provisional);
  }
}
