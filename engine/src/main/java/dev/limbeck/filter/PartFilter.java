package dev.limbeck.filter;

import dev.limbeck.dialect.Projection;
import dev.limbeck.hook.SchemaObject;
import dev.limbeck.hook.SchemaObject.Kind;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.sql.SqlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the constraints and indexes that are out from a table as several models have it. What is
 * out by the name that one model gives it is out in all of them.
 */
final class PartFilter {
  private final NamingConvention names;
  private final Projection projection;
  private final Predicate<SchemaObject> admits;
  private final Map<Identifier, Boolean> columns;
  private final List<Constraint> constraintsOut = new ArrayList<>();
  private final List<Index> indexesOut = new ArrayList<>();

  /**
   * @param columns whether a column is in, by its projected name
   */
  PartFilter(
      NamingConvention names,
      Projection projection,
      Predicate<SchemaObject> admits,
      @Nullable Map<Identifier, Boolean> columns) {
    this.names = names;
    this.projection = projection;
    this.admits = admits;
    this.columns = columns == null ? Map.of() : new HashMap<>(columns);
  }

  /** Looks at the table as a model has it; all of them before anything is taken out. */
  void look(Table table) {
    for (Constraint constraint : table.constraints()) {
      if (!admits(Kind.of(constraint), table, names.named(table.name(), constraint).name())) {
        constraintsOut.add(constraint);
      }
    }
    for (Index index : table.indexes()) {
      if (!admits(Kind.INDEX, table, names.named(table.name(), index).name())) {
        indexesOut.add(index);
      }
    }
  }

  private boolean admits(Kind kind, Table table, @Nullable Identifier name) {
    return name == null || admits.test(SchemaObject.part(kind, table.name(), name));
  }

  /** The table without what is out. */
  Table kept(Table table) {
    return table
        .withConstraints(
            table.constraints().stream()
                .filter(constraint -> stays(constraint.columns()))
                .filter(
                    constraint -> constraintsOut.stream().noneMatch(out -> alike(out, constraint)))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .filter(index -> stays(index.columns()) && stays(index.include()))
                .filter(index -> indexesOut.stream().noneMatch(out -> alike(out, index)))
                .toList());
  }

  private boolean stays(List<Identifier> on) {
    return on.stream().allMatch(column -> columns.getOrDefault(projection.name(column), true));
  }

  private boolean alike(Constraint a, Constraint b) {
    if (a.getClass() != b.getClass()) {
      return false;
    }
    if (sameName(a.name(), b.name()) || a instanceof PrimaryKey) {
      return true;
    }
    if (a instanceof Check one && b instanceof Check other) {
      return alike(one.condition(), other.condition());
    }
    return stored(a.columns()).equals(stored(b.columns()))
        && (!(a instanceof ForeignKey one)
            || !(b instanceof ForeignKey other)
            || sameTarget(one.target(), other.target()));
  }

  private boolean sameTarget(QualifiedName a, QualifiedName b) {
    return projection.name(a).equals(projection.name(b));
  }

  private static boolean alike(CheckCondition a, CheckCondition b) {
    return a instanceof CheckCondition.Sql one && b instanceof CheckCondition.Sql other
        ? SqlText.sameTokens(one.expression().text(), other.expression().text())
        : a.equals(b);
  }

  private boolean alike(Index a, Index b) {
    return sameName(a.name(), b.name())
        || a.unique() == b.unique()
            && a.columns().size() == a.parts().size()
            && b.columns().size() == b.parts().size()
            && stored(a.columns()).equals(stored(b.columns()))
            && descending(a).equals(descending(b));
  }

  private static List<Boolean> descending(Index index) {
    return index.parts().stream().map(IndexPart::descending).toList();
  }

  private boolean sameName(@Nullable Identifier a, @Nullable Identifier b) {
    return a != null && b != null && projection.name(a).equals(projection.name(b));
  }

  private List<Identifier> stored(List<Identifier> names) {
    return names.stream().map(projection::name).toList();
  }
}
