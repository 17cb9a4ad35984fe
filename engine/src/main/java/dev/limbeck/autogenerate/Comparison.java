package dev.limbeck.autogenerate;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What lies between a database and the entities.
 *
 * @param operations what makes the database what the entities want; constraints and indexes have
 *     names
 * @param downgrade what undoes that
 * @param notes what a person should know beside that: objects that nobody knows, expressions that
 *     could not be verified
 * @param leftOut the tables and columns of the entities that were not compared, as the mapping
 *     spells them
 * @param rewritten true where hooks have it lead to another schema than the entities want
 */
public record Comparison(
    List<Operation> operations,
    List<Operation> downgrade,
    List<String> notes,
    Set<String> leftOut,
    boolean rewritten) {
  public Comparison {
    operations = List.copyOf(operations);
    downgrade = List.copyOf(downgrade);
    notes = List.copyOf(notes);
    leftOut = Set.copyOf(leftOut);
  }

  /** Everything was compared, and what undoes the operations follows from them. */
  public Comparison(List<Operation> operations, List<String> notes) {
    this(operations, DowngradeBody.of(operations), notes, Set.of(), false);
  }

  /** The same with further operations behind the others, which nothing has to undo. */
  Comparison plus(List<Operation> repairs) {
    List<Operation> all = new ArrayList<>(operations);
    all.addAll(repairs);
    return new Comparison(all, downgrade, notes, leftOut, rewritten);
  }

  /** The same with places that were not compared. */
  Comparison withLeftOut(Set<String> value) {
    return new Comparison(operations, downgrade, notes, value, rewritten);
  }

  /**
   * The schema that the operations lead to.
   *
   * @param before the schema before them
   * @param wanted what the entities want
   */
  DatabaseModel leadsTo(DatabaseModel before, DatabaseModel wanted) {
    return rewritten ? RenameSearch.played(before, operations) : wanted;
  }

  /** The same with other notes. */
  public Comparison withNotes(List<String> value) {
    return new Comparison(operations, downgrade, value, leftOut, rewritten);
  }
}
