package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.diff.Differ;
import dev.limbeck.diff.LabelOrder;
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
   * @param renaming what is known about renames
   * @throws dev.limbeck.LimbeckException LMB-27x where it is not clear what is renamed
   */
  public Comparison compare(List<Side> sides, DatabaseModel wanted, Renaming renaming) {
    Side first = sides.get(0);
    Reconciler plain = reconciler(first, List.of());
    DatabaseModel known = plain.withoutDefaultSchema(first.replay().model());
    DatabaseModel target = plain.withoutDefaultSchema(wanted);
    RenameSearch search =
        new RenameSearch(
            new KnownSchema(known, DatabaseModel.empty(), first.dialect().projection()),
            target,
            renaming,
            plain::plain);
    try {
      RenameSearch.Settled<List<Operation>> settled =
          search.settled(
              names,
              renames ->
                  new RenameSearch.Attempt<>(
                      RenameSearch.played(known, renames),
                      operations(first, wanted, renames, sides.size() > 1),
                      renames));
      return compared(sides, wanted, settled);
    } catch (SQLException e) {
      throw new IllegalStateException("no database was asked", e);
    }
  }

  /** A model without the name of the schema that is usually the default one. */
  public static DatabaseModel withoutDefaultSchema(Side side, DatabaseModel model) {
    return reconciler(side, List.of()).withoutDefaultSchema(model);
  }

  private Comparison compared(
      List<Side> sides, DatabaseModel wanted, RenameSearch.Settled<List<Operation>> settled) {
    List<List<Operation>> all = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    settled.unanswered().forEach(alike -> notes.add("may be a rename: " + alike));
    for (Side side : sides) {
      all.add(
          RenameBlocks.joined(
              settled.found(), operations(side, wanted, settled.found(), sides.size() > 1)));
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

  private static Reconciler reconciler(Side side, List<DatabaseModel> explanations) {
    return new Reconciler(
        side.dialect(),
        explanations,
        side.dialect().usualSchema(),
        true,
        side.replay().model().schemas());
  }

  private List<Operation> operations(
      Side side, DatabaseModel wanted, List<Operation> renames, boolean neutral) {
    Dialect dialect = side.dialect();
    DatabaseModel replayed =
        RenameSearch.played(
            reconciler(side, List.of()).withoutDefaultSchema(side.replay().model()), renames);
    Reconciler reconciler = reconciler(side, List.of(wanted, replayed));
    DatabaseModel before = neutral ? replayed : reconciled(reconciler, dialect.project(replayed));
    return new Differ(names)
        .diff(before, LabelOrder.following(before, reconciler.withoutDefaultSchema(wanted)));
  }

  private static DatabaseModel reconciled(Reconciler reconciler, DatabaseModel shown) {
    try {
      return reconciler.reconcile(shown, null).model();
    } catch (SQLException e) {
      throw new IllegalStateException("no database was asked", e);
    }
  }
}
