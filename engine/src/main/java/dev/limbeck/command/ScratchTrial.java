package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.Comparer;
import dev.limbeck.autogenerate.Renaming;
import dev.limbeck.autogenerate.SqlObjectsBefore;
import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ScratchDatabase;
import dev.limbeck.diff.Differ;
import dev.limbeck.diff.Reconciler;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.migration.Recording;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.Irreversible;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.plan.OfflinePlanner;
import dev.limbeck.plan.OfflineStep;
import dev.limbeck.plan.OfflineUnit;
import dev.limbeck.runtime.Progress;
import dev.limbeck.runtime.Rehearsal;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries a revision on a scratch database: makes the schema before it, applies it, compares with
 * what is wanted, undoes it, compares with what was, applies it again.
 */
final class ScratchTrial {
  /** What PostgreSQL says of a function or a type that is not there. */
  private static final Set<String> MISSING_OBJECT = Set.of("42883", "42704");

  private final Dialect dialect;
  private final ScratchDatabase scratch;
  private final Connection connection;
  private final TouchedSchema schema;
  private final SqlObjectsBefore objects;
  private final boolean severalDialects;
  private final Rehearsal rehearsal;
  private String last = "";

  /**
   * @param objects what SQL makes of the schema before the revision
   * @param severalDialects true where the revision has to hold on other databases too
   */
  ScratchTrial(
      Dialect dialect,
      ScratchDatabase scratch,
      TouchedSchema schema,
      SqlObjectsBefore objects,
      boolean severalDialects)
      throws SQLException {
    this.dialect = dialect;
    this.scratch = scratch;
    this.connection = scratch.connection();
    this.schema = schema;
    this.objects = objects;
    this.severalDialects = severalDialects;
    this.rehearsal =
        new Rehearsal(
            dialect,
            connection,
            new Progress() {
              @Override
              public void statement(String sql) {
                last = sql;
              }
            });
  }

  /**
   * Tries the revision.
   *
   * @throws LimbeckException LMB-278 where it does not do what it is to do
   * @throws NotProvenException where it cannot be tried
   */
  void run(RevisionNode revision, Migration migration) throws SQLException {
    List<Operation> upgrade = Recorder.upgrade(migration).operations();
    List<Operation> downgrade = Recorder.downgrade(migration).operations();
    if (any(upgrade, RunJava.class::isInstance) || any(downgrade, RunJava.class::isInstance)) {
      throw new NotProvenException("it runs Java code, which is for rows that are there");
    }
    makeBefore();
    DatabaseModel before = read();
    attempt("Its upgrade fails.", upgrade, () -> rehearsal.upgrade(revision, migration));
    checkWanted();
    DatabaseModel after = read();
    if (any(downgrade, Irreversible.class::isInstance)) {
      return;
    }
    attempt("Its downgrade fails.", downgrade, () -> rehearsal.downgrade(revision, migration));
    checkSame("After its downgrade the schema is not what it was before its upgrade.", before);
    attempt(
        "Its upgrade fails after its downgrade.",
        upgrade,
        () -> rehearsal.upgrade(revision, migration));
    checkSame("Its upgrade does something else after its downgrade.", after);
  }

  private boolean any(List<Operation> operations, Predicate<Operation> test) {
    return operations.stream().flatMap(this::flat).anyMatch(test);
  }

  private Stream<Operation> flat(Operation operation) {
    if (operation instanceof OutsideTransaction outside) {
      return outside.operations().stream().flatMap(this::flat);
    }
    if (operation instanceof OnlyOn only) {
      return only.dialect().equals(dialect.name())
          ? only.operations().stream().flatMap(this::flat)
          : Stream.of();
    }
    return Stream.of(operation);
  }

