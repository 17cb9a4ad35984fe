package dev.limbeck.autogenerate;

import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an adopted database has and no entity knows, as lines of the mapping files. The first
 * revision makes it, so that new databases equal the adopted one; it stays a stranger all the same,
 * which no later revision drops, until an entity wants something of its name.
 *
 * <pre>
 * + adopted index orders.ix_by_hand = left alone
 * + adopted table report_cache = left alone
 * </pre>
 */
public final class AdoptedObjects {
  private static final String KEY = "adopted ";
  private static final String LEFT_ALONE = "left alone";

  private AdoptedObjects() {}

  /**
   * The lines of what one model has beyond another.
   *
   * @param known what entities know, in whatever names
   * @param all what there is, everything named
   */
  public static SortedMap<String, String> beyond(DatabaseModel known, DatabaseModel all) {
    SortedMap<String, String> lines = new TreeMap<>();
    for (Table table : all.tables()) {
      Table knownTable = known.table(table.name());
      if (knownTable == null) {
        add(lines, "table " + table.name());
      } else {
        addParts(lines, knownTable, table);
      }
    }
    all.sequences().stream()
        .filter(sequence -> known.sequence(sequence.name()) == null)
        .forEach(sequence -> add(lines, "sequence " + sequence.name()));
    all.enumTypes().stream()
        .filter(type -> known.enumType(type.name()) == null)
        .forEach(type -> add(lines, "type " + type.name()));
    return lines;
  }

  private static void addParts(SortedMap<String, String> lines, Table known, Table table) {
    String prefix = table.name() + ".";
    for (Column column : table.columns()) {
      if (known.column(column.name()) == null) {
        add(lines, "column " + prefix + column.name());
      }
    }
    Set<Constraint> constraints =
        known.constraints().stream().map(each -> each.withName(null)).collect(Collectors.toSet());
    for (Constraint constraint : table.constraints()) {
      if (!constraints.contains(constraint.withName(null))) {
        add(lines, "constraint " + prefix + constraint.name());
      }
    }
    Set<Index> indexes =
        known.indexes().stream().map(each -> each.withName(null)).collect(Collectors.toSet());
    for (Index index : table.indexes()) {
      if (!indexes.contains(index.withName(null))) {
        add(lines, "index " + prefix + index.name());
      }
    }
  }

  private static void add(SortedMap<String, String> lines, String object) {
    lines.put(KEY + object, LEFT_ALONE);
  }

  /** Those of the lines that are of adopted objects. */
  public static SortedMap<String, String> among(Map<String, String> lines) {
    SortedMap<String, String> adopted = new TreeMap<>(lines);
    adopted.keySet().removeIf(key -> !key.startsWith(KEY));
    return adopted;
  }

  /** Those of the lines that are not of adopted objects. */
  public static SortedMap<String, String> places(Map<String, String> lines) {
    SortedMap<String, String> places = new TreeMap<>(lines);
    places.keySet().removeIf(key -> key.startsWith(KEY));
    return places;
  }

  /** The objects of the lines as people read them: {@code table report_cache}. */
  public static List<String> described(Map<String, String> lines) {
    return among(lines).keySet().stream().map(key -> key.substring(KEY.length())).toList();
  }

  /**
   * The objects of the lines as comparisons name strangers: {@code index ix_by_hand on orders}.
   *
   * @param replay what revisions lead to
   */
  public static Set<String> strangers(DatabaseModel replay, Map<String, String> lines) {
    Set<String> adopted = new HashSet<>(described(lines));
    Set<String> strangers = new HashSet<>(adopted);
    for (Table table : replay.tables()) {
      for (Constraint part : table.constraints()) {
        if (isAdopted("constraint ", table.name(), part.name(), adopted)) {
          strangers.add("constraint " + part.name() + " on " + table.name());
        }
      }
      for (Index part : table.indexes()) {
        if (isAdopted("index ", table.name(), part.name(), adopted)) {
          strangers.add("index " + part.name() + " on " + table.name());
        }
      }
    }
    return strangers;
  }

  /**
   * What revisions lead to, without adopted objects that the entities still do not want.
   *
   * @param lines the lines of the mapping files
   */
  public static DatabaseModel without(
      DatabaseModel replay, Map<String, String> lines, DatabaseModel wanted) {
    Set<String> adopted = new HashSet<>(described(lines));
    if (adopted.isEmpty()) {
      return replay;
    }
    List<Table> tables = new ArrayList<>();
    for (Table table : replay.tables()) {
      Table wantedTable = wanted.table(table.name());
      if (wantedTable != null || !adopted.contains("table " + table.name())) {
        tables.add(without(table, adopted, wantedTable));
      }
    }
    return replay
        .withTables(tables)
        .withSequences(
            replay.sequences().stream()
                .filter(
                    sequence ->
                        wanted.sequence(sequence.name()) != null
                            || !adopted.contains("sequence " + sequence.name()))
                .toList())
        .withEnumTypes(
            replay.enumTypes().stream()
                .filter(
                    type ->
                        wanted.enumType(type.name()) != null
                            || !adopted.contains("type " + type.name()))
                .toList());
  }

  private static Table without(Table table, Set<String> adopted, @Nullable Table wanted) {
    QualifiedName name = table.name();
    return table
        .withColumns(
            table.columns().stream()
                .filter(
                    column ->
                        wanted != null && wanted.column(column.name()) != null
                            || !isAdopted("column ", name, column.name(), adopted))
                .toList())
        .withConstraints(
            table.constraints().stream()
                .filter(each -> !isAdopted("constraint ", name, each.name(), adopted))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .filter(each -> !isAdopted("index ", name, each.name(), adopted))
                .toList());
  }

  private static boolean isAdopted(
      String kind, QualifiedName table, @Nullable Identifier name, Set<String> adopted) {
    return name != null && adopted.contains(kind + table + "." + name);
  }
}
