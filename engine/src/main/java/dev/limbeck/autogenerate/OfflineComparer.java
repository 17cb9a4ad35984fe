package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.diff.Differ;
import dev.limbeck.diff.LabelOrder;
import dev.limbeck.diff.Reconciler;
import dev.limbeck.filter.ModelFilter;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.OnlyOn;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the entities want with what the revisions lead to, and asks no database.
 *
 * <p>Where there is one dialect, only what its databases can show is a difference, as with a
 * connection; where there are several, everything is.
 *
 * @param rules what the project says itself
 */
public record OfflineComparer(ComparisonRules rules) {

  /** Beside names, the project says nothing. */
  public OfflineComparer(NamingConvention names) {
    this(ComparisonRules.of(names));
  }

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
    ModelFilter filter = filter(first);
    ModelFilter.Sides shown = sides(first, wanted, filter);
    DatabaseModel known = shown.known();
    DatabaseModel target = shown.wanted();
    RenameSearch search =
        new RenameSearch(
            new KnownSchema(known, DatabaseModel.empty(), first.dialect().projection()),
            target,
            renaming,
            plain::plain);
    try {
      RenameSearch.Settled<List<Operation>> settled =
          search.settled(
              rules.names(),
              renames ->
                  new RenameSearch.Attempt<>(
                      RenameSearch.played(known, renames),
                      operations(first, wanted, renames, sides.size() > 1),
                      renames));
      Comparison compared = compared(sides, wanted, settled);
      DatabaseModel renamed = RenameSearch.played(known, settled.found());
      List<String> dialects = sides.stream().map(side -> side.dialect().name()).toList();
      Comparison kept =
          rules
              .compared(compared.operations(), renamed, target)
              .convertingValues(dialects)
              .keepingData(search.moved(), renamed, target, dialects);
      List<String> notes = new ArrayList<>(compared.notes());
      notes.addAll(kept.notes());
      return kept.withNotes(notes).withLeftOut(LeftOut.of(wanted, filter, plain::plain));
    } catch (SQLException e) {
      throw new IllegalStateException("no database was asked", e);
    }
  }

  /**
   * What a comparison starts from and leads to on one side, in neutral terms.
   *
   * @param comparison the comparison of all sides
   */
  public Comparer.Sides sides(Side side, DatabaseModel wanted, Comparison comparison) {
    ModelFilter filter = filter(side);
    ModelFilter.Sides shown = sides(side, wanted, filter);
    DatabaseModel known = shown.known();
    DatabaseModel before =
        new HookedColumns(rules.hooks(), side.dialect().name())
            .decided(known, shown.wanted(), (table, column) -> column(known, table, column));
    return new Comparer.Sides(
        comparison, before, comparison.leadsTo(before, shown.wanted()), filter.referred());
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

  private ModelFilter filter(Side side) {
    return rules.filter(side.dialect().projection(), side.dialect().usualSchema());
  }

  private static ModelFilter.Sides sides(Side side, DatabaseModel wanted, ModelFilter filter) {
    Reconciler plain = reconciler(side, List.of());
    return filter.filteredOffline(
        plain.withoutDefaultSchema(wanted), plain.withoutDefaultSchema(side.replay().model()));
  }

  private List<Operation> operations(
      Side side, DatabaseModel wanted, List<Operation> renames, boolean neutral) {
    Dialect dialect = side.dialect();
    ModelFilter.Sides shown = sides(side, wanted, filter(side));
    DatabaseModel replayed = RenameSearch.played(shown.known(), renames);
    // Entities use domains, and make none.
    DatabaseModel target = shown.wanted().withDomains(replayed.domains());
    Reconciler reconciler = reconciler(side, List.of(target, replayed));
    DatabaseModel before =
        new HookedColumns(rules.hooks(), dialect.name())
            .decided(
                neutral ? replayed : reconciled(reconciler, dialect.project(replayed)),
                target,
                (table, column) -> column(replayed, table, column));
    return new Differ(rules.names()).diff(before, LabelOrder.following(before, target));
  }

  private static @Nullable Column column(DatabaseModel model, QualifiedName table, Column column) {
    Table found = model.table(table);
    return found == null ? null : found.column(column.name());
  }

  private static DatabaseModel reconciled(Reconciler reconciler, DatabaseModel shown) {
    try {
      return reconciler.reconcile(shown, null).model();
    } catch (SQLException e) {
      throw new IllegalStateException("no database was asked", e);
    }
  }
}
