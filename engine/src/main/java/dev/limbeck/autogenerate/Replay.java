package dev.limbeck.autogenerate;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.DropSequence;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.TableAlteration;
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
  private final @Nullable String dialect;
  private final Evolver evolver;
  private final List<String> provisional = new ArrayList<>();

  /**
   * @param dialect the dialect whose own operations count, or null for none
   */
  public Replay(@Nullable String dialect) {
    this(DatabaseModel.empty(), dialect);
  }

  /**
   * @param before what there is already
   * @param dialect the dialect whose own operations count, or null for none
   */
  public Replay(DatabaseModel before, @Nullable String dialect) {
    this.dialect = dialect;
    this.evolver = new Evolver(before, dialect);
  }

  /** Plays the upgrade of a revision. */
  public void upgrade(String id, Migration migration) {
    Recorder.upgrade(migration).operations().forEach(operation -> play(id, operation));
  }

  /** Plays one operation; what is done already is left out, as it is on a database. */
  public void play(String id, Operation operation) {
    if (operation instanceof AlterTable alter && evolver.table(alter.table()) != null) {
      for (TableAlteration alteration : alter.alterations()) {
        apply(id, new AlterTable(alter.table(), List.of(alteration)));
      }
    } else {
      apply(id, operation);
    }
  }

  private void apply(String id, Operation operation) {
    try {
      evolver.apply(operation);
    } catch (LimbeckException e) {
      if (isDone(operation)) {
        return;
      }
      if (!e.code().equals("LMB-217")) {
        throw new LimbeckException(
            e.code(),
            e.getMessage().substring(e.code().length() + 1) + "\n  In revision " + id + ".",
            e);
      }
      provisional.add("revision " + id + ": " + e.getMessage());
    }
  }

  private boolean isDone(Operation operation) {
    if (operation instanceof AlterTable alter) {
      Table table = evolver.table(alter.table());
      return table != null && alter.alterations().get(0).accept(new AlreadyDone(table));
    }
    if (operation instanceof CreateSequence create) {
      return create.sequence().equals(evolver.sequence(create.sequence().name()));
    }
    if (operation instanceof DropTable drop) {
      return evolver.table(drop.name()) == null;
    }
    return operation instanceof DropSequence drop && evolver.sequence(drop.name()) == null;
  }

  /** The model so far. */
  public DatabaseModel model() {
    return evolver.model();
  }

  /** The same with another model, for what is played next and for comparisons. */
  public Replay withModel(DatabaseModel value) {
    Replay other = new Replay(value, dialect);
    other.provisional.addAll(provisional);
    return other;
  }

  /** What could not be followed, a line for each. */
  public List<String> provisional() {
    return List.copyOf(provisional);
  }
}
