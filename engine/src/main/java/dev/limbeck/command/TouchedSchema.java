package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.Replay;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation.Identity;
import dev.limbeck.model.Index;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.plan.TouchedSequences;
import dev.limbeck.plan.TouchedTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a schema that operations have to do with, so that trying a small revision costs as
 * little in a large schema as in a small one: the tables that they touch, whole, and around these
 * the tables that are joined to them by foreign keys, without what plays no part.
 *
 * @param before the part before the operations
 * @param evolved what the operations make of it, by what they say
 * @param wanted the part that is wanted after them
 */
record TouchedSchema(DatabaseModel before, DatabaseModel evolved, DatabaseModel wanted) {
  TouchedSchema {
    requireNonNull(before, "before");
    requireNonNull(evolved, "evolved");
    requireNonNull(wanted, "wanted");
  }

  /** The tables on both sides. */
  List<Table> tables() {
    return Stream.concat(before.tables().stream(), wanted.tables().stream()).toList();
  }

  /**
   * The part of two schemas.
   *
   * @param operations what leads from the one to the other
   * @param dialect the dialect whose own operations count
   */
  static TouchedSchema of(
      DatabaseModel before, DatabaseModel wanted, List<Operation> operations, String dialect) {
    List<Operation> flat = new ArrayList<>();
    flatten(operations, dialect, flat);
    Set<QualifiedName> touched = new HashSet<>();
    flat.forEach(operation -> touched.addAll(TouchedTables.of(operation)));
    if (flat.stream().anyMatch(ExecuteSql.class::isInstance)) {
      // SQL, such as that of a view, may need any table.
      before.tables().forEach(table -> touched.add(table.name()));
      wanted.tables().forEach(table -> touched.add(table.name()));
    }
    Set<QualifiedName> around = around(before, wanted, touched);
    List<Table> tables = new ArrayList<>();
    for (Table table : before.tables()) {
      if (touched.contains(table.name())) {
        tables.add(table);
      } else if (around.contains(table.name())) {
        tables.add(bare(table, touched));
      }
    }
    List<Table> wholes =
        wanted.tables().stream().filter(table -> touched.contains(table.name())).toList();
    Predicate<Sequence> used = used(flat, Stream.concat(tables.stream(), wholes.stream()).toList());
    DatabaseModel start =
        before.withTables(tables).withSequences(before.sequences().stream().filter(used).toList());
    Replay replay = new Replay(start, dialect);
    operations.forEach(operation -> replay.play("proof", operation));
    DatabaseModel evolved = replay.model();
    List<Table> after = new ArrayList<>(wholes);
    evolved.tables().stream().filter(table -> !touched.contains(table.name())).forEach(after::add);
    return new TouchedSchema(
        start,
        evolved,
        wanted.withTables(after).withSequences(wanted.sequences().stream().filter(used).toList()));
  }

  private static void flatten(List<Operation> operations, String dialect, List<Operation> flat) {
    for (Operation operation : operations) {
      if (operation instanceof OutsideTransaction outside) {
        flatten(outside.operations(), dialect, flat);
      } else if (operation instanceof OnlyOn only) {
        if (only.dialect().equals(dialect)) {
          flatten(only.operations(), dialect, flat);
        }
      } else {
        flat.add(operation);
      }
    }
  }

  /** The tables that touched ones refer to, and those that refer to touched ones. */
  private static Set<QualifiedName> around(
      DatabaseModel before, DatabaseModel wanted, Set<QualifiedName> touched) {
    Set<QualifiedName> around = new HashSet<>();
    for (DatabaseModel model : List.of(before, wanted)) {
      for (Table table : model.tables()) {
        for (ForeignKey key : table.foreignKeys()) {
          if (touched.contains(table.name())) {
            around.add(key.target());
          } else if (touched.contains(key.target())) {
            around.add(table.name());
          }
        }
      }
    }
    return around;
  }

  /**
   * The table with its columns, with the keys that others may refer to, and those to touched ones.
   */
  private static Table bare(Table table, Set<QualifiedName> touched) {
    List<Column> columns =
        table.columns().stream()
            .map(
                column ->
                    column
                        .withDefault(null)
                        .withGeneration(
                            column.generation() instanceof Identity identity ? identity : null)
                        .withComment(null))
            .toList();
    List<Constraint> constraints =
        table.constraints().stream()
            .filter(
                constraint ->
                    constraint instanceof PrimaryKey
                        || constraint instanceof Unique
                        || constraint instanceof ForeignKey key && touched.contains(key.target()))
            .toList();
    List<Index> indexes =
        table.indexes().stream()
            .filter(index -> index.unique() && index.where() == null)
            .filter(index -> index.columns().size() == index.parts().size())
            .toList();
    return new Table(table.name(), columns, constraints, indexes, null, table.options());
  }

  /** The sequences that operations name, and those whose names are in defaults of the tables. */
  private static Predicate<Sequence> used(List<Operation> operations, List<Table> tables) {
    Set<QualifiedName> named =
        operations.stream()
            .flatMap(operation -> TouchedSequences.of(operation).stream())
            .collect(Collectors.toSet());
    String defaults =
        tables.stream()
            .flatMap(table -> table.columns().stream())
            .flatMap(column -> texts(column.defaultValue()))
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    return sequence ->
        named.contains(sequence.name())
            || defaults.contains(sequence.name().name().text().toLowerCase(Locale.ROOT));
  }

  private static Stream<String> texts(@Nullable SqlExpression expression) {
    return expression == null
        ? Stream.of()
        : Stream.concat(
            Stream.of(expression.text()),
            expression.variants().entrySet().stream().map(Map.Entry::getValue));
  }
}
