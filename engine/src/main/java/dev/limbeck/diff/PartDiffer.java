package dev.limbeck.diff;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import dev.limbeck.operation.TableAlteration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds what makes the constraints, or the indexes, of one table those of another.
 *
 * @param nameOf the part's name, or null where nobody gave one
 * @param named the part with a name, given the names that the table gives up
 * @param same whether two parts demand the same, whatever their names
 * @param drop drops a part
 * @param rename renames a part
 * @param add adds a part
 * @param change what makes one part of another without a drop, given its name; null where nothing
 *     does
 * @param <T> a constraint or an index
 */
record PartDiffer<T>(
    Function<T, @Nullable Identifier> nameOf,
    BiFunction<T, Set<Identifier>, T> named,
    BiPredicate<T, T> same,
    Function<T, TableAlteration> drop,
    BiFunction<Identifier, Identifier, TableAlteration> rename,
    Function<T, TableAlteration> add,
    Changing<T> change) {

  /** What makes one part of another, which has a name, or null. */
  @FunctionalInterface
  interface Changing<T> {
    @Nullable TableAlteration between(T from, T to);
  }

  /** Adds the alterations from some parts to others to the lists. */
  void alterations(
      List<T> from,
      List<T> to,
      List<TableAlteration> drops,
      List<TableAlteration> renames,
      List<TableAlteration> adds) {
    Pairing<T> pairing = Pairing.of(from, to, List.of(same.and(this::sameName), same));
    Map<Identifier, Identifier> moves = new LinkedHashMap<>();
    Set<Identifier> given = new HashSet<>();
    to.stream().map(nameOf).filter(Objects::nonNull).forEach(given::add);
    pairing.pairs().forEach(pair -> move(pair.left(), called(pair, given), moves));
    List<T> gone = new ArrayList<>(pairing.onlyLeft());
    List<T> come = new ArrayList<>(pairing.onlyRight());
    changes(gone, come, given, moves, adds);
    for (Moves.Step<Identifier> step : Moves.inOrder(moves, Renames::standIn)) {
      renames.add(rename.apply(step.from(), step.to()));
    }
    Set<Identifier> released = new HashSet<>(moves.keySet());
    for (T part : gone) {
      T old = named.apply(part, new HashSet<>());
      drops.add(drop.apply(old));
      released.add(requireNonNull(nameOf.apply(old), "name"));
    }
    released.removeAll(given);
    come.forEach(part -> adds.add(add.apply(named.apply(part, released))));
  }

  /** What a part becomes, with a name of its own where its present one is given to another. */
  private T called(Pairing.Pair<T> pair, Set<Identifier> given) {
    boolean taken = nameOf.apply(pair.right()) == null && given.contains(nameOf.apply(pair.left()));
    return taken ? named.apply(pair.right(), new HashSet<>()) : pair.right();
  }

  /** Notes the name of a part where it gets another one. */
  private void move(T from, T to, Map<Identifier, Identifier> moves) {
    Identifier given = nameOf.apply(to);
    Identifier present = nameOf.apply(from);
    if (given != null && present != null && !given.equals(present)) {
      moves.put(present, given);
    }
  }

  /** Takes out what is changed in place. */
  private void changes(
      List<T> gone,
      List<T> come,
      Set<Identifier> given,
      Map<Identifier, Identifier> moves,
      List<TableAlteration> adds) {
    Pairing<T> pairing =
        Pairing.of(gone, come, List.of((from, to) -> change.between(from, to) != null));
    for (Pairing.Pair<T> pair : pairing.pairs()) {
      T wanted = called(pair, given);
      move(pair.left(), wanted, moves);
      T old =
          nameOf.apply(wanted) == null ? named.apply(pair.left(), new HashSet<>()) : pair.left();
      adds.add(requireNonNull(change.between(old, wanted)));
      gone.remove(pair.left());
      come.remove(pair.right());
    }
  }

  private boolean sameName(T a, T b) {
    Identifier name = nameOf.apply(a);
    return name != null && name.equals(nameOf.apply(b));
  }
}
