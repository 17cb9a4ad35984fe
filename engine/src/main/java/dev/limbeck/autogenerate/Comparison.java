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
 * @param upgradeReviews what the author of a revision of the operations has to look at
 * @param downgradeReviews the same of the downgrade
 */
public record Comparison(
    List<Operation> operations,
    List<Operation> downgrade,
    List<String> notes,
    Set<String> leftOut,
    boolean rewritten,
    List<Review> upgradeReviews,
    List<Review> downgradeReviews) {
  public Comparison {
    operations = List.copyOf(operations);
    downgrade = List.copyOf(downgrade);
    notes = List.copyOf(notes);
    leftOut = Set.copyOf(leftOut);
    upgradeReviews = List.copyOf(upgradeReviews);
    downgradeReviews = List.copyOf(downgradeReviews);
  }

  /** Nothing is left to the author. */
  public Comparison(
      List<Operation> operations,
      List<Operation> downgrade,
      List<String> notes,
      Set<String> leftOut,
      boolean rewritten) {
    this(operations, downgrade, notes, leftOut, rewritten, List.of(), List.of());
  }

  /** Everything was compared, and what undoes the operations follows from them. */
  public Comparison(List<Operation> operations, List<String> notes) {
    this(operations, DowngradeBody.of(operations), notes, Set.of(), false);
  }

  /** The same with further operations behind the others, which nothing has to undo. */
  Comparison plus(List<Operation> repairs) {
    List<Operation> all = new ArrayList<>(operations);
    all.addAll(repairs);
    return withOperations(all, downgrade);
  }

  /** The same with places that were not compared. */
  Comparison withLeftOut(Set<String> value) {
    return new Comparison(
        operations, downgrade, notes, value, rewritten, upgradeReviews, downgradeReviews);
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
    return new Comparison(
        operations, downgrade, value, leftOut, rewritten, upgradeReviews, downgradeReviews);
  }

  /** The same with other operations around those of the model. */
  public Comparison withOperations(List<Operation> upgrade, List<Operation> undo) {
    return new Comparison(
        upgrade, undo, notes, leftOut, rewritten, upgradeReviews, downgradeReviews);
  }

  /**
   * The same, which keeps the data of what moves to another table, or notes that it does not.
   *
   * @param moves what moves
   * @param before the schema before the operations, renames already made
   * @param after the schema after them
   * @param dialects the dialects that the operations have to hold on
   */
  Comparison keepingData(
      List<MovedPart> moves, DatabaseModel before, DatabaseModel after, List<String> dialects) {
    if (moves.isEmpty()) {
      return this;
    }
    MovedData.Woven up = new MovedData(before, after, dialects).woven(operations, moves);
    MovedData.Woven down =
        new MovedData(after, before, dialects)
            .woven(downgrade, moves.stream().map(MovedPart::reversed).toList());
    List<String> all = new ArrayList<>(notes);
    up.left().forEach(part -> all.add("moves to another table, its data is not copied: " + part));
    return new Comparison(
        up.operations(),
        down.operations(),
        all,
        leftOut,
        rewritten,
        joined(upgradeReviews, up.reviews()),
        joined(downgradeReviews, down.reviews()));
  }

  private static List<Review> joined(List<Review> some, List<Review> more) {
    List<Review> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /**
   * The same, which says what becomes of values that are kept in another way, or leaves it to the
   * author.
   *
   * @param dialects the dialects that the operations have to hold on
   */
  Comparison convertingValues(List<String> dialects) {
    ConvertedValues values = new ConvertedValues(dialects);
    List<Operation> up = values.in(operations);
    List<Operation> down = values.in(downgrade);
    return new Comparison(
        up,
        down,
        notes,
        leftOut,
        rewritten,
        joined(upgradeReviews, values.reviews(up)),
        joined(downgradeReviews, values.reviews(down)));
  }
}
