package dev.limbeck.autogenerate;

import dev.limbeck.autogenerate.SqlObject.Kind;
import dev.limbeck.autogenerate.SqlObject.Statements;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * The SQL that makes the objects of entities that are there before a revision, for a database on
 * which it is tried: what it takes away, the composite types of its tables, and where it executes
 * SQL the views and types beside it that it leaves as they are. What it makes without taking it
 * away was not there, whatever earlier revisions made.
 *
 * @param beforeTables what comes before the tables
 * @param afterTables what comes behind them
 */
public record SqlObjectsBefore(List<String> beforeTables, List<String> afterTables) {
  public SqlObjectsBefore {
    beforeTables = List.copyOf(beforeTables);
    afterTables = List.copyOf(afterTables);
  }

  /**
   * Finds them.
   *
   * @param recorded the objects as the mapping files have them before the revision
   * @param wanted the objects as the entities have them
   * @param upgrade what the revision does
   * @param tables those that it is tried with, before it and after it
   */
  public static SqlObjectsBefore of(
      List<SqlObject> recorded,
      List<SqlObject> wanted,
      List<Operation> upgrade,
      List<Table> tables,
      String dialect) {
    ExecutedSql executed = new ExecutedSql();
    upgrade.forEach(executed::add);
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    List<SqlObject> needed =
        executed.isEmpty() ? CompositeTypes.of(recorded, tables, dialect) : recorded;
    for (SqlObject object : ViewOrder.sorted(needed)) {
      Statements statements = object.statements().get(dialect);
      if (statements != null
          && (executed.executesAny(statements.drop(), dialect)
              || object.kind() != Kind.OTHER && !isMade(object, wanted, executed, dialect))) {
        (object.beforeTables() ? before : after).addAll(statements.create());
      }
    }
    return new SqlObjectsBefore(before, after);
  }

  private static boolean isMade(
      SqlObject object, List<SqlObject> wanted, ExecutedSql executed, String dialect) {
    List<SqlObject> states = new ArrayList<>(wanted);
    states.removeIf(each -> !each.name().equals(object.name()));
    states.add(object);
    return states.stream()
        .map(each -> each.statements().get(dialect))
        .anyMatch(
            statements -> statements != null && executed.executesAny(statements.create(), dialect));
  }
}
