package dev.limbeck.testing.random;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.List;
import java.util.Set;

/**
 * Names that are hard to write: reserved, quoted, with spaces, quotes, dots, letters beyond ASCII,
 * as long as PostgreSQL takes them. No two differ by case alone, which SQLite could not tell apart.
 */
final class Names {
  private static final String LONG = "x23456789_123456789_123456789_123456789_123456789_123456789";

  private static final List<String> TABLES =
      List.of(
          "author",
          "Order",
          "`Mixed`",
          "with space",
          "größe",
          "`say \"hi\"`",
          "名前",
          "`back``tick`",
          "`a.b`",
          "t_" + LONG,
          "shop.item",
          "shop.user",
          "`Odd Schema`.thing",
          "`Odd Schema`.`Part.2`",
          "select",
          "log_2",
          "emoji😀",
          "it's");

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "createdAt",
          "user",
          "`Kind`",
          "a b",
          "état",
          "`x\"y`",
          "n",
          "between",
          "m",
          "`a.b`",
          "select",
          "`Back``tick`",
          "列",
          "c_" + LONG,
          "it's",
          "_under",
          "dollar$1",
          "`1st`",
          "desc");

  private final Dice dice;
  private int parts;

  Names(Dice dice) {
    this.dice = dice;
  }

  /** A name for a table that is none of these, nor differs from one by its schema alone. */
  QualifiedName table(Set<Identifier> taken) {
    List<QualifiedName> free =
        TABLES.stream()
            .map(QualifiedName::parse)
            .filter(name -> !taken.contains(name.name()))
            .toList();
    return free.isEmpty()
        ? QualifiedName.parse("table_" + dice.between(100, 100_000))
        : dice.of(free);
  }

  /** A name for a column that is none of these. */
  Identifier column(Set<Identifier> taken) {
    List<Identifier> free =
        COLUMNS.stream().map(Identifier::parse).filter(name -> !taken.contains(name)).toList();
    return free.isEmpty() ? Identifier.of("col_" + dice.between(100, 100_000)) : dice.of(free);
  }

  /** A label of an enumerated type that nothing had before. */
  String label() {
    parts++;
    return switch (dice.between(0, 5)) {
      case 0 -> "new " + parts;
      case 1 -> "n{e}w,\"" + parts;
      case 2 -> "x" + parts + ".y";
      case 3 -> "it's\\" + parts;
      default -> (dice.one(2) ? "NEW" : "new") + parts;
    };
  }

  /** A name for a constraint, an index, a sequence or a type that nothing had before. */
  Identifier part(String prefix) {
    parts++;
    return switch (dice.between(0, 5)) {
      case 0 -> Identifier.quoted(prefix.toUpperCase(java.util.Locale.ROOT) + " " + parts);
      case 1 -> Identifier.of(prefix + "Camel" + parts);
      case 2 -> Identifier.quoted(prefix + parts + "\"`'");
      case 3 -> Identifier.of(prefix + parts + "_" + "é".repeat(20));
      default -> Identifier.of(prefix + parts);
    };
  }
}
