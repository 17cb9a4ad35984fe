package dev.limbeck.diff;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What keeps its rows or numbers under another name.
 *
 * @param tables the new name of a table by its old one
 * @param columns the new name of a column by its old one, by the table's new name
 * @param sequences the new name of a sequence by its old one
 */
public record Renames(
    Map<QualifiedName, QualifiedName> tables,
    Map<QualifiedName, Map<Identifier, Identifier>> columns,
    Map<QualifiedName, QualifiedName> sequences) {
  private static final String STAND_IN = "limbeck_renaming_";

  public Renames {
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    Map<QualifiedName, Map<Identifier, Identifier>> copy = new LinkedHashMap<>();
    columns.forEach(
        (table, moves) -> {
          if (!moves.isEmpty()) {
            copy.put(table, Collections.unmodifiableMap(new LinkedHashMap<>(moves)));
          }
        });
    columns = Collections.unmodifiableMap(copy);
    sequences = Collections.unmodifiableMap(new LinkedHashMap<>(sequences));
  }

  public static Renames none() {
    return new Renames(Map.of(), Map.of(), Map.of());
  }

  /** True where nothing is renamed. */
  public boolean isEmpty() {
    return tables.isEmpty() && columns.isEmpty() && sequences.isEmpty();
  }

  /** The name that a table has afterwards. */
  public QualifiedName after(QualifiedName table) {
    return tables.getOrDefault(table, table);
  }

  /** These and others; where both speak of a name, these. */
  public Renames and(Renames others) {
    Map<QualifiedName, QualifiedName> allTables = new LinkedHashMap<>(others.tables);
    allTables.putAll(tables);
    Map<QualifiedName, Map<Identifier, Identifier>> allColumns = new LinkedHashMap<>();
    others.columns.forEach((table, moves) -> allColumns.put(table, new LinkedHashMap<>(moves)));
    columns.forEach(
        (table, moves) ->
            allColumns.computeIfAbsent(table, name -> new LinkedHashMap<>()).putAll(moves));
    Map<QualifiedName, QualifiedName> allSequences = new LinkedHashMap<>(others.sequences);
    allSequences.putAll(sequences);
    return new Renames(allTables, allColumns, allSequences);
  }

  /** The operations, in an order that runs: tables, then columns, then sequences. */
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Moves.Step<QualifiedName> step : Moves.inOrder(tables, Renames::standIn)) {
      inSteps(step, RenameTable::new, operations);
    }
    columns.forEach(
        (table, moves) -> {
          List<TableAlteration> alterations = new ArrayList<>();
          for (Moves.Step<Identifier> step : Moves.inOrder(moves, Renames::standIn)) {
            alterations.add(new RenameColumn(step.from(), step.to()));
          }
          operations.add(new AlterTable(table, alterations));
        });
    for (Moves.Step<QualifiedName> step : Moves.inOrder(sequences, Renames::standIn)) {
      inSteps(step, RenameSequence::new, operations);
    }
    return List.copyOf(operations);
  }

  /** To the other schema first, where there is one, then to the other name. */
  private static void inSteps(
      Moves.Step<QualifiedName> step,
      BiFunction<QualifiedName, QualifiedName, Operation> rename,
      List<Operation> operations) {
    QualifiedName moved = step.to().withName(step.from().name());
    if (!moved.equals(step.from())) {
      operations.add(rename.apply(step.from(), moved));
    }
    if (!moved.equals(step.to())) {
      operations.add(rename.apply(moved, step.to()));
    }
  }

  private static QualifiedName standIn(QualifiedName name) {
    return name.withName(standIn(name.name()));
  }

  /** A name that stands in for another for a moment. */
  static Identifier standIn(Identifier name) {
    return Identifier.of(STAND_IN + Integer.toHexString(name.key().hashCode()));
  }

  /** Spelled out, as {@link #hashCode}: see {@link dev.limbeck.model.QualifiedName#equals}. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Renames other
        && tables.equals(other.tables)
        && columns.equals(other.columns)
        && sequences.equals(other.sequences);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tables, columns, sequences);
  }
}
