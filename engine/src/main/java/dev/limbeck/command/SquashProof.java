package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.Replay;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.diff.Composer;
import dev.limbeck.diff.Differ;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.SquashView;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.Irreversible;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.Operation.RunJava;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a squash, as its compiled class says, does what the revisions do that it replaces: the
 * same schema in both directions on every dialect, and the same data steps in the same order.
 */
final class SquashProof {
  private final String id;
  private final List<Migration> below;
  private final List<RevisionNode> belowNodes;
  private final List<Operation> upgrade = new ArrayList<>();
  private final List<Operation> downgrade = new ArrayList<>();
  private final Migration squash;

  private SquashProof(RevisionCatalog catalog, RevisionNode squash) {
    this.id = squash.id();
    SquashView view = catalog.view();
    RevisionGraph replaced = view.graphOfReplaced();
    Set<String> ids =
        view.replacedBy(squash).stream().map(RevisionNode::id).collect(Collectors.toSet());
    List<RevisionNode> chain = new ArrayList<>(replaced.appliedInOrder(List.of(id)));
    this.belowNodes = chain.stream().filter(node -> !ids.contains(node.id())).toList();
    chain.removeAll(belowNodes);
    this.below = catalog.migrations(belowNodes);
    this.squash = catalog.migrations(List.of(squash)).get(0);
    List<Migration> migrations = new ArrayList<>(catalog.migrations(chain));
    migrations.forEach(each -> upgrade.addAll(Recorder.upgrade(each).operations()));
    Collections.reverse(migrations);
    migrations.forEach(each -> downgrade.addAll(Recorder.downgrade(each).operations()));
  }

  /**
   * Proves it of the squash that has the id, reading the files anew.
   *
   * @throws LimbeckException LMB-268 where it does not compile, LMB-269 where it does something
   *     else
   */
  static void prove(Settings settings, String id) {
    RevisionCatalog catalog = new RevisionCatalog(settings.revisions());
    RevisionNode squash = catalog.graph().get(id);
    SquashProof proof;
    try {
      proof = new SquashProof(catalog, squash);
    } catch (LimbeckException e) {
      if (!e.code().equals("LMB-203")) {
        throw e;
      }
      throw new LimbeckException(
          "LMB-268",
          "What was taken over into the squash does not compile, so nothing was written.\n  "
              + e.getMessage().substring(e.code().length() + 1)
              + "\n  A Java step has to stand for itself: it uses nothing of its class or method but"
              + " its own parameter.",
          e);
    }
    List<@Nullable String> dialects = new ArrayList<>();
    dialects.add(null);
    Dialects.all().stream().map(Dialect::name).forEach(dialects::add);
    dialects.forEach(proof::prove);
  }

  private void prove(@Nullable String dialect) {
    Replay replay = new Replay(dialect);
    for (int i = 0; i < below.size(); i++) {
      replay.upgrade(belowNodes.get(i).id(), below.get(i));
    }
    DatabaseModel start = replay.model();
    List<Operation> up = Recorder.upgrade(squash).operations();
    DatabaseModel after = played(start, upgrade, dialect);
    compare("upgrade", after, played(start, up, dialect), dialect);
    compareDataSteps("upgrade", upgrade, up);
    List<Operation> down = Recorder.downgrade(squash).operations();
    if (downgrade.stream().noneMatch(Irreversible.class::isInstance)) {
      compare(
          "downgrade", played(after, downgrade, dialect), played(after, down, dialect), dialect);
      compareDataSteps("downgrade", downgrade, down);
    } else if (down.stream().noneMatch(Irreversible.class::isInstance)) {
      throw different("downgrade", "there is no way back, and the squash has one");
    }
  }

  private DatabaseModel played(
      DatabaseModel start, List<Operation> operations, @Nullable String dialect) {
    Replay replay = new Replay(start, dialect);
    for (Operation operation : operations) {
      if (!isIrreversibleOn(operation, dialect)) {
        replay.play(id, operation);
      }
    }
    return replay.model();
  }

  /** A way back that one dialect refuses says nothing of the schema. */
  private static boolean isIrreversibleOn(Operation operation, @Nullable String dialect) {
    return operation instanceof OnlyOn only
        && only.dialect().equals(dialect)
        && only.operations().stream().anyMatch(Irreversible.class::isInstance);
  }

  private void compare(
      String direction, DatabaseModel expected, DatabaseModel actual, @Nullable String dialect) {
    if (!Composer.same(expected, actual)) {
      List<Operation> missing = new Differ(NamingConvention.standard()).diff(actual, expected);
      throw different(
          direction,
          (dialect == null ? "" : "on " + dialect + " ")
              + "the schema lacks "
              + String.join(
                  ", ", OperationLines.of(missing).stream().map(Object::toString).toList()));
    }
  }

  private void compareDataSteps(
      String direction, List<Operation> expected, List<Operation> actual) {
    if (!dataSteps(expected).equals(dataSteps(actual))) {
      throw different(
          direction,
          "the data steps are\n    "
              + lines(dataSteps(actual))
              + "\n  instead of\n    "
              + lines(dataSteps(expected)));
    }
  }

  private static String lines(List<Operation> operations) {
    List<String> lines = OperationLines.of(operations).stream().map(Object::toString).toList();
    return lines.isEmpty() ? "none" : String.join("\n    ", lines);
  }

  private static List<Operation> dataSteps(List<Operation> operations) {
    return operations.stream()
        .filter(
            operation ->
                operation instanceof ExecuteSql
                    || operation instanceof RunJava
                    || operation instanceof OnlyOn
                    || operation instanceof OutsideTransaction)
        .toList();
  }

  private LimbeckException different(String direction, String how) {
    return new LimbeckException(
        "LMB-269",
        "The "
            + direction
            + " of the squash "
            + id
            + " does not do what the revisions do that it replaces.\n  In the squash "
            + how
            + ".\n  Databases that have none of them would run it as it is: correct its file, or delete it"
            + " and squash again.");
  }
}
