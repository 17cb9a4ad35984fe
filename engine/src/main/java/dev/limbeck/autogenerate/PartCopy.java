package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Column;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a table of owners and of one whose rows refer to them, between which values can be
 * copied: the rows belong together by a foreign key to the owners' primary key.
 */
final class PartCopy {
  private static final String REFERRING = "limbeck_part";

  private final Table owner;
  private final Table part;
  private final Map<Identifier, Identifier> columns;
  private final ForeignKey key;

  private PartCopy(Table owner, Table part, Map<Identifier, Identifier> columns, ForeignKey key) {
    this.owner = owner;
    this.part = part;
    this.columns = columns;
    this.key = key;
  }

  /**
   * The copy; null where it is not plain which rows belong together, or where types differ.
   *
   * @param owner the table that is referred to
   * @param part the table whose rows refer to it
   * @param columns the part's column by the owner's
   */
  static @Nullable PartCopy between(
      @Nullable Table owner, @Nullable Table part, Map<Identifier, Identifier> columns) {
    if (owner == null || part == null || !areAlike(owner, part, columns)) {
      return null;
    }
    List<ForeignKey> keys =
        part.foreignKeys().stream()
            .filter(key -> key.columns().stream().noneMatch(columns::containsValue))
            .filter(key -> isOfOwner(key, owner, part))
            .toList();
    return keys.size() == 1
        ? new PartCopy(owner, part, new LinkedHashMap<>(columns), keys.get(0))
        : null;
  }

  private static boolean areAlike(Table owner, Table part, Map<Identifier, Identifier> columns) {
    return new HashSet<>(columns.values()).size() == columns.size()
        && columns.entrySet().stream()
            .allMatch(pair -> sameType(owner.column(pair.getKey()), part.column(pair.getValue())));
  }

  private static boolean sameType(@Nullable Column one, @Nullable Column other) {
    return one != null
        && other != null
        && one.generation() == null
        && other.generation() == null
        && one.type().equals(other.type());
  }

  private static boolean isOfOwner(ForeignKey key, Table owner, Table part) {
    PrimaryKey primary = owner.primaryKey();
    if (primary == null
        || !key.target().equals(owner.name())
        || !Set.copyOf(key.targetColumns()).equals(Set.copyOf(primary.columns()))) {
      return false;
    }
    for (int i = 0; i < key.columns().size(); i++) {
      Column from = owner.column(key.targetColumns().get(i));
      Column to = part.column(key.columns().get(i));
      if (from == null || to == null || !from.type().equals(to.type())) {
        return false;
      }
    }
    return true;
  }

  /** True where the owners' values alone make whole rows of the part, and none is left behind. */
  boolean makesParts() {
    Set<Identifier> given = new HashSet<>(columns.values());
    given.addAll(key.columns());
    PrimaryKey primary = part.primaryKey();
    boolean whole =
        part.columns().stream()
            .filter(column -> !given.contains(column.name()))
            .noneMatch(
                column ->
                    column.defaultValue() == null
                        && column.generation() == null
                        && (!column.nullable()
                            || primary != null && primary.columns().contains(column.name())));
    boolean demanding =
        columns.entrySet().stream()
            .anyMatch(pair -> takesNull(owner, pair.getKey()) && !takesNull(part, pair.getValue()));
    return whole && (columns.size() == 1 || !demanding);
  }

  /** True where each owner has one part at most, and takes the values that this has. */
  boolean fillsOwners() {
    return isUnique()
        && columns.entrySet().stream()
            .noneMatch(
                pair -> takesNull(part, pair.getValue()) && !takesNull(owner, pair.getKey()));
  }

  private static boolean takesNull(Table table, Identifier name) {
    PrimaryKey primary = table.primaryKey();
    return requireNonNull(table.column(name)).nullable()
        && (primary == null || !primary.columns().contains(name));
  }

  private boolean isUnique() {
    Stream<List<Identifier>> constraints =
        part.constraints().stream()
            .filter(each -> each instanceof PrimaryKey || each instanceof Unique)
            .map(each -> each.columns());
    Stream<List<Identifier>> indexes =
        part.indexes().stream()
            .filter(index -> index.unique() && index.where() == null)
            .filter(index -> index.parts().stream().allMatch(each -> each.column() != null))
            .map(Index::columns);
    return Stream.concat(constraints, indexes).anyMatch(key.columns()::containsAll);
  }

  /** Makes a part of each owner that has a value for one. */
  List<Operation> makingParts(List<String> dialects) {
    return onEach(
        dialects,
        names -> {
          String given = names.all(both(key.targetColumns(), columns.keySet()));
          String taken = names.all(both(key.columns(), columns.values()));
          return "INSERT INTO %s (%s) SELECT %s FROM %s WHERE %s"
              .formatted(
                  names.of(part.name()),
                  taken,
                  given,
                  names.of(owner.name()),
                  String.join(
                      " OR ",
                      columns.keySet().stream()
                          .map(column -> names.of(column) + " IS NOT NULL")
                          .toList()));
        });
  }

  private static List<Identifier> both(Collection<Identifier> one, Collection<Identifier> other) {
    return Stream.of(one, other).flatMap(Collection::stream).toList();
  }

  /** Gives each owner what its part has. */
  List<Operation> fillingOwners(List<String> dialects) {
    return onEach(
        dialects,
        names -> {
          String belongs = belongs(names);
          String from = " FROM " + names.of(part.name()) + " " + REFERRING + " WHERE " + belongs;
          List<String> values =
              columns.entrySet().stream()
                  .map(
                      pair ->
                          "%s = (SELECT %s.%s%s)"
                              .formatted(
                                  names.of(pair.getKey()),
                                  REFERRING,
                                  names.of(pair.getValue()),
                                  from))
                  .toList();
          return "UPDATE %s SET %s WHERE EXISTS (SELECT 1%s)"
              .formatted(names.of(owner.name()), String.join(", ", values), from);
        });
  }

  private String belongs(SqlNames names) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < key.columns().size(); i++) {
      all.append(i == 0 ? "" : " AND ")
          .append(REFERRING + ".")
          .append(names.of(key.columns().get(i)))
          .append(" = ")
          .append(names.of(owner.name()))
          .append('.')
          .append(names.of(key.targetColumns().get(i)));
    }
    return all.toString();
  }

  private static List<Operation> onEach(List<String> dialects, Function<SqlNames, String> sql) {
    List<Dialect> all = dialects.stream().map(Dialects::named).toList();
    Map<String, String> texts = new LinkedHashMap<>();
    all.forEach(
        dialect ->
            texts.put(
                dialect.name(), sql.apply(new SqlNames(all, dialect.projection().hasSchemas()))));
    if (texts.values().stream().distinct().count() == 1) {
      return List.of(new ExecuteSql(texts.values().iterator().next()));
    }
    return texts.entrySet().stream()
        .<Operation>map(each -> new OnlyOn(each.getKey(), List.of(new ExecuteSql(each.getValue()))))
        .toList();
  }
}
