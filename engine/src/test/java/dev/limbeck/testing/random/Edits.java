package dev.limbeck.testing.random;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes a schema here and there, and remembers what became of its tables and columns. */
final class Edits {
  private final Dice dice;
  private final Schemas schemas;
  private final DatabaseModel before;
  private final Map<QualifiedName, QualifiedName> tables = new LinkedHashMap<>();
  private final Map<QualifiedName, Map<Identifier, Identifier>> columns = new LinkedHashMap<>();
  private final TypeEdits types;
  private final DomainEdits domains;
  private DatabaseModel model;

  Edits(Dice dice, Schemas schemas, DatabaseModel before) {
    this.dice = dice;
    this.schemas = schemas;
    this.before = before;
    this.model = before;
    this.types = new TypeEdits(dice, schemas, before);
    this.domains = new DomainEdits(dice, schemas, types);
    Lineage same = Lineage.ofNames(before, before);
    tables.putAll(same.tables());
    same.columns().forEach((table, moves) -> columns.put(table, new HashMap<>(moves)));
  }

  /** So many changes. */
  void make(int count) {
    for (int i = 0; i < count; i++) {
      one();
      model = Sound.of(model);
      forgetGoneColumns();
    }
  }

  /** A column that went is none that later gets a name it had. */
  private void forgetGoneColumns() {
    tables.forEach(
        (old, now) -> {
          Table table = model.table(now);
          if (table != null) {
            columns.get(old).values().removeIf(name -> table.column(name) == null);
          }
        });
  }

  DatabaseModel after() {
    return model;
  }

  Lineage lineage() {
    return new Lineage(tables, columns, types.lineage()).within(before, model);
  }

  private void one() {
    switch (dice.between(0, 24)) {
      case 0 -> model = schemas.withTable(model);
      case 1 -> dropTable();
      case 2 -> renameTable();
      case 3, 4 -> renameColumn();
      case 5 -> swapColumns();
      case 6 -> sequences();
      case 7, 8, 9, 10 -> model = types.changed(model);
      case 11, 12 -> model = domains.changed(model);
      default -> alterTable();
    }
  }

  private void alterTable() {
    Table table = dice.any(model.tables());
    if (table != null) {
      model = model.replacing(table.name(), new TableEdit(dice, schemas, model, table).changed());
    }
  }

  private void dropTable() {
    Table table = dice.any(model.tables());
    if (table != null) {
      model = model.withoutTable(table.name());
      tables.values().remove(table.name());
    }
  }

  private void renameTable() {
    Table table = dice.any(model.tables());
    if (table != null) {
      QualifiedName name = schemas.names().table(tableNames());
      QualifiedName to = table.name().withName(name.name());
      model = Evolver.evolve(model, List.of(new RenameTable(table.name(), to)));
      tables.replaceAll((from, now) -> now.equals(table.name()) ? to : now);
    }
  }

  /** Names of tables that are or were. */
  private Set<Identifier> tableNames() {
    Set<Identifier> names = new HashSet<>();
    before.tables().forEach(table -> names.add(table.name().name()));
    model.tables().forEach(table -> names.add(table.name().name()));
    return names;
  }

  private void renameColumn() {
    Table table = dice.any(model.tables());
    if (table != null) {
      Identifier from = dice.of(table.columns()).name();
      rename(table, from, schemas.names().column(columnNames(table)));
    }
  }

  private void swapColumns() {
    Table table = dice.any(model.tables());
    if (table != null && table.columns().size() > 1) {
      List<Identifier> two =
          dice.shuffled(table.columns()).stream().map(column -> column.name()).limit(2).toList();
      Identifier between = Identifier.of("between_two");
      Set<QualifiedName> untouched =
          tables.values().stream().filter(table.name()::equals).collect(Collectors.toSet());
      if (!untouched.isEmpty()) {
        rename(table, two.get(0), between);
        rename(table, two.get(1), two.get(0));
        rename(table, between, two.get(1));
      }
    }
  }

  /** Names of columns that the table has or had. */
  private Set<Identifier> columnNames(Table table) {
    Set<Identifier> names = new HashSet<>();
    table.columns().forEach(column -> names.add(column.name()));
    tables.forEach(
        (from, to) -> {
          Table earlier = before.table(from);
          if (to.equals(table.name()) && earlier != null) {
            earlier.columns().forEach(column -> names.add(column.name()));
          }
        });
    return names;
  }

  private void rename(Table table, Identifier from, Identifier to) {
    Operation rename = new AlterTable(table.name(), List.of(new RenameColumn(from, to)));
    model = Evolver.evolve(model, List.of(rename));
    tables.forEach(
        (old, now) -> {
          if (now.equals(table.name())) {
            columns.get(old).replaceAll((was, is) -> is.equals(from) ? to : is);
          }
        });
  }

  private void sequences() {
    Sequence sequence = dice.any(model.sequences());
    if (sequence == null || dice.one(3)) {
      List<Sequence> more = new ArrayList<>(model.sequences());
      more.add(schemas.sequence());
      model = model.withSequences(more);
    } else if (dice.one(2)) {
      model = model.withoutSequence(sequence.name());
    } else {
      model = model.replacing(sequence.name(), changed(sequence));
    }
  }

  /** Another sequence that counts in the same direction: the number that is next has to fit. */
  private Sequence changed(Sequence sequence) {
    Sequence other = schemas.numbers(sequence.name());
    return other.increment() > 0 == sequence.increment() > 0
        ? other
        : sequence.withCache(sequence.cache() + 1);
  }
}
