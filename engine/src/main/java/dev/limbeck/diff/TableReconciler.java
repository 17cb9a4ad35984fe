package dev.limbeck.diff;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ExpressionReader.Place;
import dev.limbeck.dialect.Projection;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts a live table into neutral terms; see {@link Reconciler}. */
final class TableReconciler {
  private final Projection projection;
  private final Spelling spelling;
  private final boolean keepStrangers;
  private final List<String> strangers;

  TableReconciler(
      Dialect dialect, Spelling spelling, boolean keepStrangers, List<String> strangers) {
    this.projection = dialect.projection();
    this.spelling = spelling;
    this.keepStrangers = keepStrangers;
    this.strangers = strangers;
  }

  /**
   * A column that may explain a live one: as the model states it, and as the database would have
   * it.
   *
   * @param asked the table with the types of the live one
   */
  private record Candidate(Table table, Table asked, Column stated, Column projected) {}

  /**
   * The table in neutral terms.
   *
   * @param live the table as the database has it
   * @param candidates the tables of the models that may explain it, in their order; at least one
   */
  Table reconcile(Table live, List<Table> candidates) {
    Table first = candidates.get(0);
    Map<Table, Table> asked = new IdentityHashMap<>();
    candidates.forEach(table -> asked.put(table, withTypesOf(live, table)));
    Map<Identifier, List<Candidate>> byName = new HashMap<>();
    for (Table table : candidates) {
      for (Column stated : table.columns()) {
        byName
            .computeIfAbsent(projection.name(stated.name()), name -> new ArrayList<>())
            .add(
                new Candidate(
                    table,
                    requireNonNull(asked.get(table)),
                    stated,
                    projection.column(table, stated)));
      }
    }
    List<Column> columns = new ArrayList<>();
    for (Column column : live.columns()) {
      List<Candidate> sameName = byName.getOrDefault(projection.name(column.name()), List.of());
      if (!sameName.isEmpty()) {
        columns.add(reconcile(column, sameName));
      } else {
        strangers.add("column " + live.name() + "." + column.name());
        if (keepStrangers) {
          columns.add(column);
        }
      }
    }
    String comment =
        first(
                candidates,
                table -> Objects.equals(projection.comment(table.comment()), live.comment()),
                live)
            .comment();
    boolean knownOptions =
        candidates.stream()
            .anyMatch(table -> Objects.equals(projection.options(table.options()), live.options()));
    if (!knownOptions) {
      strangers.add(
          "table "
              + live.name()
              + (live.options() == null ? " without options" : " with options " + live.options()));
    }
    String options =
        first(
                candidates,
                table -> Objects.equals(projection.options(table.options()), live.options()),
                live)
            .options();
    Set<Identifier> kept = new HashSet<>();
    columns.forEach(column -> kept.add(column.name()));
    return new Table(
        first.name(),
        columns,
        constraints(live, candidates, asked, kept),
        indexes(live, candidates, asked, kept),
        comment,
        options);
  }

  /**
   * A model's table with the live types where they differ. Expressions are spelled for these: where
   * a column has another type, its default and what else is said of it need not differ too.
   */
  private Table withTypesOf(Table live, Table table) {
    List<Column> columns = new ArrayList<>();
    for (Column stated : table.columns()) {
      Column there = live.column(projection.name(stated.name()));
      columns.add(
          there == null || projection.column(table, stated).type().equals(there.type())
              ? stated
              : stated.withType(there.type()));
    }
    return columns.equals(table.columns()) ? table : table.withColumns(columns);
  }

