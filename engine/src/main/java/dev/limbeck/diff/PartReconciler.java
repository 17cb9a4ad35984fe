package dev.limbeck.diff;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts the constraints, or the indexes, of a live table into neutral terms.
 *
 * @param nameOf the part's name, or null where it has none
 * @param named the part with another name
 * @param partsOf the parts of a table
 * @param projected what the database makes of a part; null where it keeps none
 * @param same whether a live part is what a model wants, given the model's table
 * @param stated a live part that differs from what a model wants, with those of its facts that do
 *     not as the model states them
 * @param sameSubject whether two parts are about the same thing, so that one is another state of
 *     the other
 * @param otherwise whether a model knows a part as something of another kind
 * @param stranger told of each part that no model knows
 * @param keepStrangers true to keep them all the same
 * @param <T> a constraint or an index
 */
record PartReconciler<T>(
    Function<T, @Nullable Identifier> nameOf,
    BiFunction<T, @Nullable Identifier, T> named,
    Function<Table, List<T>> partsOf,
    BiFunction<Table, T, @Nullable T> projected,
    Sameness<T> same,
    Words<T> stated,
    Sameness<T> sameSubject,
    Predicate<T> otherwise,
    Consumer<T> stranger,
    boolean keepStrangers) {

  /** Whether a live part of a table is what a model wants, given the model's table. */
  @FunctionalInterface
  interface Sameness<T> {
    boolean test(Table wantedTable, T live, T wanted);
  }

  /** Says a live part in a model's words as far as they fit. */
  @FunctionalInterface
  interface Words<T> {
    T of(Table wantedTable, T live, T stated, T projected);
  }

  /** A part as a model states it, and as the database would have it. */
  private record Candidate<T>(Table table, T stated, T projected) {}

  /**
   * The parts in neutral terms. A part takes the statement of the first model that wants the same,
   * and the name of the last, which is how the revisions call it, else its own.
   *
   * @param liveParts the parts as the database has them
   * @param candidates the tables of the models that may explain them, in their order
   * @param complete whether all columns of a part are known
   */
  List<T> reconcile(List<T> liveParts, List<Table> candidates, Predicate<T> complete) {
    List<List<Candidate<T>>> models = new ArrayList<>();
    List<T> result = new ArrayList<>();
    for (Table table : candidates) {
      List<Candidate<T>> parts = new ArrayList<>();
      for (T stated : partsOf.apply(table)) {
        T shown = projected.apply(table, stated);
        if (shown != null) {
          parts.add(new Candidate<>(table, stated, shown));
        } else if (models.isEmpty()) {
          result.add(stated);
        }
      }
      models.add(parts);
    }
    List<T> unexplained = new ArrayList<>();
    for (T live : liveParts) {
      T explained = explained(live, models);
      if (explained != null) {
        result.add(explained);
      } else {
        unexplained.add(live);
      }
    }
    for (T live : unexplained) {
      Candidate<T> known = sameSubject(live, models);
      boolean isKnown = known != null || otherwise.test(live);
      if (!isKnown) {
        stranger.accept(live);
      }
      if ((isKnown || keepStrangers) && complete.test(live)) {
        result.add(
            known == null
                ? live
                : stated.of(known.table(), live, known.stated(), known.projected()));
      }
    }
    return result;
  }

  private @Nullable Candidate<T> sameSubject(T live, List<List<Candidate<T>>> models) {
    for (List<Candidate<T>> model : models) {
      for (Candidate<T> candidate : model) {
        if (sameSubject.test(candidate.table(), live, candidate.projected())) {
          return candidate;
        }
      }
    }
    return null;
  }

  /** The part in the words of a model; what explains it is used up. */
  private @Nullable T explained(T live, List<List<Candidate<T>>> models) {
    T stated = null;
    Identifier stored = nameOf.apply(live);
    Identifier name = null;
    for (List<Candidate<T>> model : models) {
      Candidate<T> match = best(live, model);
      if (match != null) {
        model.removeIf(candidate -> candidate == match);
        stated = stated == null ? match.stated() : stated;
        // A database that keeps no quotes has the name all the same.
        boolean bearsIt = stored == null || stored.equals(nameOf.apply(match.projected()));
        name = name == null && bearsIt ? nameOf.apply(match.stated()) : name;
      }
    }
    return stated == null ? null : named.apply(stated, name == null ? stored : name);
  }

  private @Nullable Candidate<T> best(T live, List<Candidate<T>> model) {
    Candidate<T> best = null;
    for (Candidate<T> candidate : model) {
      // All candidates are asked, so that questions to the database are gathered for each of them.
      if (same.test(candidate.table(), live, candidate.projected())) {
        Identifier name = nameOf.apply(candidate.projected());
        boolean sameName = name != null && name.equals(nameOf.apply(live));
        best = best == null || sameName ? candidate : best;
      }
    }
    return best;
  }
}
