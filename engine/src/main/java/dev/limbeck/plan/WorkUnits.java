package dev.limbeck.plan;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.TransactionRules;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.DividedSql;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.Irreversible;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.sql.SqlStatements;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides the operations of a revision into units at the border of transactions: where its author
 * said so, and where the database refuses a statement inside of one.
 *
 * <p>What stands outside of the revision's transaction has a transaction of its own as long as the
 * database takes it in one, so that it is done or not done, and nothing between.
 */
public final class WorkUnits {
  private final String dialect;
  private final TransactionRules rules;
  private final List<WorkUnit> units = new ArrayList<>();
  private final List<Operation> open = new ArrayList<>();
  private final List<Operation> outside = new ArrayList<>();

  private WorkUnits(Dialect dialect) {
    this.dialect = dialect.name();
    this.rules = dialect.transactions();
  }

  /**
   * The units, in order. The last one is in a transaction, so that the version rows change with it;
   * it may be empty.
   *
   * @param dialect the dialect whose own operations count
   * @throws LimbeckException LMB-218 where an operation says that there is no way
   */
  public static List<WorkUnit> of(List<Operation> operations, Dialect dialect) {
    return of(operations, dialect, Transactions.REVISION);
  }

  /**
   * As {@link #of(List, Dialect)}, with as much in a transaction as is said: where that is no more
   * than an operation, each counts as one that its author put outside.
   */
  public static List<WorkUnit> of(
      List<Operation> operations, Dialect dialect, Transactions transactions) {
    WorkUnits division = new WorkUnits(dialect);
    if (transactions == Transactions.NONE) {
      division.outside(operations);
    } else {
      division.inside(operations);
    }
    division.units.add(new WorkUnit(true, division.open));
    return List.copyOf(division.units);
  }

  /** The operations that cannot be in the transaction of their revision. */
  static List<Operation> outside(List<Operation> operations, Dialect dialect) {
    WorkUnits division = new WorkUnits(dialect);
    division.inside(operations);
    return List.copyOf(division.outside);
  }

  private void inside(List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof OnlyOn only) {
        if (only.dialect().equals(dialect)) {
          inside(only.operations());
        }
      } else if (operation instanceof OutsideTransaction outside) {
        outside(outside.operations());
      } else if (operation instanceof Irreversible irreversible) {
        throw noWay(irreversible);
      } else {
        List<Operation> parts = divided(operation);
        if (parts.stream().anyMatch(this::refuses)) {
          outside.add(operation);
        }
        parts.forEach(this::place);
      }
    }
  }

  private void outside(List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof OnlyOn only) {
        if (only.dialect().equals(dialect)) {
          outside(only.operations());
        }
      } else if (operation instanceof OutsideTransaction nested) {
        outside(nested.operations());
      } else if (operation instanceof Irreversible irreversible) {
        throw noWay(irreversible);
      } else {
        outside.add(operation);
        for (Operation part : divided(operation)) {
          close();
          units.add(new WorkUnit(!standsAloneOutside(part), List.of(part)));
        }
      }
    }
  }

  private void place(Operation operation) {
    if (refuses(operation)) {
      close();
      units.add(new WorkUnit(false, List.of(operation)));
    } else {
      open.add(operation);
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      units.add(new WorkUnit(true, open));
      open.clear();
    }
  }

  /** The operation, in parts where some of it has to stand alone. */
  private List<Operation> divided(Operation operation) {
    if (operation instanceof AlterTable alter
        && alter.alterations().stream().anyMatch(rules::refuses)) {
      return divided(alter);
    }
    if (operation instanceof ExecuteSql execute
        && execute.doneWhen() == null
        && SqlStatements.transactionControl(execute.sql()) == null) {
      List<ExecuteSql> statements = DividedSql.of(execute);
      if (statements.size() > 1
          && statements.stream().map(ExecuteSql::sql).anyMatch(rules::mayRefuse)) {
        return List.copyOf(statements);
      }
    }
    return List.of(operation);
  }

  private List<Operation> divided(AlterTable alter) {
    List<Operation> parts = new ArrayList<>();
    List<TableAlteration> together = new ArrayList<>();
    for (TableAlteration alteration : alter.alterations()) {
      if (rules.refuses(alteration)) {
        if (!together.isEmpty()) {
          parts.add(new AlterTable(alter.table(), together));
          together.clear();
        }
        parts.add(new AlterTable(alter.table(), List.of(alteration)));
      } else {
        together.add(alteration);
      }
    }
    if (!together.isEmpty()) {
      parts.add(new AlterTable(alter.table(), together));
    }
    return parts;
  }

  private boolean refuses(Operation operation) {
    if (operation instanceof ChangeInBatches) {
      return true;
    }
    if (operation instanceof ExecuteSql execute) {
      return SqlStatements.split(execute.sql()).stream().anyMatch(rules::refuses);
    }
    return operation instanceof AlterTable alter
        && alter.alterations().stream().anyMatch(rules::refuses);
  }

  private boolean standsAloneOutside(Operation operation) {
    if (operation instanceof ExecuteSql execute) {
      return SqlStatements.transactionControl(execute.sql()) != null
          || SqlStatements.split(execute.sql()).stream().anyMatch(rules::mayRefuse);
    }
    return operation instanceof RunJava || refuses(operation);
  }

  private static LimbeckException noWay(Irreversible irreversible) {
    return new LimbeckException(
        "LMB-218",
        "There is no way across this revision: "
            + irreversible.reason()
            + "\n  Nothing was changed.");
  }
}
