package dev.limbeck.autogenerate;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.IdColumn;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets the row of a table of counters begin behind the ids of rows that got theirs from elsewhere
 * until now. Where there is no such row, Hibernate begins at its first number.
 */
final class CountersBehindRows {
  private final List<String> dialects;

  /**
   * @param dialects those that the revision has to hold on
   */
  CountersBehindRows(List<String> dialects) {
    this.dialects = List.copyOf(dialects);
  }

  /** The row of a table, whose one column tells it and whose other one counts. */
  private record Counter(QualifiedName table, Identifier keyColumn, Identifier last, String key) {

    /** Null for a table that has other columns than the two. */
    static @Nullable Counter of(Table table, String key) {
      PrimaryKey primary = table.primaryKey();
      if (primary == null || primary.columns().size() != 1 || table.columns().size() != 2) {
        return null;
      }
      Identifier first = table.columns().get(0).name();
      Identifier second = table.columns().get(1).name();
      Identifier keyColumn = primary.columns().get(0);
      return new Counter(table.name(), keyColumn, keyColumn.equals(first) ? second : first, key);
    }
  }

  /**
   * What follows operations.
   *
   * @param before what the mapping files say before them
   * @param mapping where the entities keep their ids, and count them
   * @param model the schema after them
   */
  List<Operation> after(
      List<Operation> operations,
      Map<String, String> before,
      EntityModel.Mapping mapping,
      DatabaseModel model) {
    GeneratorChanges changes = new GeneratorChanges(before, operations);
    FilledIds filled = new FilledIds(mapping.lines(), model, operations);
    Map<Counter, Set<IdColumn>> ids = new LinkedHashMap<>();
    Map<Counter, Long> increments = new LinkedHashMap<>();
    mapping
        .counters()
        .forEach(
            (path, row) -> {
              String generator = mapping.generators().get(path);
              Table table = generator == null ? null : filled.table(QualifiedName.parse(generator));
              Counter counter = table == null ? null : Counter.of(table, row.key());
              if (counter != null && changes.isNew(counter.table(), path)) {
                increments.merge(counter, row.increment(), Math::max);
                filled
                    .of(path)
                    .ifPresent(
                        id -> ids.computeIfAbsent(counter, first -> new LinkedHashSet<>()).add(id));
              }
            });
    List<Operation> following = new ArrayList<>();
    ids.forEach(
        (counter, columns) ->
            following.addAll(begin(counter, columns, increments.getOrDefault(counter, 1L))));
    return following;
  }

  private List<Operation> begin(Counter counter, Set<IdColumn> ids, long increment) {
    List<Operation> operations = new ArrayList<>();
    for (String name : dialects) {
      ExecuteSql execute = new ExecuteSql(sql(Dialects.named(name), counter, ids, increment));
      operations.add(dialects.size() == 1 ? execute : new OnlyOn(name, List.of(execute)));
    }
    return operations;
  }

  /**
   * The counter holds the last id of a block, or where Hibernate is set so the number behind it;
   * its optimizers take the next one for the last id of a block or for the first. A step behind the
   * greatest id, none of the numbers that come is in use, whichever it is.
   */
  private static String sql(Dialect dialect, Counter counter, Set<IdColumn> ids, long increment) {
    String key = name(dialect, counter.keyColumn());
    String last = name(dialect, counter.last());
    String numbers =
        ids.stream()
            .map(
                id ->
                    "SELECT max("
                        + name(dialect, id.column())
                        + ") + "
                        + increment
                        + " AS number FROM "
                        + name(dialect, id.table()))
            .collect(Collectors.joining(" UNION ALL "));
    return "INSERT INTO "
        + name(dialect, counter.table())
        + " AS counter ("
        + key
        + ", "
        + last
        + ") SELECT "
        + SqlText.literal(counter.key())
        + ", max(number) FROM ("
        + numbers
        + ") AS ids WHERE number IS NOT NULL HAVING count(*) > 0 ON CONFLICT ("
        + key
        + ") DO UPDATE SET "
        + last
        + " = excluded."
        + last
        + " WHERE counter."
        + last
        + " < excluded."
        + last;
  }

  private static String name(Dialect dialect, QualifiedName name) {
    return dialect.identifiers().render(dialect.projection().name(name));
  }

  private static String name(Dialect dialect, Identifier name) {
    return dialect.identifiers().render(name);
  }
}
