package dev.limbeck.testing.random;

import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Takes one thing away at a time, from both schemas where both have it. */
final class Shrinking {
  private final Succession whole;
  private final Set<Succession> smaller = new LinkedHashSet<>();

  private Shrinking(Succession whole) {
    this.whole = whole;
  }

  /** How much a model says. */
  static int size(DatabaseModel model) {
    int size = model.schemas().size() + model.sequences().size();
    for (EnumType type : model.enumTypes()) {
      size += 1 + type.labels().size();
    }
    for (Domain domain : model.domains()) {
      size += domain.toString().length() / 20;
    }
    for (Table table : model.tables()) {
      size += 1 + table.toString().length() / 20 + 5 * table.columns().size();
      size += 5 * table.constraints().size() + 5 * table.indexes().size();
    }
    return size;
  }

  static Stream<Succession> of(Succession whole) {
    Shrinking shrinking = new Shrinking(whole);
    shrinking.withoutTables();
    shrinking.withoutObjects();
    shrinking.withoutColumns();
    shrinking.withoutParts();
    shrinking.withoutFacts();
    return shrinking.smaller.stream();
  }

  private void both(UnaryOperator<DatabaseModel> before, UnaryOperator<DatabaseModel> after) {
    DatabaseModel earlier = Sound.of(before.apply(whole.before()));
    DatabaseModel later = Sound.of(after.apply(whole.after()));
    if (size(earlier) + size(later) < size(whole.before()) + size(whole.after())) {
      smaller.add(
          new Succession(earlier, later, whole.lineage().within(earlier, later), whole.seed())
              .withSameOptions());
    }
  }

  private void withoutTables() {
    for (Table table : whole.before().tables()) {
      QualifiedName later = whole.lineage().after(table.name());
      both(
          model -> model.withoutTable(table.name()),
          model -> later == null ? model : model.withoutTable(later));
    }
    for (Table table : whole.after().tables()) {
      both(model -> model, model -> model.withoutTable(table.name()));
    }
    for (Table table : whole.before().tables()) {
      both(model -> model.withoutTable(table.name()), model -> model);
    }
  }

  private void withoutObjects() {
    both(model -> model.withSequences(List.of()), model -> model.withSequences(List.of()));
    both(model -> model.withEnumTypes(List.of()), model -> model.withEnumTypes(List.of()));
    both(model -> model.withDomains(List.of()), model -> model.withDomains(List.of()));
    for (QualifiedName name : ofTypes()) {
      QualifiedName later = whole.lineage().types().names().getOrDefault(name, name);
      both(model -> withoutType(model, name), model -> withoutType(model, later));
    }
    UnaryOperator<DatabaseModel> schemas = model -> model.withSchemas(Set.of());
    both(schemas, schemas);
    Stream.concat(whole.before().sequences().stream(), whole.after().sequences().stream())
        .map(sequence -> sequence.name())
        .distinct()
        .forEach(
            name ->
                both(model -> model.withoutSequence(name), model -> model.withoutSequence(name)));
  }

  private List<QualifiedName> ofTypes() {
    return Stream.of(whole.before(), whole.after())
        .flatMap(
            model ->
                Stream.concat(
                    model.enumTypes().stream().map(EnumType::name),
                    model.domains().stream().map(Domain::name)))
        .distinct()
        .toList();
  }

  private static DatabaseModel withoutType(DatabaseModel model, QualifiedName name) {
    return model
        .withEnumTypes(model.enumTypes().stream().filter(t -> !t.name().equals(name)).toList())
        .withDomains(model.domains().stream().filter(d -> !d.name().equals(name)).toList());
  }

  private void withoutColumns() {
    for (Table table : whole.before().tables()) {
      QualifiedName later = whole.lineage().after(table.name());
      for (Column column : table.columns()) {
        Identifier laterColumn = whole.lineage().after(table.name(), column.name());
        both(
            model -> without(model, table.name(), column.name()),
            model ->
                later == null || laterColumn == null ? model : without(model, later, laterColumn));
      }
    }
    for (Table table : whole.after().tables()) {
      for (Column column : table.columns()) {
        both(model -> model, model -> without(model, table.name(), column.name()));
      }
    }
  }

