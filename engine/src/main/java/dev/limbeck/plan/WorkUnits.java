package dev.limbeck.plan;

import dev.limbeck.LimbeckException;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.Irreversible;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import java.util.ArrayList;
import java.util.List;

/** Divides the operations of a revision into units at the border of transactions. */
public final class WorkUnits {
  private WorkUnits() {}

  /**
   * The units, in order. The last one is in a transaction, so that the version rows change with it;
   * it may be empty.
   *
   * @param dialect the dialect whose own operations count
   * @throws LimbeckException LMB-218 where an operation says that there is no way
   */
  public static List<WorkUnit> of(List<Operation> operations, String dialect) {
    List<WorkUnit> units = new ArrayList<>();
    List<Operation> open = new ArrayList<>();
    divide(operations, dialect, units, open);
    units.add(new WorkUnit(true, open));
    return List.copyOf(units);
  }

  private static void divide(
      List<Operation> operations, String dialect, List<WorkUnit> units, List<Operation> open) {
    for (Operation operation : operations) {
      if (operation instanceof OnlyOn only) {
        if (only.dialect().equals(dialect)) {
          divide(only.operations(), dialect, units, open);
        }
      } else if (operation instanceof OutsideTransaction outside) {
        if (!open.isEmpty()) {
          units.add(new WorkUnit(true, open));
          open.clear();
        }
        List<Operation> own = new ArrayList<>();
        divide(outside.operations(), dialect, units, own);
        units.add(new WorkUnit(false, own));
      } else if (operation instanceof Irreversible irreversible) {
        throw new LimbeckException(
            "LMB-218",
            "There is no way across this revision: "
                + irreversible.reason()
                + "\n  Nothing was changed.");
      } else {
        open.add(operation);
      }
    }
  }
}