  private Column reconcile(Column live, List<Candidate> candidates) {
    Candidate known = candidates.get(0);
    List<Candidate> ofType =
        fitting(
            candidates,
            c ->
                c.projected().type().equals(live.type())
                    && (!impliesDefault(c) || sameDefault(c, live)));
    Column type = stated(ofType, live);
    Column nullable = fact(candidates, live, c -> c.projected().nullable() == live.nullable());
    Column defaultValue =
        expression(
            candidates,
            live,
            Column::defaultValue,
            c ->
                sameDefault(c, live)
                    && (!impliesDefault(c)
                        || ofType.isEmpty()
                        || c.stated().type().equals(type.type())));
    Column generation =
        expression(candidates, live, Column::generation, c -> sameGeneration(c, live.generation()));
    Column comment =
        fact(candidates, live, c -> Objects.equals(c.projected().comment(), live.comment()));
    Column collation =
        fact(candidates, live, c -> Objects.equals(c.projected().collation(), live.collation()));
    return new Column(
        known.stated().name(),
        type.type(),
        nullable.nullable(),
        defaultValue.defaultValue(),
        generation.generation(),
        comment.comment(),
        collation.collation());
  }

  /** True where the type brings a default along, as {@code serial} does. */
  private static boolean impliesDefault(Candidate candidate) {
    return candidate.stated().defaultValue() == null
        && candidate.projected().defaultValue() != null;
  }

  private boolean sameDefault(Candidate candidate, Column live) {
    SqlExpression stored = live.defaultValue();
    SqlExpression wanted = candidate.projected().defaultValue();
    if (LabelDefault.same(live.type(), stored, wanted)) {
      return true;
    }
    Identifier name = candidate.stated().name();
    boolean same = spelling.same(Place.DEFAULT, candidate.asked(), name, stored, wanted);
    // Asked in any case: all questions are gathered before the first answer.
    boolean stays =
        candidate.projected().type().equals(live.type())
            || spelling.staysDefault(candidate.table(), name, stored, wanted);
    return same && stays;
  }

  private boolean sameGeneration(Candidate candidate, @Nullable Generation live) {
    Generation wanted = candidate.projected().generation();
    if (wanted instanceof Generation.Computed want && live instanceof Generation.Computed have) {
      return spelling.same(
          Place.COMPUTED,
          candidate.asked(),
          candidate.stated().name(),
          have.expression(),
          want.expression());
    }
    return Objects.equals(wanted, live);
  }

  private static Column fact(
      List<Candidate> candidates, Column live, Predicate<Candidate> explains) {
    return stated(fitting(candidates, explains), live);
  }

  /** All candidates are asked, so that questions to the database are gathered for each of them. */
  private static List<Candidate> fitting(
      List<Candidate> candidates, Predicate<Candidate> explains) {
    return candidates.stream().filter(explains).toList();
  }

  private static Column stated(List<Candidate> fitting, Column live) {
    return fitting.isEmpty() ? live : fitting.get(0).stated();
  }

  /**
   * As {@link #fact}, but where another model says the same and means something else by it, since a
   * column has another type there, the database's own: it has to be said anew with that type.
   */
  private static Column expression(
      List<Candidate> candidates,
      Column live,
      Function<Column, @Nullable Object> said,
      Predicate<Candidate> explains) {
    List<Candidate> fitting = candidates.stream().filter(explains).toList();
    if (fitting.isEmpty()) {
      return live;
    }
    Object value = said.apply(fitting.get(0).stated());
    boolean otherwise =
        value != null
            && candidates.stream()
                .filter(candidate -> !fitting.contains(candidate))
                .anyMatch(candidate -> Objects.equals(said.apply(candidate.stated()), value));
    return otherwise ? live : fitting.get(0).stated();
  }

  private static Table first(List<Table> candidates, Predicate<Table> explains, Table otherwise) {
    return candidates.stream().filter(explains).findFirst().orElse(otherwise);
  }

  private List<Constraint> constraints(
      Table live, List<Table> candidates, Map<Table, Table> asked, Set<Identifier> kept) {
    return new PartReconciler<Constraint>(
            Constraint::name,
            Constraint::withName,
            Table::constraints,
            projection::constraint,
            (table, have, want) -> same(requireNonNull(asked.get(table)), have, want),
            (table, have, stated, projected) -> StatedParts.of(have, stated, projected),
            (table, have, want) -> ConstraintMatching.sameSubject(have, want),
            constraint -> new OtherKinds(projection, live, candidates).know(constraint),
            constraint ->
                strangers.add(
                    describe(live, "constraint", constraint.name(), constraint.columns())),
            keepStrangers)
            .reconcile(
                live.constraints(),
                candidates,
                constraint -> kept.containsAll(constraint.columns()))
            .stream()
            .map(constraint -> inOrder(live.primaryKey(), constraint))
            .toList();
  }

