package dev.limbeck.autogenerate;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.RunJava;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What revisions lead to, played from base without any database.
 *
 * <p>SQL and Java code that Limbeck does not look into may make objects that a later operation
 * needs; an operation that does not fit after such a step is left out and noted, since nothing can
 * be said of it. Before any such step it is an error.
 */
public final class Replay {
  private final Evolver evolver;
  private final List<String> provisional = new ArrayList<>();
  private boolean opaque;

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
    if (operation instanceof ExecuteSql || operation instanceof RunJava) {
      opaque = true;
    }
    try {
      evolver.apply(operation);
    } catch (LimbeckException e) {
      if (!opaque || !e.code().equals("LMB-217")) {
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
