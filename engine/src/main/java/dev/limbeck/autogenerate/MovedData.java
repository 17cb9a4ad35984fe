package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data of attributes that move to another table. Operations on the schema alone would make the
 * new place and drop the old one with what it holds. Where it is plain which rows belong together,
 * the values are copied in between; elsewhere the author has to.
 *
 * <p>For one direction of a revision; the other one has the reversed moves.
 *
 * @param before the schema before the operations, in the names after the renames
 * @param after the schema after them
 * @param dialects the dialects that the revision has to hold on
 */
record MovedData(DatabaseModel before, DatabaseModel after, List<String> dialects) {

  /** Operations with what copies data, and what is left to the author. */
  record Woven(List<Operation> operations, List<Review> reviews, List<MovedPart> left) {}

  private record Route(QualifiedName from, QualifiedName to) {}

  /** Operations after others, or before them. */
  private record Copy(int at, List<Operation> operations) {}

  Woven woven(List<Operation> operations, List<MovedPart> moves) {
    Map<Route, List<MovedPart>> routes = new LinkedHashMap<>();
    for (MovedPart move : moves) {
      if (isLost(move, operations)) {
        routes
            .computeIfAbsent(
                new Route(move.from().table(), move.to().table()), route -> new ArrayList<>())
            .add(move);
      }
    }
    List<Copy> copies = new ArrayList<>();
    List<MovedPart> left = new ArrayList<>();
    List<Review> reviews = new ArrayList<>();
    routes.forEach(
        (route, parts) -> {
          boolean alone =
              routes.keySet().stream().filter(other -> other.to().equals(route.to())).count() == 1;
          Copy copy = copy(route, parts, alone, operations);
          if (copy != null) {
            copies.add(copy);
          } else {
            left.addAll(parts);
            parts.forEach(part -> reviews.add(review(part, operations)));
          }
        });
    List<Operation> all = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      for (Copy copy : copies) {
        if (copy.at() == i) {
          all.addAll(copy.operations());
        }
      }
      all.add(operations.get(i));
    }
    return new Woven(List.copyOf(all), List.copyOf(reviews), List.copyOf(left));
  }

  /** True where the old place goes, or where the new one is a new table of a whole entity. */
  private boolean isLost(MovedPart move, List<Operation> operations) {
    return flat(operations)
        .anyMatch(
            operation ->
                drops(operation, move.from())
                    || !move.isColumn()
                        && operation instanceof CreateTable create
                        && create.table().name().equals(move.to().table()));
  }

  private static boolean drops(Operation operation, Place place) {
    if (operation instanceof DropTable drop) {
      return drop.name().equals(place.table());
    }
    Identifier column = place.column();
    return column != null
        && operation instanceof AlterTable alter
        && alter.table().equals(place.table())
        && has(alter, DropColumn.class, drop -> drop.name().equals(column));
  }

  private static <T extends TableAlteration> boolean has(
      AlterTable alter, Class<T> kind, Predicate<T> condition) {
    return alter.alterations().stream()
        .anyMatch(each -> kind.isInstance(each) && condition.test(kind.cast(each)));
  }

  private static Stream<Operation> flat(List<Operation> operations) {
    return operations.stream()
        .flatMap(
            operation ->
                operation instanceof OnlyOn only ? flat(only.operations()) : Stream.of(operation));
  }

  private @Nullable Copy copy(
      Route route, List<MovedPart> parts, boolean alone, List<Operation> operations) {
    int goes =
        last(operations, operation -> parts.stream().allMatch(p -> drops(operation, p.from())));
    if (goes < 0
        || !parts.stream().allMatch(MovedPart::isColumn)
        || renames(operations, route.from())
        || renames(operations, route.to())) {
      return null;
    }
    boolean splits =
        operations.get(goes) instanceof AlterTable
            && before.table(route.to()) == null
            && after.table(route.from()) != null;
    if (!splits) {
      return intoKnownTable(route, parts, operations, goes);
    }
    return alone ? intoNewTable(route, parts, operations, goes) : null;
  }

  private @Nullable Copy intoNewTable(
      Route route, List<MovedPart> parts, List<Operation> operations, int goes) {
    int comes =
        last(
            operations,
            operation ->
                operation instanceof CreateTable create
                    && create.table().name().equals(route.to()));
    Map<Identifier, Identifier> columns = new LinkedHashMap<>();
    parts.forEach(
        part ->
            columns.put(requireNonNull(part.from().column()), requireNonNull(part.to().column())));
    PartCopy copy =
        columns.size() < parts.size()
            ? null
            : PartCopy.between(before.table(route.from()), after.table(route.to()), columns);
    return copy == null || !copy.makesParts() || comes < 0 || comes > goes
        ? null
        : new Copy(goes, copy.makingParts(dialects));
  }

  private @Nullable Copy intoKnownTable(
      Route route, List<MovedPart> parts, List<Operation> operations, int goes) {
    int comes =
        last(
            operations,
            operation ->
                operation instanceof AlterTable alter
                    && alter.table().equals(route.to())
                    && parts.stream().allMatch(part -> adds(alter, part.to())));
    Map<Identifier, Identifier> columns = new LinkedHashMap<>();
    parts.forEach(
        part ->
            columns.put(requireNonNull(part.to().column()), requireNonNull(part.from().column())));
    Table owner = after.table(route.to());
    PartCopy copy =
        columns.size() < parts.size()
            ? null
            : PartCopy.between(owner, before.table(route.from()), columns);
    return copy == null || !copy.fillsOwners() || comes < 0 || comes > goes
        ? null
        : new Copy(comes + 1, copy.fillingOwners(dialects));
  }

  /** True where rows that are there can have the new column before they get their values. */
  private static boolean adds(AlterTable alter, Place place) {
    return has(
        alter,
        AddColumn.class,
        add -> {
          Column column = add.column();
          return column.name().equals(place.column())
              && (column.nullable() || column.defaultValue() != null || add.fill() != null);
        });
  }

  private static boolean renames(List<Operation> operations, QualifiedName table) {
    return operations.stream()
        .anyMatch(
            operation ->
                operation instanceof AlterTable alter
                    && alter.table().equals(table)
                    && has(alter, RenameColumn.class, rename -> true));
  }

  private static int last(List<Operation> operations, Predicate<Operation> condition) {
    for (int i = operations.size() - 1; i >= 0; i--) {
      if (condition.test(operations.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Where the old place goes, or else where the new one comes. */
  private static Review review(MovedPart part, List<Operation> operations) {
    Place from = part.from();
    String text =
        part.path() + " was kept in " + from.spelled() + " and is now in " + part.to().spelled();
    boolean whole =
        flat(operations)
            .anyMatch(each -> each instanceof DropTable drop && drop.name().equals(from.table()));
    if (whole) {
      return new Review(from.table(), null, text + "; copy its data before this");
    }
    return from.column() == null
        ? new Review(part.to().table(), null, text + "; copy its rows after this")
        : new Review(from.table(), from.column(), text + "; copy its data before this");
  }
}
