package dev.limbeck.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All revisions, how they are based on each other, and what commands do with them.
 *
 * <p>Revisions are named by selectors such as {@code head}, {@code 3f2a}, {@code billing@head} or
 * {@code -1}. In full:
 *
 * <pre>
 * selector = [branch "@"] [symbol] [("+" | "-") digits]
 * symbol   = "head" | "heads" | "base" | id | label | prefix
 * branch   = label | id | prefix
 * range    = [selector] ":" [selector]
 * </pre>
 *
 * <p>Where <em>rows</em> are asked for, the ids in the version table are meant, in table order.
 * Lists of revisions are in load order if nothing else is said. All methods throw {@link
 * GraphException} for selectors and rows that cannot be resolved.
 *
 * <p>Immutable and thread-safe.
 */
public final class RevisionGraph {

  private final GraphIndex index;
  private final RevisionResolver resolver;
  private final SquashedRows squashed;

  private RevisionGraph(GraphIndex index, Map<String, Set<String>> needing) {
    this.index = index;
    this.squashed = new SquashedRows(index, needing);
    this.resolver = new RevisionResolver(index);
  }

  /**
   * Makes the graph of the revisions.
   *
   * @param revisions in load order, by which ties are broken wherever the graph leaves a choice
   * @throws GraphException for cycles, missing or double references, and illegal ids
   */
  public static RevisionGraph of(List<RevisionNode> revisions) {
    return of(revisions, Map.of());
  }

  /**
   * Makes the graph of the revisions.
   *
   * @param needing what needs the end of a squash whose replaced revisions are still there, by the
   *     id of the squash
   */
  static RevisionGraph of(List<RevisionNode> revisions, Map<String, Set<String>> needing) {
    return new RevisionGraph(GraphLoader.load(List.copyOf(revisions)), needing);
  }

  /** All revisions. */
  public List<RevisionNode> revisions() {
    return index.nodes();
  }

  /** The revision with exactly that id. */
  public Optional<RevisionNode> byId(String id) {
    return Optional.ofNullable(index.idToIndex().get(id)).map(index.nodes()::get);
  }

  /**
   * The one revision that an absolute selector names.
   *
   * @throws GraphException also where it names several, or the empty state
   */
  public RevisionNode get(String selector) {
    return find(selector)
        .orElseThrow(
            () ->
                new GraphException(
                    GraphProblem.UNKNOWN_REVISION,
                    "'" + selector + "' names no revision.",
                    "It means the empty state.",
                    "See `limbeck history` for what there is."));
  }

  /**
   * The one revision that an absolute selector names; empty for the empty state.
   *
   * @throws GraphException also where it names several
   */
  public Optional<RevisionNode> find(String selector) {
    int found = resolver.one(selector);
    return found == GraphIndex.EMPTY ? Optional.empty() : Optional.of(index.nodes().get(found));
  }

  /**
   * All revisions that an absolute selector names; none for the empty state. {@code -n} means n
   * steps below each head, {@code branch@-n} below each head that carries the label.
   */
  public List<RevisionNode> all(String selector) {
    return index.nodes(resolver.all(selector));
  }

  /** Revisions without a child. */
  public List<RevisionNode> heads() {
    return index.nodes(index.heads());
  }

  /** Heads that no other revision depends on either. */
  public List<RevisionNode> effectiveHeads() {
    return index.nodes(index.effectiveHeads());
  }

  /** Revisions without a parent. */
  public List<RevisionNode> bases() {
    return index.nodes(index.bases());
  }

  /** Revisions with several children, newest first. */
  public List<Branchpoint> branchpoints() {
    return Listing.branchpoints(index);
  }

  /** The children of the revision with that id. */
  public List<RevisionNode> children(String id) {
    return nodes(index.children()[position(id)]);
  }

  /** The parents of the revision with that id, in declared order. */
  public List<RevisionNode> parents(String id) {
    return nodes(index.parents()[position(id)]);
  }

  /**
   * What the revision with that id needs right before it: its parents, then its dependencies, but
   * those that one of its ancestors declares too.
   */
  public List<RevisionNode> prerequisites(String id) {
    return nodes(index.prerequisites()[position(id)]);
  }

  /**
   * All labels of the revision with that id, sorted: its own, those of its ancestors, and those of
   * the only line above it.
   */
  public Set<String> labels(String id) {
    return new TreeSet<>(index.labels().get(position(id)));
  }

  /** The tips of what is applied, counting parents only: what {@code current} shows. */
  public List<RevisionNode> current(Collection<String> rows) {
    return index.nodes(Listing.currentTips(index, resolver.all(squashed.read(List.copyOf(rows)))));
  }

