package dev.limbeck.diff;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets the names that the convention gave follow a table or column that is renamed.
 *
 * <p>They say what they belong to, and a later table of the old name would ask for the same ones. A
 * name that somebody chose stays, and so does one whose follower something else keeps.
 *
 * @param names the convention
 */
public record FollowingNames(NamingConvention names) {

  /**
   * The renames of constraints and indexes, to be made after the others, one by one.
   *
   * @param before the schema before any rename
   * @param renames what is renamed
   * @param after the schema after these renames, with the parts of a table in the same order
   * @param wanted what the entities want; names that it gives stay
   */
  public List<Operation> operations(
      DatabaseModel before, Renames renames, DatabaseModel after, DatabaseModel wanted) {
    PartRenames parts = new PartRenames();
    for (Table old : before.tables()) {
      QualifiedName name = renames.after(old.name());
      Table table = after.table(name);
      if (table != null) {
        boolean touched = !name.equals(old.name()) || renames.columns().containsKey(name);
        add(old, table, touched, given(wanted.table(name)), parts);
      }
    }
    return parts.operations();
  }

  private void add(
      Table old, Table table, boolean touched, Set<Identifier> given, PartRenames parts) {
    for (int i = 0; i < old.constraints().size(); i++) {
      Constraint before = old.constraints().get(i);
      Constraint after = table.constraints().get(i);
      Identifier from = before.name();
      if (from != null) {
        Identifier to =
            followed(
                from,
                convention -> convention.named(old.name(), before.withName(null)).name(),
                convention -> convention.named(table.name(), after.withName(null)).name());
        parts.addConstraint(table.name(), from, touched && !given.contains(from) ? to : null);
      }
    }
    for (int i = 0; i < old.indexes().size(); i++) {
      Index before = old.indexes().get(i);
      Index after = table.indexes().get(i);
      Identifier from = before.name();
      if (from != null) {
        Identifier to =
            followed(
                from,
                convention -> convention.named(old.name(), before.withName(null)).name(),
                convention -> convention.named(table.name(), after.withName(null)).name());
        parts.addIndex(table.name(), from, touched && !given.contains(from) ? to : null);
      }
    }
  }

  private static Set<Identifier> given(@Nullable Table table) {
    return table == null
        ? Set.of()
        : Stream.concat(
                table.constraints().stream().map(Constraint::name),
                table.indexes().stream().map(Index::name))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
  }

  /**
   * The new name where the present one is the convention's, or the standard's, with which a project
   * may have begun, and another follows; else null.
   */
  private @Nullable Identifier followed(
      Identifier present,
      Function<NamingConvention, @Nullable Identifier> before,
      Function<NamingConvention, @Nullable Identifier> after) {
    for (NamingConvention convention : List.of(names, NamingConvention.standard())) {
      Identifier old = requireNonNull(before.apply(convention), "old");
      if (present.equals(old) && !old.equals(after.apply(convention))) {
        return after.apply(names);
      }
    }
    return null;
  }
}
