package dev.limbeck.diff;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.operation.TableAlteration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds what makes the constraints, or the indexes, of one table those of another.
 *
 * @param names makes a name free in the table
 * @param nameOf the part's name, or null where nobody gave one
 * @param withName the part with another name
 * @param conventional the part with the convention's name, where it has none
 * @param same whether two parts demand the same, whatever their names
 * @param drop drops a part
 * @param rename renames a part
 * @param add adds a part
 * @param <T> a constraint or an index
 */
record PartDiffer<T>(
    NamingConvention names,
    Function<T, @Nullable Identifier> nameOf,
    BiFunction<T, @Nullable Identifier, T> withName,
    UnaryOperator<T> conventional,
    BiPredicate<T, T> same,
    Function<T, TableAlteration> drop,
    BiFunction<Identifier, Identifier, TableAlteration> rename,
    Function<T, TableAlteration> add) {

  /** Adds the alterations from some parts to others to the lists. */
  void alterations(
      List<T> from,
      List<T> to,
      List<TableAlteration> drops,
      List<TableAlteration> renames,
      List<TableAlteration> adds) {
    Pairing<T> pairing = Pairing.of(from, to, List.of(same.and(this::sameName), same));
    Set<Identifier> taken = new HashSet<>();
    for (Pairing.Pair<T> pair : pairing.pairs()) {
      Identifier given = nameOf.apply(pair.right());
      Identifier present = nameOf.apply(pair.left());
      if (given != null && present != null && !given.equals(present)) {
        renames.add(rename.apply(present, given));
      }
      take(taken, given == null ? present : given);
    }
    pairing.onlyLeft().forEach(part -> drops.add(drop.apply(conventional.apply(part))));
    pairing.onlyRight().forEach(part -> take(taken, nameOf.apply(part)));
    for (T part : pairing.onlyRight()) {
      Identifier made = nameOf.apply(conventional.apply(part));
      adds.add(
          add.apply(
              nameOf.apply(part) != null ? part : withName.apply(part, names.free(taken, made))));
    }
  }

  private boolean sameName(T a, T b) {
    Identifier name = nameOf.apply(a);
    return name != null && name.equals(nameOf.apply(b));
  }

  private static void take(Set<Identifier> taken, @Nullable Identifier name) {
    if (name != null) {
      taken.add(name);
    }
  }
}
