package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.diff.Differ;
import dev.limbeck.diff.Reconciler;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.OnlyOn;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what the entities want with what the revisions lead to, and asks no database.
 *
 * <p>Where there is one dialect, only what its databases can show is a difference, as with a
 * connection; where there are several, everything is.
 *
 * @param names names what nobody named
 */
public record OfflineComparer(NamingConvention names) {

  /**
   * What the revisions lead to on one dialect.
   *
   * @param replay the replay of all of them
   */
  public record Side(Dialect dialect, Replay replay) {
    public Side {
      requireNonNull(dialect, "dialect");
      requireNonNull(replay, "replay");
    }
  }

  /**
   * Compares.
   *
   * @param sides one for each dialect; at least one
   * @param wanted what the entities want
   */
  public Comparison compare(List<Side> sides, DatabaseModel wanted) {
    List<List<Operation>> all = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Side side : sides) {
      all.add(operations(side, wanted, sides.size() > 1));
      side.replay().provisional().stream()
          .map(line -> "not followed by the replay: " + line)
          .filter(line -> !notes.contains(line))
          .forEach(notes::add);
    }
    List<Operation> operations =
        all.get(0).stream()
            .filter(operation -> all.stream().allMatch(each -> each.contains(operation)))
            .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    for (int i = 0; i < all.size(); i++) {
      List<Operation> own =
          all.get(i).stream().filter(operation -> !operations.contains(operation)).toList();
      if (!own.isEmpty()) {
        operations.add(new OnlyOn(sides.get(i).dialect().name(), own));
      }
    }
    return new Comparison(operations, notes);
  }

  private List<Operation> operations(Side side, DatabaseModel wanted, boolean neutral) {
    Dialect dialect = side.dialect();
    DatabaseModel replayed = side.replay().model();
    Reconciler reconciler =
        new Reconciler(dialect, List.of(wanted, replayed), dialect.usualSchema(), true);
    return new Differ(names)
        .diff(
            neutral
                ? reconciler.withoutDefaultSchema(replayed)
                : reconciled(reconciler, dialect.project(replayed)),
            reconciler.withoutDefaultSchema(wanted));
  }

  private static DatabaseModel reconciled(Reconciler reconciler, DatabaseModel shown) {
    try {
      return reconciler.reconcile(shown, null).model();
    } catch (SQLException e) {
      throw new IllegalStateException("no database was asked", e);
    }
  }
}
