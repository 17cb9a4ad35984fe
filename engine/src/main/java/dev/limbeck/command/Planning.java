package dev.limbeck.command;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.TableSize;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.plan.Loss;
import dev.limbeck.plan.OfflinePlanner;
import dev.limbeck.plan.OfflineStep;
import dev.limbeck.plan.OfflineUnit;
import dev.limbeck.plan.TouchedTables;
import dev.limbeck.plan.Transactions;
import dev.limbeck.runtime.DatabaseFailure;
import dev.limbeck.runtime.LockForecast;
import dev.limbeck.runtime.VersionTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what {@link Deploy} would do. The database is only read: where it stands, how large its
 * tables are, and how many rows would go. The statements come from the replay of the revisions.
 */
record Planning(Settings settings, RevisionCatalog catalog) {
  private static final int MOST_COUNTS = 500;

  DeploymentPlan plan(Direction direction, String target) {
    try (Connection connection = settings.connections().openToRead()) {
      Dialect dialect = settings.dialect(connection);
      List<String> rows = new VersionTable(dialect, settings.versionTable()).rows(connection);
      RevisionCatalog catalog = this.catalog.at(rows);
      RevisionGraph graph = catalog.graph();
      List<RevisionStep> steps =
          direction == Direction.UPGRADE
              ? graph.upgradeSteps(rows, target)
              : graph.downgradeSteps(rows, target);
      OfflinePlanner planner = new RevisionReplay(catalog, graph).planner(rows, dialect);
      List<RevisionNode> nodes = steps.stream().map(RevisionStep::revision).toList();
      Transactions transactions = settings.transactions();
      List<PlannedRevision> revisions = new ArrayList<>();
      List<Found> losses = new ArrayList<>();
      Set<QualifiedName> touched = new LinkedHashSet<>();
      List<PlannedSteps.Planned> all =
          new PlannedSteps(dialect, planner, transactions).of(steps, catalog.migrations(nodes));
      for (PlannedSteps.Planned planned : all) {
        List<Operation> operations = planned.recording().operations();
        revisions.add(revision(planned.step(), planned.units(), dialect));
        Loss.of(operations, dialect.name())
            .forEach(loss -> losses.add(new Found(planned.id(), loss)));
        touch(operations, dialect, touched);
      }
      List<TableSize> sizes = dialect.deployment().sizes(connection, touched);
      return new DeploymentPlan(
          transactions,
          revisions,
          concerns(connection, dialect, all),
          sizes,
          counted(connection, dialect, losses));
    } catch (SQLException e) {
      throw DatabaseFailure.reading(settings.connections(), e);
    }
  }

  /** Transactions that may not fit into the server. */
  private List<String> concerns(
      Connection connection, Dialect dialect, List<PlannedSteps.Planned> all) throws SQLException {
    LockForecast forecast = new LockForecast(dialect.deployment(), connection);
    List<String> concerns = new ArrayList<>();
    if (settings.transactions() == Transactions.ALL) {
      List<Operation> together =
          all.stream()
              .flatMap(each -> each.units().stream())
              .flatMap(Planning::operations)
              .toList();
      addConcern(forecast.concern("The run", together), concerns);
      return concerns;
    }
    for (PlannedSteps.Planned planned : all) {
      for (OfflineUnit unit : planned.units()) {
        addConcern(
            forecast.concern("Revision " + planned.id(), operations(unit).toList()), concerns);
      }
    }
    return concerns;
  }

  private static Stream<Operation> operations(OfflineUnit unit) {
    return unit.steps().stream().map(OfflineStep::operation);
  }

  private static void addConcern(@Nullable String concern, List<String> concerns) {
    if (concern != null) {
      concerns.add(concern);
    }
  }

  private static PlannedRevision revision(
      RevisionStep step, List<OfflineUnit> units, Dialect dialect) {
    List<PlannedRevision.Part> parts = new ArrayList<>();
    for (OfflineUnit unit : units) {
      List<PlannedRevision.Line> lines = new ArrayList<>();
      unit.steps().forEach(planned -> lines.addAll(lines(planned, dialect)));
      if (!lines.isEmpty()) {
        parts.add(new PlannedRevision.Part(unit.inTransaction(), lines));
      }
    }
    return new PlannedRevision(step, parts);
  }

  private static List<PlannedRevision.Line> lines(OfflineStep step, Dialect dialect) {
    if (step.operation() instanceof RunJava java) {
      return List.of(
          new PlannedRevision.Line(java.description(), false, false, List.of(), step.notices()));
    }
    List<PlannedRevision.Line> lines = new ArrayList<>();
    for (String sql : step.statements()) {
      lines.add(
          new PlannedRevision.Line(
              sql,
              true,
              step.provisional(),
              dialect.locks().of(sql),
              lines.isEmpty() ? step.notices() : List.of()));
    }
    return lines;
  }

  private static void touch(
      List<Operation> operations, Dialect dialect, Set<QualifiedName> touched) {
    for (Operation operation : operations) {
      if (operation instanceof OnlyOn only) {
        if (only.dialect().equals(dialect.name())) {
          touch(only.operations(), dialect, touched);
        }
      } else if (operation instanceof OutsideTransaction outside) {
        touch(outside.operations(), dialect, touched);
      } else {
        TouchedTables.of(operation).forEach(name -> touched.add(dialect.projection().name(name)));
      }
    }
  }

  /** A loss, and the revision that brings it. */
  private record Found(String revision, Loss loss) {}

  private List<PlannedLoss> counted(Connection connection, Dialect dialect, List<Found> losses)
      throws SQLException {
    Set<QualifiedName> tables =
        losses.stream()
            .map(found -> found.loss().table())
            .filter(Objects::nonNull)
            .map(dialect.projection()::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    DatabaseModel live =
        tables.isEmpty()
            ? DatabaseModel.empty()
            : dialect
                .catalog()
                .read(
                    connection, new CatalogScope(Set.of(), tables, Set.of(), settings.ownTables()));
    List<PlannedLoss> counted = new ArrayList<>();
    for (int from = 0; from < losses.size(); from += MOST_COUNTS) {
      counted.addAll(
          some(
              connection,
              dialect,
              live,
              losses.subList(from, Math.min(losses.size(), from + MOST_COUNTS))));
    }
    return counted;
  }

  private static List<PlannedLoss> some(
      Connection connection, Dialect dialect, DatabaseModel live, List<Found> losses)
      throws SQLException {
    List<@Nullable String> counts =
        losses.stream().map(found -> count(dialect, live, found.loss())).toList();
    String query =
        counts.stream()
            .map(count -> count == null ? "NULL" : count)
            .collect(Collectors.joining(", ", "SELECT ", ""));
    List<PlannedLoss> counted = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      for (int i = 0; i < losses.size(); i++) {
        Found found = losses.get(i);
        counted.add(
            new PlannedLoss(
                found.revision(),
                found.loss().text(),
                counts.get(i) == null ? null : row.getLong(i + 1)));
      }
    }
    return counted;
  }

  /** The query that counts what goes; null where it is not there to be counted. */
  private static @Nullable String count(Dialect dialect, DatabaseModel live, Loss loss) {
    Table table = loss.table() == null ? null : live.table(dialect.projection().name(loss.table()));
    if (table == null) {
      return null;
    }
    String name = dialect.identifiers().render(table.name());
    if (loss.column() == null) {
      return "(SELECT count(*) FROM " + name + ")";
    }
    return table.column(loss.column()) == null
        ? null
        : "(SELECT count(" + dialect.identifiers().render(loss.column()) + ") FROM " + name + ")";
  }
}
