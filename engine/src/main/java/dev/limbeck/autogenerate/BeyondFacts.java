package dev.limbeck.autogenerate;

import dev.limbeck.dialect.CatalogReader.Beyond;
import dev.limbeck.dialect.CatalogReader.Repair;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.TableObjects;
import java.util.ArrayList;
import java.util.List;

/**
 * What tables have beyond what can be compared: where a part that the entities want is not all that
 * they want, and a statement makes it so, that is a difference; else it is a note.
 *
 * @param repairs what makes such parts what is wanted
 * @param notes a line for each other fact
 */
public record BeyondFacts(List<Operation> repairs, List<String> notes) {
  private static final String NOT_COMPARED = "not compared: ";

  /** True where the note is of such a fact. */
  public static boolean isNote(String note) {
    return note.startsWith(NOT_COMPARED);
  }

  /**
   * Tells the facts apart.
   *
   * @param before the database in neutral terms
   * @param wanted what the entities want
   */
  static BeyondFacts among(
      Dialect dialect, List<Beyond> facts, DatabaseModel before, DatabaseModel wanted) {
    List<Operation> repairs = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Beyond fact : facts) {
      Repair repair = fact.repair();
      if (repair != null && isWanted(dialect, fact, repair, before, wanted)) {
        repairs.add(new OnlyOn(dialect.name(), List.of(new ExecuteSql(repair.sql(), null))));
      } else {
        notes.add(NOT_COMPARED + "table " + fact.table() + ": " + fact.fact());
      }
    }
    return new BeyondFacts(repairs, notes);
  }

  private static boolean isWanted(
      Dialect dialect, Beyond fact, Repair repair, DatabaseModel before, DatabaseModel wanted) {
    for (Table table : before.tables()) {
      Table target = wanted.table(table.name());
      if (target != null && dialect.projection().name(table.name()).equals(fact.table())) {
        return table.constraints().stream()
            .filter(part -> repair.part().equals(part.name()))
            .anyMatch(
                part ->
                    target.constraints().stream()
                        .anyMatch(each -> TableObjects.sameStructure(each, part)));
      }
    }
    return false;
  }
}
