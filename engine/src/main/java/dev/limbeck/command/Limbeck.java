package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.GraphException;
import dev.limbeck.graph.GraphProblem;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.StampStep;
import dev.limbeck.runtime.JournalRow;
import dev.limbeck.runtime.LogEntry;
import dev.limbeck.source.RevisionHeader;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Limbeck for programs: each command is a method that returns what it did or found, prints nothing,
 * and throws a {@link LimbeckException} that says what is wrong and what to do.
 *
 * <p>An application that migrates itself at start needs no more than a data source and its
 * revisions:
 *
 * <pre>{@code
 * Limbeck.builder()
 *     .dataSource(dataSource)
 *     .revisions(ClasspathRevisions.inPackage("com.acme.migrations"))
 *     .build()
 *     .upgrade("head");
 * }</pre>
 *
 * <p>Immutable; safe for use by several threads. Connections are opened for each command and closed
 * again.
 */
public final class Limbeck {
  private final Settings settings;

  Limbeck(Settings settings) {
    this.settings = settings;
    // Fails here, and not in the first command, where no revisions were given.
    settings.revisions();
  }

  /** Begins to say what to work on. */
  public static LimbeckBuilder builder() {
    return new LimbeckBuilder();
  }

  /**
   * Applies revisions up to a target, one transaction for each.
   *
   * @param target {@code head}, {@code heads}, an id or the beginning of one, {@code +n}, {@code
   *     label@head}
   */
  public Deployed upgrade(String target) {
    RevisionCatalog catalog = catalog();
    return explaining(catalog, () -> new Deploy(settings, catalog).upgrade(target));
  }

  /**
   * Undoes revisions down to a target, one transaction for each.
   *
   * @param target {@code base}, {@code -n}, an id or the beginning of one
   */
  public Deployed downgrade(String target) {
    RevisionCatalog catalog = catalog();
    return explaining(catalog, () -> new Deploy(settings, catalog).downgrade(target));
  }

  /** Where the database stands. Makes no table. */
  public Current current() {
    return current(catalog());
  }

  /** As {@link #current()}, with revisions that were read already. */
  public Current current(RevisionCatalog catalog) {
    return explaining(catalog, () -> new Deploy(settings, catalog).current());
  }

  /** The ids in the version table, without a look at the revisions. Makes no table. */
  public List<String> rows() {
    return Deploy.rows(settings);
  }

  /**
   * Writes into the version table that the database stands at these revisions, without running
   * anything.
   *
   * @param targets selectors; {@code base} for none
   * @param purge true to empty the table first, whatever it says
   */
  public List<StampStep> stamp(List<String> targets, boolean purge) {
    return new Deploy(settings, catalog()).stamp(targets, purge);
  }

  /**
   * What {@link #upgrade} would do. The database is only read.
   *
   * @param target as for {@link #upgrade}
   */
  public DeploymentPlan planUpgrade(String target) {
    return plan(Direction.UPGRADE, target);
  }

  /**
   * What {@link #downgrade} would do. The database is only read.
   *
   * @param target as for {@link #downgrade}
   */
  public DeploymentPlan planDowngrade(String target) {
    return plan(Direction.DOWNGRADE, target);
  }

  private DeploymentPlan plan(Direction direction, String target) {
    RevisionCatalog catalog = catalog();
    return explaining(catalog, () -> new Planning(settings, catalog).plan(direction, target));
  }

  private <T> T explaining(RevisionCatalog catalog, Supplier<T> work) {
    return new Whereabouts(settings, catalog).explaining(work);
  }

  /** The steps that are done or begun, of revisions that are not finished. Makes no table. */
  public List<JournalRow> unfinished() {
    return Resume.unfinished(settings);
  }

  /**
   * Finishes the revisions that an earlier deployment left half done.
   *
   * @throws LimbeckException LMB-433 where it is unknown whether a step is done; LMB-434 where an
   *     answer is given that nobody needs
   */
  public Deployed resume(Resumption how) {
    return new Resume(settings, catalog()).run(how);
  }

  /**
   * What was done to the database, newest first. Makes no table.
   *
   * @param revision the id of the revision that it is about, or null for all
   * @param most how many rows at most
   */
  public List<LogEntry> log(@Nullable String revision, int most) {
    return Deploy.log(settings, revision, most);
  }

  /**
   * The revisions of a range, newest first; touches no database unless the range speaks of {@code
   * current}.
   *
   * @param range {@code from:to}, either side may be left out
   */
  public List<RevisionHeader> history(String range) {
    RevisionCatalog catalog = catalog();
    List<String> rows = range.contains("current") ? rows() : List.of();
    if (!rows.isEmpty()) {
      catalog = catalog.at(rows);
    }
    return catalog.headers(catalog.graph().history(range, rows));
  }

  /** The revisions that none follows. */
  public List<RevisionHeader> heads() {
    RevisionCatalog catalog = catalog();
    return catalog.headers(catalog.graph().heads());
  }

  /** The one revision that a selector names. */
  public Shown show(String selector) {
    RevisionCatalog catalog = catalog();
    RevisionGraph graph = catalog.graph();
    RevisionNode node = graph.get(selector);
    List<String> children = graph.children(node.id()).stream().map(RevisionNode::id).toList();
    return new Shown(
        catalog.header(node.id()),
        List.copyOf(graph.labels(node.id())),
        children,
        children.isEmpty());
  }

  /**
   * The SQL of a revision, both ways, on a dialect, without a database: what the replay of the
   * revisions before it leads to.
   */
  public RevisionSql sql(String selector, String dialect) {
    RevisionCatalog catalog = catalog();
    return new SqlOfRevision(catalog).of(catalog.graph().get(selector), dialect);
  }