  private static DatabaseModel without(DatabaseModel model, QualifiedName name, Identifier column) {
    return changed(
        model,
        name,
        table ->
            table.columns().size() == 1
                ? table
                : table.withColumns(
                    table.columns().stream().filter(c -> !c.name().equals(column)).toList()));
  }

  private static DatabaseModel changed(
      DatabaseModel model, QualifiedName name, UnaryOperator<Table> change) {
    Table table = model.table(name);
    return table == null ? model : model.replacing(name, change.apply(table));
  }

  private void withoutParts() {
    both(Shrinking::bare, Shrinking::bare);
    List<Constraint> constraints = all(Table::constraints);
    for (Constraint constraint : constraints) {
      UnaryOperator<DatabaseModel> change =
          everyTable(
              table ->
                  table.withConstraints(
                      table.constraints().stream()
                          .filter(each -> !same(each, constraint))
                          .toList()));
      both(change, change);
      both(change, model -> model);
      both(model -> model, change);
    }
    for (Index index : all(Table::indexes)) {
      UnaryOperator<DatabaseModel> change =
          everyTable(
              table ->
                  table.withIndexes(
                      table.indexes().stream().filter(each -> !same(each, index)).toList()));
      both(change, change);
      both(change, model -> model);
      both(model -> model, change);
    }
  }

  private static boolean same(Constraint one, Constraint other) {
    return one.equals(other) || one.name() != null && one.name().equals(other.name());
  }

  private static boolean same(Index one, Index other) {
    return one.equals(other) || one.name() != null && one.name().equals(other.name());
  }

  private <T> List<T> all(Function<Table, List<T>> parts) {
    Set<T> all = new LinkedHashSet<>();
    whole.before().tables().forEach(table -> all.addAll(parts.apply(table)));
    whole.after().tables().forEach(table -> all.addAll(parts.apply(table)));
    return new ArrayList<>(all);
  }

  private static DatabaseModel bare(DatabaseModel model) {
    return everyTable(table -> table.withIndexes(List.of()).withConstraints(List.of()))
        .apply(model);
  }

  private void withoutFacts() {
    fact(column -> column.withComment(null));
    fact(column -> column.withDefault(null));
    fact(column -> column.withGeneration(null));
    fact(column -> column.withCollation(null));
    UnaryOperator<DatabaseModel> plain =
        everyTable(table -> table.withComment(null).withOptions(null));
    both(plain, plain);
    for (Index index : all(Table::indexes)) {
      UnaryOperator<DatabaseModel> simple =
          everyTable(
              table ->
                  table.withIndexes(
                      table.indexes().stream()
                          .map(each -> same(each, index) ? simple(each) : each)
                          .toList()));
      both(simple, simple);
    }
  }

  private static Index simple(Index index) {
    return index.withInclude(List.of()).withWhere(null).withNullsNotDistinct(false);
  }

  private void fact(UnaryOperator<Column> change) {
    UnaryOperator<DatabaseModel> everywhere =
        everyTable(table -> table.withColumns(table.columns().stream().map(change).toList()));
    both(everywhere, everywhere);
    both(everywhere, model -> model);
    both(model -> model, everywhere);
    Stream.concat(whole.before().tables().stream(), whole.after().tables().stream())
        .flatMap(table -> table.columns().stream())
        .filter(column -> !Objects.equals(change.apply(column), column))
        .map(Column::name)
        .distinct()
        .forEach(
            name -> {
              UnaryOperator<DatabaseModel> one =
                  everyTable(
                      table ->
                          table.withColumns(
                              table.columns().stream()
                                  .map(c -> c.name().equals(name) ? change.apply(c) : c)
                                  .toList()));
              both(one, one);
            });
  }

  private static UnaryOperator<DatabaseModel> everyTable(UnaryOperator<Table> change) {
    return model -> model.withTables(model.tables().stream().map(change).toList());
  }
}