  /** The order of a key's columns is no difference, and is that of the database. */
  private Constraint inOrder(@Nullable PrimaryKey live, Constraint found) {
    if (live == null || !(found instanceof PrimaryKey key)) {
      return found;
    }
    List<Identifier> columns =
        live.columns().stream()
            .flatMap(
                there -> key.columns().stream().filter(each -> projection.name(each).equals(there)))
            .toList();
    return columns.size() == key.columns().size() ? new PrimaryKey(key.name(), columns) : found;
  }

  private List<Index> indexes(
      Table live, List<Table> candidates, Map<Table, Table> asked, Set<Identifier> kept) {
    return new PartReconciler<Index>(
            Index::name,
            Index::withName,
            Table::indexes,
            projection::index,
            (table, have, want) -> same(requireNonNull(asked.get(table)), have, want),
            (table, have, stated, projected) ->
                stated(requireNonNull(asked.get(table)), have, stated, projected),
            (table, have, want) -> ConstraintMatching.sameSubject(have, want),
            index -> new OtherKinds(projection, live, candidates).know(index),
            index -> strangers.add(describe(live, "index", index.name(), index.columns())),
            keepStrangers)
        .reconcile(live.indexes(), candidates, index -> kept.containsAll(index.columns()));
  }

  private static String describe(
      Table live, String kind, @Nullable Identifier name, List<Identifier> columns) {
    return kind
        + " "
        + (name == null ? "" : name + " ")
        + "on "
        + live.name()
        + (columns.isEmpty() ? "" : " " + columns);
  }

  private boolean same(Table wantedTable, Constraint live, Constraint wanted) {
    if (live instanceof Check have && wanted instanceof Check want) {
      if (have.condition() instanceof CheckCondition.Sql stored
          && want.condition() instanceof CheckCondition.Sql text) {
        return spelling.same(
            Place.CHECK, wantedTable, null, stored.expression(), text.expression());
      }
      return have.condition().equals(want.condition());
    }
    return ConstraintMatching.same(live, wanted);
  }

  private boolean same(Table wantedTable, Index live, Index wanted) {
    if (!plain(live).equals(plain(wanted)) || live.parts().size() != wanted.parts().size()) {
      return false;
    }
    boolean all = spelling.same(Place.PREDICATE, wantedTable, null, live.where(), wanted.where());
    for (int i = 0; i < live.parts().size(); i++) {
      all &= same(wantedTable, live.parts().get(i), wanted.parts().get(i));
    }
    return all;
  }

  private boolean same(Table wantedTable, IndexPart have, IndexPart want) {
    return have.expression() == null || want.expression() == null
        ? have.equals(want)
        : sameOrder(have, want)
            && spelling.same(Place.INDEX, wantedTable, null, have.expression(), want.expression());
  }

  /** A live index that differs, with those of its parts that do not as a model states them. */
  private Index stated(Table wantedTable, Index live, Index stated, Index projected) {
    List<IndexPart> parts = new ArrayList<>(live.parts());
    for (int i = 0; i < Math.min(parts.size(), projected.parts().size()); i++) {
      if (same(wantedTable, parts.get(i), projected.parts().get(i))) {
        parts.set(i, stated.parts().get(i));
      }
    }
    boolean sameRows =
        spelling.same(Place.PREDICATE, wantedTable, null, live.where(), projected.where());
    return StatedParts.of(live, stated, projected)
        .withParts(parts)
        .withWhere(sameRows ? stated.where() : live.where());
  }

  private static boolean sameOrder(IndexPart a, IndexPart b) {
    return a.descending() == b.descending()
        && a.nulls() == b.nulls()
        && Objects.equals(a.operatorClass(), b.operatorClass())
        && Objects.equals(a.collation(), b.collation());
  }

  /** The index without name and expressions. */
  private static Index plain(Index index) {
    IndexPart any = IndexPart.of(Identifier.of("any"));
    return index.withName(null).withWhere(null).withParts(List.of(any));
  }
}
