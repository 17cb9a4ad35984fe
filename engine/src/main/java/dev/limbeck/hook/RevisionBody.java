package dev.limbeck.hook;

import static java.util.Objects.requireNonNull;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a generated revision does, both ways. Immutable.
 *
 * <p>What undoes the generated operations follows from them; what a hook adds says itself what
 * undoes it, as for SQL nothing else can.
 */
public final class RevisionBody {
  private final List<Operation> generated;
  private final List<Step> added;
  private final UnaryOperator<List<Operation>> inverse;

  /** Operations that were added, and what undoes them. */
  private record Step(List<Operation> upgrade, List<Operation> downgrade) {}

  private RevisionBody(
      List<Operation> generated, List<Step> added, UnaryOperator<List<Operation>> inverse) {
    this.generated = List.copyOf(generated);
    this.added = List.copyOf(added);
    this.inverse = inverse;
  }

  /**
   * A body that was generated.
   *
   * @param operations what it does
   * @param inverse finds what undoes operations
   */
  public static RevisionBody of(
      List<Operation> operations, UnaryOperator<List<Operation>> inverse) {
    return new RevisionBody(operations, List.of(), requireNonNull(inverse, "inverse"));
  }

  /** The generated operations, without what hooks added. */
  public List<Operation> generated() {
    return generated;
  }

  /** The body with other operations in the place of the generated ones. */
  public RevisionBody withGenerated(List<Operation> operations) {
    return new RevisionBody(operations, added, inverse);
  }

  /**
   * The body with operations after all others; their undoing comes before all others.
   *
   * @param upgrade what is added
   * @param downgrade what undoes it; empty for nothing
   */
  public RevisionBody plus(List<Operation> upgrade, List<Operation> downgrade) {
    List<Step> steps = new ArrayList<>(added);
    steps.add(new Step(List.copyOf(upgrade), List.copyOf(downgrade)));
    return new RevisionBody(generated, steps, inverse);
  }

  /**
   * The body with SQL after all other operations.
   *
   * @param upgrade one or more statements
   * @param downgrade the statements that undo it; blank for none
   */
  public RevisionBody plusSql(String upgrade, String downgrade) {
    return plus(sql(upgrade), sql(downgrade));
  }

  private static List<Operation> sql(String statements) {
    return statements.isBlank() ? List.of() : List.of(new ExecuteSql(statements));
  }

  /** As {@link #plusSql(String, String)}, on one dialect only. */
  public RevisionBody plusSqlOn(String dialect, String upgrade, String downgrade) {
    return plus(onlyOn(dialect, sql(upgrade)), onlyOn(dialect, sql(downgrade)));
  }

  private static List<Operation> onlyOn(String dialect, List<Operation> operations) {
    return operations.isEmpty() ? List.of() : List.of(new OnlyOn(dialect, operations));
  }

  /** The body with all operations of both ways put through a function. */
  public RevisionBody mapped(UnaryOperator<List<Operation>> change) {
    return new RevisionBody(
        change.apply(generated),
        added.stream()
            .map(step -> new Step(change.apply(step.upgrade()), change.apply(step.downgrade())))
            .toList(),
        inverse);
  }

  /** All that it does. */
  public List<Operation> upgrade() {
    List<Operation> all = new ArrayList<>(generated);
    added.forEach(step -> all.addAll(step.upgrade()));
    return List.copyOf(all);
  }

  /** All that undoes it. */
  public List<Operation> downgrade() {
    List<Operation> all = new ArrayList<>();
    for (int i = added.size() - 1; i >= 0; i--) {
      all.addAll(added.get(i).downgrade());
    }
    all.addAll(inverse.apply(generated));
    return List.copyOf(all);
  }
}