  /**
   * A script that does what {@link #upgrade} does, without a database: from the replay of the
   * revisions.
   *
   * @param target {@code from:to}, or only {@code to}: then from base
   * @param dialect the name of the dialect that it is for
   * @throws LimbeckException LMB-230 for steps in Java that no SQL stands for, LMB-231 and LMB-204
   *     where revisions do not fit what those before them lead to
   */
  public SqlScript upgradeScript(String target, String dialect) {
    return new OfflineScripts(settings, catalog()).upgrade(target, dialect);
  }

  /**
   * A script that does what {@link #downgrade} does, without a database.
   *
   * @param range {@code from:to}
   * @param dialect the name of the dialect that it is for
   * @throws LimbeckException as {@link #upgradeScript}; LMB-218 where there is no way back
   */
  public SqlScript downgradeScript(String range, String dialect) {
    return new OfflineScripts(settings, catalog()).downgrade(range, dialect);
  }

  /**
   * A script that does what {@link #stamp} does, without a database.
   *
   * @param targets each {@code from:to} or only {@code to}, then from base; all with the same
   *     {@code from}
   * @param purge refused: a script does not know what there is to empty
   * @param dialect the name of the dialect that it is for
   */
  public SqlScript stampScript(List<String> targets, boolean purge, String dialect) {
    return new OfflineScripts(settings, catalog()).stamp(targets, purge, dialect);
  }

  /**
   * All revisions and their graph, read in one pass: for programs that ask several questions of
   * them.
   */
  public RevisionCatalog catalog() {
    return new RevisionCatalog(settings.revisions());
  }

  /** The graph of all revisions, squashes in the place of what they replace. */
  public RevisionGraph graph() {
    return catalog().graph();
  }

  /** What lies between the database and the entities; the database may stand anywhere. */
  public Comparison check() {
    return new Autogenerate(settings, catalog()).check();
  }

  /** As {@link #check}, with the reason for each difference. */
  public Explained explain() {
    return new Autogenerate(settings, catalog()).explain();
  }

  /** As {@link #checkOffline}, with the reason for each difference. */
  public Explained explainOffline() {
    return new Autogenerate(settings, catalog()).explainOffline();
  }

  /**
   * What lies between what the revisions lead to and the entities, for all configured dialects; no
   * connection is opened.
   */
  public Comparison checkOffline() {
    return new Autogenerate(settings, catalog()).checkOffline();
  }

  /**
   * Writes a new revision; what is generated in it lies between what the revisions lead to and the
   * entities, for all configured dialects. No connection is opened.
   */
  public RevisionWritten revisionOffline(RevisionRequest request) {
    return new Autogenerate(settings, catalog()).revisionOffline(request);
  }

  /**
   * The applied revisions that say something else now than when they were applied. All are recorded
   * for it, which compiles sources; an upgrade looks closely only at those whose content changed.
   */
  public List<ChangedRevision> verify() {
    return new Repair(settings, catalog()).changed();
  }

  /**
   * What an applied revision says else now than when it was applied.
   *
   * @throws LimbeckException LMB-241 where it is not applied, LMB-242 where nothing differs
   */
  public ChangedRevision difference(String selector) {
    return new Repair(settings, catalog()).difference(selector);
  }

  /**
   * Accepts what an applied revision says now: from here on it counts as what was applied. Runs
   * nothing.
   *
   * @param shown the difference to accept, from {@link #difference} or {@link #verify}
   * @throws LimbeckException LMB-244 where it is another one by now
   */
  public void repair(ChangedRevision shown) {
    new Repair(settings, catalog()).accept(shown);
  }

  /**
   * Whether branches that are to be joined change the same objects since they parted. Records their
   * revisions, without a database.
   *
   * @param selectors the ends of the branches, such as {@code heads}
   */
  public Overlaps overlaps(List<String> selectors) {
    if (selectors.isEmpty()) {
      return new Overlaps(List.of(), List.of(), List.of());
    }
    RevisionCatalog catalog = catalog();
    List<RevisionNode> heads =
        selectors.stream()
            .flatMap(selector -> catalog.graph().all(selector).stream())
            .distinct()
            .toList();
    return heads.size() < 2
        ? new Overlaps(heads.stream().map(RevisionNode::id).toList(), List.of(), List.of())
        : new JoinedSides(catalog).overlaps(heads);
  }

  /** Writes a new revision. */
  public RevisionWritten revision(RevisionRequest request) {
    return new Autogenerate(settings, catalog()).revision(request);
  }

  /** Lets a revision that no database has applied follow another one. */
  public Rebased rebase(RebaseRequest request) {
    RevisionCatalog catalog;
    try {
      catalog = catalog();
    } catch (GraphException e) {
      if (e.problem() != GraphProblem.SQUASHED_REVISION) {
        throw e;
      }
      catalog = RevisionCatalog.ofReplaced(settings.revisions());
    }
    return new Rebase(settings, catalog).rebase(request);
  }

  /** Makes one revision of several that follow each other; their files stay for now. */
  public Squashed squash(SquashRequest request) {
    return new Squash(settings, catalog()).squash(request);
  }

  /**
   * Deletes the files that squashes replace.
   *
   * @param squash a selector of the squash; null for all
   * @param offline true to look at no database
   */
  public SquashFinished finishSquash(@Nullable String squash, boolean offline) {
    return new SquashFinish(settings, catalog()).finish(squash, offline);
  }

  /** What the entities want, and how they were read. */
  public EntityModel scan() {
    return settings.entities().read(settings.dialectNames());
  }
}
