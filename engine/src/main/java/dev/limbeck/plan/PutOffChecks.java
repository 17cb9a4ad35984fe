package dev.limbeck.plan;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.StatementPlanner;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts into the statements of one transaction what some databases need between a change of rows and
 * a change of their table: the checks that deferred constraints put off to the commit are made
 * before the table changes.
 */
public final class PutOffChecks {
  /** A query may call a function that changes rows. */
  private static final Set<String> OF_ROWS =
      Set.of(
          "insert", "update", "delete", "merge", "with", "select", "values", "do", "call",
          "execute", "copy");

  private final StatementPlanner planner;
  private final Set<String> made = new HashSet<>();
  private boolean rowsChanged;

  public PutOffChecks(StatementPlanner planner) {
    this.planner = requireNonNull(planner, "planner");
  }

  /** Says that rows may have changed by other means than a statement that comes here. */
  public void rowsChanged() {
    rowsChanged = true;
    made.clear();
  }

  /** The next statements of the transaction, with the checks where they may be due. */
  public List<String> among(List<String> statements) {
    return among(statements, true);
  }

  /**
   * The next statements of the transaction.
   *
   * @param due false where no checks are put off
   */
  public List<String> among(List<String> statements, boolean due) {
    List<String> all = new ArrayList<>();
    for (String sql : statements) {
      if (isOfRows(sql)) {
        rowsChanged();
      } else if (rowsChanged && due) {
        String checks = planner.putOffChecks(sql);
        if (checks != null && made.add(checks)) {
          all.add(checks);
        }
      }
      all.add(sql);
    }
    return all;
  }

  /**
   * True where constraints that are known put off checks.
   *
   * @param model the whole schema before the operation
   */
  public static boolean areKnown(DatabaseModel model, Operation operation) {
    Stream<Constraint> added =
        operation instanceof AlterTable alter
            ? alter.alterations().stream()
                .filter(AddConstraint.class::isInstance)
                .map(each -> ((AddConstraint) each).constraint())
            : Stream.empty();
    return Stream.concat(
            model.tables().stream().flatMap(table -> table.constraints().stream()), added)
        .anyMatch(PutOffChecks::putsOff);
  }

  private static boolean putsOff(Constraint constraint) {
    return constraint instanceof ForeignKey key && key.deferral() == Deferral.INITIALLY_DEFERRED
        || constraint instanceof Unique unique && unique.deferral() == Deferral.INITIALLY_DEFERRED;
  }

  private static boolean isOfRows(String sql) {
    List<SqlToken> tokens = SqlTokenizer.code(sql);
    return !tokens.isEmpty() && OF_ROWS.stream().anyMatch(tokens.get(0)::isWord);
  }
}