  /** All applied revisions: the rows and what they are based on and depend on. */
  public List<RevisionNode> applied(Collection<String> rows) {
    return index.nodes(GraphIndex.indexes(index.appliedBy(resolver.all(rows))));
  }

  /** All applied revisions, each after what it is based on and depends on. */
  public List<RevisionNode> appliedInOrder(Collection<String> rows) {
    Set<RevisionNode> applied = Set.copyOf(applied(rows));
    return upgradeSteps(List.of(), Selector.HEADS).stream()
        .map(RevisionStep::revision)
        .filter(applied::contains)
        .toList();
  }

  /**
   * Checks that the rows are exactly the heads.
   *
   * @throws GraphException {@link GraphProblem#NOT_AT_HEAD} where they are not
   */
  public void checkAtHeads(Collection<String> rows) {
    Set<Integer> current = Set.copyOf(resolver.all(squashed.read(List.copyOf(rows))));
    List<Integer> heads = index.heads();
    if (!current.equals(Set.copyOf(heads))) {
      throw new GraphException(
          GraphProblem.NOT_AT_HEAD,
          "The database is not at all heads.",
          rows.isEmpty()
              ? "Nothing is applied."
              : "It is at " + GraphException.list(List.copyOf(rows)) + ".",
          "The heads are " + GraphException.list(index.ids(heads)) + "; see `limbeck upgrade`.");
    }
  }

  /** All revisions, newest first. */
  public List<RevisionNode> history() {
    return history(":", List.of());
  }

  /**
   * The revisions of a range, newest first: everything at or below its end, from its beginning on.
   * An end that is left out is the base, or the heads.
   *
   * @param range such as {@code base:3f2a}, {@code -3:}, {@code billing@base:}, {@code 3f2a:+2},
   *     {@code current:}
   * @param rows what {@code current} stands for
   */
  public List<RevisionNode> history(String range, Collection<String> rows) {
    return index.nodes(
        HistoryRange.newestFirst(index, resolver, range, squashed.read(List.copyOf(rows))));
  }

  /**
   * What an upgrade runs, in order; nothing where the target is applied already.
   *
   * @param target for example {@code head}, {@code heads}, {@code 3f2a}, {@code +1}, {@code
   *     billing@+2}
   */
  public List<RevisionStep> upgradeSteps(Collection<String> rows, String target) {
    checkNoRange(target);
    List<String> table = List.copyOf(rows);
    return squashed.steps(
        table, new UpgradePath(index, resolver).steps(squashed.read(table), target));
  }

  /**
   * What a downgrade undoes, in order; nothing where the state is reached already.
   *
   * @param target for example {@code -1}, {@code base}, {@code 3f2a}, {@code billing@-1}
   */
  public List<RevisionStep> downgradeSteps(Collection<String> rows, String target) {
    checkNoRange(target);
    List<String> table = List.copyOf(rows);
    return squashed.steps(
        table, new DowngradePath(index, resolver).steps(squashed.read(table), target));
  }

  /** How the version table gets to the targets, which are absolute, without running anything. */
  public List<StampStep> stampSteps(Collection<String> rows, List<String> targets) {
    targets.forEach(RevisionGraph::checkNoRange);
    List<String> table = List.copyOf(rows);
    return squashed.stamps(
        table, new StampPath(index, resolver).steps(squashed.read(table), targets));
  }

  private static void checkNoRange(String target) {
    if (SelectorRange.isRange(target)) {
      throw new GraphException(
          GraphProblem.RANGE_NOT_ALLOWED,
          "'" + target + "' is a range, which only scripts can start from.",
          "On a database, the version table says where to start.",
          "Name only the target, or add --sql.");
    }
  }

  /** The paths for scripts. */
  public OfflinePaths offline() {
    return new OfflinePaths(this);
  }

  /**
   * The declaration of a new revision as it is to be written.
   *
   * @throws GraphException where a parent is no head and no splice is asked for, or the graph would
   *     be broken by it
   */
  public RevisionNode resolve(RevisionDraft draft) {
    return new DraftCheck(index, resolver).resolve(draft);
  }

  HeadTracker tracker(Collection<String> rows) {
    return new HeadTracker(index, resolver.all(rows));
  }

  private int position(String id) {
    Integer position = index.idToIndex().get(id);
    return position == null ? resolver.identify(id) : position;
  }

  private List<RevisionNode> nodes(int[] revisions) {
    return Arrays.stream(revisions).mapToObj(index.nodes()::get).toList();
  }
}
