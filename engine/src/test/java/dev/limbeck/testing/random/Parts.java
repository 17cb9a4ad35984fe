package dev.limbeck.testing.random;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Random constraints and indexes of tables; null where a table has no column for one. */
final class Parts {
  private final Dice dice;
  private final Flavour flavour;
  private final Names names;

  Parts(Dice dice, Flavour flavour, Names names) {
    this.dice = dice;
    this.flavour = flavour;
    this.names = names;
  }

  @Nullable PrimaryKey primaryKey(Table table) {
    List<Identifier> columns = dice.some(keyable(table), dice.one(3) ? 2 : 1);
    return columns.isEmpty() ? null : new PrimaryKey(name("pk"), columns);
  }

  @Nullable Unique unique(Table table) {
    List<Identifier> columns = dice.some(keyable(table), 3);
    return columns.isEmpty()
        ? null
        : new Unique(
            name("uq"),
            columns,
            dice.one(5) && flavour.hasUniqueOptions(),
            dice.one(5) ? deferral() : Deferral.NONE);
  }

  private Deferral deferral() {
    Deferral any = dice.of(Deferral.values());
    return flavour.hasUniqueOptions() ? any : Deferral.NONE;
  }

  @Nullable Check check(Table table, DatabaseModel model) {
    CheckCondition condition = condition(table, model);
    return condition == null ? null : new Check(name("ck"), condition);
  }

  private @Nullable CheckCondition condition(Table table, DatabaseModel model) {
    Identifier text = dice.any(columns(table, c -> Family.of(c.type()) == Family.TEXT));
    Identifier number = dice.any(columns(table, c -> Sound.isExact(c.type())));
    return switch (dice.between(0, 7)) {
      case 7 -> onLabels(table, model);
      case 0 ->
          text == null
              ? null
              : new CheckCondition.OneOf(
                  text, dice.one(2) ? List.of("a", "b", "1") : List.of("a", "it's", "back\\sl"));
      case 1 -> number == null ? null : new CheckCondition.Between(number, dice.of(-3, 0), 7);
      case 2 -> number == null ? null : new CheckCondition.AtLeast(number, dice.of(-1, 0, 1));
      case 3 ->
          number == null
              ? null
              : new CheckCondition.OneOfNumbers(number, List.of(-1L, 0L, 1L, 2L, 4_000_000_000L));
      case 4 -> text == null ? null : CheckCondition.sql("length(" + Sql.name(text) + ") < 300");
      case 5 ->
          number == null || text == null
              ? null
              : CheckCondition.sql(
                  SqlExpression.of(
                      Sql.name(number)
                          + " > -100 OR "
                          + Sql.name(text)
                          + " IN ('yes', 'n;o', 'it''s')"));
      default ->
          number == null
              ? null
              : CheckCondition.sql(
                  SqlExpression.of("-100 < " + Sql.name(number))
                      .on("postgresql", Sql.name(number) + " + 0 > -100"));
    };
  }

  private @Nullable CheckCondition onLabels(Table table, DatabaseModel model) {
    EnumType type = dice.any(model.enumTypes());
    Identifier column =
        type == null
            ? null
            : dice.any(columns(table, c -> c.type().equals(new NamedType(type.name()))));
    return type == null || column == null
        ? null
        : CheckCondition.sql(
            Sql.name(column)
                + " IS NOT NULL OR "
                + Sql.name(column)
                + " <> "
                + Sql.text(dice.of(type.labels())));
  }

  /** A reference to a key of one of the tables, which may be the table itself. */
  @Nullable ForeignKey foreignKey(Table table, List<Table> targets) {
    for (Table target : dice.shuffled(targets)) {
      for (List<Identifier> key : dice.shuffled(Sound.keys(target))) {
        List<Identifier> order = dice.shuffled(key);
        List<Identifier> own = referring(table, target, order);
        if (own.size() == order.size()) {
          return new ForeignKey(
              name("fk"),
              own,
              target.name(),
              order,
              dice.of(ReferentialAction.values()),
              dice.one(3) ? dice.of(ReferentialAction.values()) : ReferentialAction.NO_ACTION,
              dice.one(3) ? dice.of(Deferral.values()) : Deferral.NONE);
        }
      }
    }
    return null;
  }

