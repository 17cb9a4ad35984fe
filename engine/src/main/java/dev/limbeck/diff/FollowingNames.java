package dev.limbeck.diff;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets the names that the convention gave follow a table or column that is renamed.
 *
 * <p>They say what they belong to, and a later table of the old name would ask for the same ones. A
 * name that somebody chose stays.
 *
 * @param names the convention
 */
public record FollowingNames(NamingConvention names) {

  /**
   * The renames of constraints and indexes, to be made after the others.
   *
   * @param before the schema before any rename
   * @param renames what is renamed
   * @param after the schema after these renames, with the parts of a table in the same order
   */
  public List<Operation> operations(DatabaseModel before, Renames renames, DatabaseModel after) {
    List<Operation> operations = new ArrayList<>();
    for (Table old : before.tables()) {
      QualifiedName name = renames.after(old.name());
      Table table = after.table(name);
      boolean touched = !name.equals(old.name()) || renames.columns().containsKey(name);
      if (touched && table != null) {
        List<TableAlteration> alterations = alterations(old, table);
        if (!alterations.isEmpty()) {
          operations.add(new AlterTable(name, alterations));
        }
      }
    }
    return operations;
  }

  private List<TableAlteration> alterations(Table old, Table table) {
    Map<Identifier, Identifier> constraints = new LinkedHashMap<>();
    for (int i = 0; i < old.constraints().size(); i++) {
      Constraint before = old.constraints().get(i);
      Constraint after = table.constraints().get(i);
      Identifier from = before.name();
      Identifier to =
          followed(
              from,
              convention -> convention.named(old.name(), before.withName(null)).name(),
              convention -> convention.named(table.name(), after.withName(null)).name());
      if (from != null && to != null) {
        constraints.put(from, to);
      }
    }
    Map<Identifier, Identifier> indexes = new LinkedHashMap<>();
    for (int i = 0; i < old.indexes().size(); i++) {
      Index before = old.indexes().get(i);
      Index after = table.indexes().get(i);
      Identifier from = before.name();
      Identifier to =
          followed(
              from,
              convention -> convention.named(old.name(), before.withName(null)).name(),
              convention -> convention.named(table.name(), after.withName(null)).name());
      if (from != null && to != null) {
        indexes.put(from, to);
      }
    }
    List<TableAlteration> alterations = new ArrayList<>();
    for (Moves.Step<Identifier> step : Moves.inOrder(constraints, Renames::standIn)) {
      alterations.add(new RenameConstraint(step.from(), step.to()));
    }
    for (Moves.Step<Identifier> step : Moves.inOrder(indexes, Renames::standIn)) {
      alterations.add(new RenameIndex(step.from(), step.to()));
    }
    return alterations;
  }

  /**
   * The new name where the present one is the convention's, or the standard's, with which a project
   * may have begun, and another follows; else null.
   */
  private @Nullable Identifier followed(
      @Nullable Identifier present,
      Function<NamingConvention, @Nullable Identifier> before,
      Function<NamingConvention, @Nullable Identifier> after) {
    for (NamingConvention convention : List.of(names, NamingConvention.standard())) {
      Identifier old = requireNonNull(before.apply(convention), "old");
      if (present != null && present.equals(old) && !old.equals(after.apply(convention))) {
        return after.apply(names);
      }
    }
    return null;
  }
}
