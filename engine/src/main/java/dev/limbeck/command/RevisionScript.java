package dev.limbeck.command;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ScriptForm;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.graph.RowOperation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.plan.Notice;
import dev.limbeck.plan.OfflineStep;
import dev.limbeck.plan.OfflineUnit;
import dev.limbeck.plan.Transactions;
import dev.limbeck.runtime.Deployer;
import dev.limbeck.runtime.HistoryRow;
import dev.limbeck.runtime.HistoryTable;
import dev.limbeck.runtime.VersionTable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes revisions into a script, each in the transactions that it has on a database: guarded by
 * the version rows before it, and ended by the change of the version rows.
 */
final class RevisionScript {
  private final ScriptForm form;
  private final VersionTable versions;
  private final HistoryTable history;
  private final List<String> createTables;
  private final List<String> others;
  private final boolean together;
  private final Set<String> rows;
  private final ScriptText text = new ScriptText();
  private boolean first = true;

  /**
   * @param rows the version rows that the script starts from
   * @param others the ids of rows of other branches, which may be there or not
   * @param transactions how much one holds
   */
  RevisionScript(
      Dialect dialect,
      VersionTable versions,
      HistoryTable history,
      Collection<String> rows,
      List<String> others,
      Transactions transactions) {
    this.form = dialect.script();
    this.versions = versions;
    this.history = history;
    this.createTables =
        List.of(
            dialect.deployment().createVersionTable(versions.name()),
            dialect.deployment().createHistoryTable(history.name()));
    this.rows = new TreeSet<>(rows);
    this.others = List.copyOf(others);
    this.together = transactions == Transactions.ALL;
  }

  /** The head of the script. */
  void open(String title) {
    text.comment(title)
        .comment("Run it with: " + form.usage())
        .comment(
            together
                ? "It has to stop at the first error. All revisions are in one transaction:"
                : "It has to stop at the first error, or half a revision would stay. Each revision is"
                    + " a transaction of its own:")
        .comment(
            together
                ? "where one fails, all of them are rolled back."
                : "where one fails, it is rolled back, and the revisions before it stay.")
        .lines(form.clientSettings())
        .statements(form.opening());
  }

  /** One revision. */
  void revision(RevisionStep step, List<OfflineUnit> units) {
    RevisionNode node = step.revision();
    text.blank()
        .comment(step.direction().name().toLowerCase(Locale.ROOT) + " " + node.id())
        .comment(node.message());
    boolean marked = false;
    for (int i = 0; i < units.size(); i++) {
      OfflineUnit unit = units.get(i);
      if (unit.inTransaction()) {
        begin();
        text.statements(unit.changesTables() ? form.beforeChanges() : List.of());
      } else {
        if (i == 0) {
          begin();
          commit();
        }
        text.comment(
            "outside of a transaction: what is done here stays if something after it fails");
      }
      for (OfflineStep planned : unit.steps()) {
        if (planned.provisional() && !marked && isPlanned(planned)) {
          text.comment(
              "provisional: SQL before this may have changed the schema in ways that Limbeck does"
                  + " not follow; read what comes now against the database");
          marked = true;
        }
        write(planned);
      }
      if (unit.inTransaction()) {
        text.statements(unit.changesTables() ? form.afterChanges() : List.of());
        if (i == units.size() - 1) {
          rows(step.rows());
          text.statement(
              history.statement(node.id(), HistoryRow.What.of(step.direction()), form.now()));
        }
        commit();
      }
    }
  }

  private static boolean isPlanned(OfflineStep step) {
    return !step.statements().isEmpty()
        && !(step.operation() instanceof RunJava)
        && !(step.operation() instanceof ExecuteSql);
  }

  private void write(OfflineStep step) {
    if (step.operation() instanceof RunJava java) {
      text.comment("instead of Java: " + java.description());
    }
    step.notices().stream()
        .filter(notice -> notice.level() != Notice.Level.COSTLY)
        .map(Notice::text)
        .forEach(text::comment);
    text.statements(step.expectations()).statements(step.statements());
  }

  /**
   * One change of the version rows that runs no revision.
   *
   * @param stamped finds, from the rows before and after, what the history says of it
   */
  void stamp(List<RowOperation> operations, Deployer.Stamped stamped) {
    text.blank();
    begin();
    List<String> before = List.copyOf(rows);
    rows(operations);
    for (String revision : stamped.revisions(before, List.copyOf(rows))) {
      text.statement(history.statement(revision, HistoryRow.What.STAMP, form.now()));
    }
    commit();
  }

  private void commit() {
    if (!together) {
      text.statement("COMMIT");
    }
  }

  private void begin() {
    if (first || !together) {
      text.statement(form.begin());
    }
    if (first) {
      text.statements(createTables);
      first = false;
    }
    text.statements(form.expectRows(versions.name(), List.copyOf(rows), others));
  }

  private void rows(List<RowOperation> operations) {
    for (RowOperation operation : operations) {
      text.statements(form.changeOneRow(versions.statement(operation)));
      operation.applyTo(rows);
    }
  }

  /** The whole script. */
  String close() {
    if (together && !first) {
      text.blank().statement("COMMIT");
    }
    return text.blank().statements(form.closing()).toString().stripTrailing() + "\n";
  }
}
