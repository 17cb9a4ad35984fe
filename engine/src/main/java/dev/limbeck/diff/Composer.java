package dev.limbeck.diff;

import dev.limbeck.LimbeckException;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.TableAlteration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one list of operations of several that follow each other: with the same result for the
 * schema and for the rows, and without what is made only to be changed or dropped again.
 *
 * <p>What runs SQL or Java, and what decides over rows (a rename, a fill, a conversion) stays as it
 * is and where it is, so that it meets the schema that it was written for. Between two of these, a
 * stretch of operations becomes what lies between the schema before and after it, as far as the
 * rows cannot tell the difference: a table that was made in the stretch has none, any other thing
 * is touched once ({@link Stretch}). Where that is not shorter, the stretch stays as it is.
 *
 * <p>Not thread-safe.
 */
public final class Composer {
  private final Differ differ = new Differ(NamingConvention.standard());
  private final Evolver evolver;
  private final List<Operation> composed = new ArrayList<>();

  /** The block that the last composed alterations were taken from. */
  private Operation lastBlock;

  private Stretch stretch;

  private Composer(DatabaseModel before) {
    this.evolver = new Evolver(before, null);
    this.stretch = new Stretch(before);
    this.lastBlock = new OnlyOn("", List.of());
  }

  /**
   * Composes the operations.
   *
   * @param before the schema before the first of them
   */
  public static List<Operation> compose(DatabaseModel before, List<Operation> operations) {
    Composer composer = new Composer(before);
    for (Operation operation : operations) {
      if (operation instanceof AlterTable alter) {
        for (TableAlteration alteration : alter.alterations()) {
          composer.add(new AlterTable(alter.table(), List.of(alteration)), operation);
        }
      } else {
        composer.add(operation, operation);
      }
    }
    composer.end();
    return List.copyOf(composer.composed);
  }

  private void add(Operation operation, Operation block) {
    boolean taken = stretch.takes(operation);
    if (!taken) {
      end();
      taken = stretch.takes(operation);
    }
    if (taken && evolves(operation)) {
      stretch.add(operation, block);
      return;
    }
    end();
    keep(operation, block);
    if (!taken) {
      evolve(operation);
      stretch = new Stretch(evolver.model());
    }
  }

  /** What does not fit is about something that nobody told; it changes nothing here. */
  private boolean evolves(Operation operation) {
    try {
      evolver.apply(operation);
      return true;
    } catch (LimbeckException e) {
      if (!e.code().equals("LMB-217")) {
        throw e;
      }
      return false;
    }
  }

  private void evolve(Operation operation) {
    if (operation instanceof OutsideTransaction outside) {
      outside.operations().forEach(this::evolve);
    } else if (!(operation instanceof Operation.Irreversible)) {
      evolves(operation);
    }
  }

  /** Puts in what the stretch comes to, and begins the next one. */
  private void end() {
    DatabaseModel after = evolver.model();
    List<Operation> shorter = differ.diff(stretch.before(), after);
    if (size(shorter) < stretch.size() && leads(stretch.before(), shorter, after)) {
      composed.addAll(shorter);
      lastBlock = new OnlyOn("", List.of());
    } else {
      stretch.forEach(this::keep);
    }
    stretch = new Stretch(after);
  }

  private boolean leads(DatabaseModel before, List<Operation> operations, DatabaseModel after) {
    try {
      return same(Evolver.evolve(before, operations), after);
    } catch (LimbeckException e) {
      if (!e.code().equals("LMB-217")) {
        throw e;
      }
      return false;
    }
  }

  /** Whether there is no difference between the models, in either direction. */
  public static boolean same(DatabaseModel one, DatabaseModel other) {
    Differ differ = new Differ(NamingConvention.standard());
    return differ.diff(one, other).isEmpty() && differ.diff(other, one).isEmpty();
  }

  /** Puts in the operation; what was one block stays one. */
  private void keep(Operation operation, Operation block) {
    int last = composed.size() - 1;
    if (block == lastBlock
        && operation instanceof AlterTable alter
        && composed.get(last) instanceof AlterTable open) {
      List<TableAlteration> alterations = new ArrayList<>(open.alterations());
      alterations.addAll(alter.alterations());
      composed.set(last, new AlterTable(open.table(), alterations));
    } else {
      composed.add(operation);
    }
    lastBlock = block;
  }

  /** How much there is to do: alterations count each. */
  static int size(List<Operation> operations) {
    return operations.stream()
        .mapToInt(
            operation -> operation instanceof AlterTable alter ? alter.alterations().size() : 1)
        .sum();
  }
}
