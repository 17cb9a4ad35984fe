package dev.limbeck.dialect.sqlite;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.SchemaState;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TableEvolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The statements for one {@code AlterTable}: each alteration in place where SQLite can do all of
 * them so, else one rebuild.
 *
 * <p>Columns are renamed after the rebuild, by SQLite, which then finds every view, trigger and
 * foreign key that speaks of them. Only where a name that was given up is taken again in the same
 * block is the block done in two parts.
 */
final class TableChangePlan {
  private final SqliteRenderer sql;
  private final SqliteProjection projection;
  private final QualifiedName name;
  private final List<TableAlteration> alterations;
  private final Table before;
  private final StoredAttachments attachments;

  TableChangePlan(
      SqliteRenderer sql, SqliteProjection projection, AlterTable operation, SchemaState before) {
    this.sql = sql;
    this.projection = projection;
    this.name = projection.name(operation.table());
    this.alterations = operation.alterations();
    this.attachments = StoredAttachments.of(before.attachments(operation.table()));
    this.before = attachments.withStoredTypes(projection.keepingColumns(find(before)));
  }

  private Table find(SchemaState state) {
    for (Table table : state.model().tables()) {
      if (projection.name(table.name()).equals(name)) {
        return table;
      }
    }
    throw new LimbeckException(
        "LMB-217", "The operation needs the table " + name + ", but there is none at this point.");
  }

  List<String> statements() {
    List<String> statements = new ArrayList<>();
    Table table = before;
    List<TableAlteration> rest = projected(before);
    boolean renamed = false;
    while (!rest.isEmpty()) {
      int end = undivided(rest);
      List<TableAlteration> part = rest.subList(0, end);
      List<String> inPlace = new InPlaceChange(sql, projection, table, attachments).tried(part);
      if (inPlace != null) {
        statements.addAll(inPlace);
      } else {
        verifyRebuild(table, after(table, part), renamed);
        statements.addAll(new TableRebuild(sql, projection, table, attachments).statements(part));
      }
      renamed |= part.stream().anyMatch(RenameColumn.class::isInstance);
      table = after(table, part);
      rest = rest.subList(end, rest.size());
    }
    return statements;
  }

  /** The alterations in the terms of the table as SQLite shows it. */
  private List<TableAlteration> projected(Table start) {
    TableEvolver evolver = new TableEvolver(start);
    List<TableAlteration> projected = new ArrayList<>();
    for (TableAlteration alteration : alterations) {
      TableAlteration own = alteration.accept(new ProjectedAlteration(projection, evolver.table()));
      evolver.apply(own);
      projected.add(own);
    }
    return projected;
  }

  private static Table after(Table table, List<TableAlteration> part) {
    TableEvolver evolver = new TableEvolver(table);
    part.forEach(evolver::apply);
    return evolver.table();
  }

  /** How many of the alterations can be done with all renames at their end. */
  private static int undivided(List<TableAlteration> alterations) {
    Set<Identifier> givenUp = new HashSet<>();
    Set<Identifier> given = new HashSet<>();
    for (int i = 0; i < alterations.size(); i++) {
      TableAlteration alteration = alterations.get(i);
      boolean divides =
          alteration instanceof AddColumn added && givenUp.contains(added.column().name())
              || alteration instanceof DropColumn dropped && given.contains(dropped.name());
      if (divides) {
        return i;
      }
      if (alteration instanceof RenameColumn rename) {
        givenUp.add(rename.from());
        given.add(rename.to());
      }
    }
    return alterations.size();
  }

  private void verifyRebuild(Table table, Table after, boolean renamed) {
    if (renamed && !attachments.triggers().isEmpty()) {
      throw refused(
          table,
          "a column is renamed and its name taken by another one, while the table has triggers",
          "Do the rename in a revision of its own.");
    }
    if (!attachments.beyond().isEmpty()) {
      throw refused(
          table,
          "it would lose " + String.join("; ", attachments.beyond()),
          "Rebuild it in SQL: op.onlyOn(\"sqlite\", o -> o.execute(…)).");
    }
    boolean keyless = after.constraints().stream().noneMatch(PrimaryKey.class::isInstance);
    if (keyless && TableOptions.of(after.options()).behindColumns().contains("WITHOUT ROWID")) {
      throw refused(
          table,
          "it is WITHOUT ROWID, and would have no primary key",
          "Give it another primary key in the same alterTable, or make it anew without the option.");
    }
  }

  private static LimbeckException refused(Table table, String finding, String advice) {
    return new LimbeckException(
        "LMB-421",
        "SQLite has to rebuild the table "
            + table.name()
            + " for this change, but "
            + finding
            + ".\n  "
            + advice);
  }
}