  private List<Identifier> referring(Table table, Table target, List<Identifier> key) {
    List<Identifier> own = new ArrayList<>();
    for (Identifier column : key) {
      Column referred = target.column(column);
      Identifier referring =
          dice.any(
              columns(
                  table,
                  mine ->
                      referred != null
                          && mine.type().equals(referred.type())
                          && java.util.Objects.equals(mine.collation(), referred.collation())
                          && mine.generation() == null
                          && !own.contains(mine.name())));
      if (referring != null) {
        own.add(referring);
      }
    }
    return own;
  }

  @Nullable Index index(Table table) {
    List<Identifier> columns = dice.some(keyable(table), 3);
    if (columns.isEmpty()) {
      return null;
    }
    if (flavour == Flavour.POSTGRESQL && dice.one(5)) {
      return special(table);
    }
    boolean unique = dice.one(3);
    List<IndexPart> parts = new ArrayList<>();
    columns.forEach(column -> parts.add(part(table, column)));
    if (dice.one(4)) {
      IndexPart expression = expression(table);
      if (expression != null) {
        parts.add(dice.between(0, parts.size()), expression);
      }
    }
    return new Index(
        name("ix"),
        unique,
        parts,
        dice.one(8) ? "btree" : null,
        dice.one(4) ? include(table, columns) : List.of(),
        dice.one(4) ? predicate(table) : null,
        unique && dice.one(4) && flavour.hasUniqueOptions());
  }

  private List<Identifier> include(Table table, List<Identifier> indexed) {
    return dice.some(columns(table, c -> c.generation() == null), 2).stream()
        .filter(column -> !indexed.contains(column))
        .toList();
  }

  private IndexPart part(Table table, Identifier name) {
    IndexPart part = IndexPart.of(name);
    if (dice.one(3)) {
      part = part.desc();
    }
    if (dice.one(5)) {
      part = dice.one(2) ? part.nullsFirst() : part.nullsLast();
    }
    Column column = table.column(name);
    if (column == null || Family.of(column.type()) != Family.TEXT) {
      return part;
    }
    if (dice.one(6) && !flavour.collations().isEmpty()) {
      part = part.collate(dice.of(flavour.collations()));
    } else if (dice.one(6) && flavour == Flavour.POSTGRESQL) {
      part = part.using(Sound.patternClass(column.type()));
    }
    return part;
  }

  private @Nullable IndexPart expression(Table table) {
    Column column =
        dice.any(
            table.columns().stream()
                .filter(c -> c.generation() == null && Columns.isSource(c.type()))
                .toList());
    if (column == null) {
      return null;
    }
    String quoted = Sql.name(column.name());
    IndexPart part =
        IndexPart.expression(
            Family.of(column.type()) == Family.TEXT
                ? dice.of("lower(" + quoted + ")", "coalesce(" + quoted + ", '')")
                : dice.of(quoted + " + 1", "abs(" + quoted + ")"));
    return dice.one(3) ? part.desc() : part;
  }

  private @Nullable SqlExpression predicate(Table table) {
    Identifier any = dice.any(columns(table, c -> c.generation() == null));
    Identifier number = dice.any(columns(table, c -> Sound.isExact(c.type())));
    if (number != null && dice.one(2)) {
      return SqlExpression.of(Sql.name(number) + " > 3");
    }
    return any == null ? null : SqlExpression.of(Sql.name(any) + " IS NOT NULL");
  }

  /** An index of a method that only PostgreSQL has. */
  private @Nullable Index special(Table table) {
    Identifier list =
        dice.any(
            columns(
                table,
                c -> Family.of(c.type()) == Family.ARRAY || Family.of(c.type()) == Family.JSON));
    if (list != null && dice.one(2)) {
      return Index.of(name("ix"), false, List.of(list)).withMethod("gin");
    }
    Identifier single = dice.any(columns(table, c -> Sound.isExact(c.type())));
    return single == null
        ? null
        : Index.of(name("ix"), false, List.of(single)).withMethod(dice.of("hash", "brin"));
  }

  /** Mostly a name that somebody gave. */
  private @Nullable Identifier name(String prefix) {
    return dice.one(4) ? null : names.part(prefix);
  }

  private static List<Identifier> keyable(Table table) {
    return columns(
        table, column -> column.generation() == null && Family.of(column.type()).isKeyable());
  }

  private static List<Identifier> columns(Table table, Predicate<Column> wanted) {
    return table.columns().stream()
        .filter(column -> !(column.generation() instanceof Generation.Computed))
        .filter(wanted)
        .map(Column::name)
        .toList();
  }
}