  /** Makes the schema before the revision, in as few round trips as the driver can. */
  private void makeBefore() throws SQLException {
    List<Operation> creation =
        new Differ(NamingConvention.standard())
            .diff(DatabaseModel.empty(), dialect.projection().said(schema.before()));
    try {
      List<OfflineUnit> units = new OfflinePlanner(dialect).plan("before", Recording.of(creation));
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        addBatch(statement, objects.beforeTables());
        for (OfflineUnit unit : units) {
          for (OfflineStep step : unit.steps()) {
            addBatch(statement, step.statements());
          }
        }
        addBatch(statement, objects.afterTables());
        statement.executeBatch();
      }
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException | LimbeckException e) {
      throw new NotProvenException(
          "the schema before it cannot be made there: " + ProofText.oneLine(reason(e)) + lacking(),
          e);
    }
  }

  private static void addBatch(Statement batch, List<String> statements) throws SQLException {
    for (String sql : statements) {
      batch.addBatch(sql);
    }
  }

  /** What the server said; the exception of a batch only repeats the statement. */
  private static Throwable reason(Exception failure) {
    SQLException next =
        failure instanceof BatchUpdateException batch ? batch.getNextException() : null;
    return next == null ? failure : next;
  }

  private String lacking() {
    return scratch.lacks().isEmpty()
        ? ""
        : "; a scratch database is without " + String.join(", ", scratch.lacks());
  }

  /** A direction of the revision. */
  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }

  private void attempt(String failed, List<Operation> operations, Step step) throws SQLException {
    last = "";
    try {
      step.run();
    } catch (LimbeckException e) {
      String state = e.getCause() instanceof SQLException cause ? cause.getSQLState() : null;
      if (e.code().equals("LMB-405") && any(operations, this::isLast)) {
        throw new NotProvenException(
            "it runs SQL that may need more than is there: " + ProofText.oneLine(e), e);
      }
      if (state != null && MISSING_OBJECT.contains(state) && !scratch.lacks().isEmpty()) {
        throw new NotProvenException(ProofText.oneLine(e) + lacking(), e);
      }
      throw failure(failed, ProofText.lines(e), e);
    }
  }

  /** True for SQL that was run last. */
  private boolean isLast(Operation operation) {
    return operation instanceof ExecuteSql
        && new OfflinePlanner(dialect)
            .plan("proof", Recording.of(List.of(operation))).stream()
                .flatMap(unit -> unit.steps().stream())
                .flatMap(each -> each.statements().stream())
                .anyMatch(last::equals);
  }

  private DatabaseModel read() throws SQLException {
    Set<Identifier> schemas = new HashSet<>();
    Set<QualifiedName> sequences = new HashSet<>();
    for (DatabaseModel model : List.of(schema.before(), schema.evolved())) {
      schemas.addAll(model.schemas());
      model.tables().stream()
          .map(Table::name)
          .map(QualifiedName::schema)
          .filter(Objects::nonNull)
          .forEach(schemas::add);
      for (Sequence sequence : model.sequences()) {
        if (sequence.name().schema() != null) {
          schemas.add(sequence.name().schema());
        }
        sequences.add(dialect.projection().name(sequence.name()));
      }
    }
    return dialect
        .catalog()
        .read(connection, new CatalogScope(schemas, null, sequences, rehearsal.ownTables()));
  }

  private void checkWanted() throws SQLException {
    Comparer comparer =
        new Comparer(
            dialect,
            (live, its, scope) -> its.catalog().read(live, scope),
            NamingConvention.standard(),
            rehearsal.ownTables(),
            severalDialects,
            false);
    List<Operation> left =
        comparer
            .compare(connection, schema.evolved(), schema.wanted(), Renaming.unknown())
            .operations();
    if (!left.isEmpty()) {
      throw failure("After its upgrade there would still be to do:", ProofText.lines(left), null);
    }
  }

  /** Another spelling of the same is no difference. */
  private void checkSame(String failed, DatabaseModel expected) throws SQLException {
    String defaultSchema = dialect.catalog().defaultSchema(connection);
    DatabaseModel found =
        new Reconciler(dialect, List.of(expected), defaultSchema, true, expected.schemas())
            .reconcile(read(), connection)
            .model();
    List<Operation> left = new Differ(NamingConvention.standard()).diff(found, expected);
    if (!left.isEmpty()) {
      throw failure(failed + " To make it so:", ProofText.lines(left), null);
    }
  }

  private LimbeckException failure(
      String what, List<String> details, @Nullable LimbeckException cause) {
    return new LimbeckException(
        "LMB-278",
        "The generated revision does not do on "
            + dialect.name()
            + " what it is to do. It was tried on a scratch database.\n  "
            + what
            + "\n    "
            + String.join("\n    ", details),
        cause);
  }
}
