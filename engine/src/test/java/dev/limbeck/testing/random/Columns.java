package dev.limbeck.testing.random;

import dev.limbeck.model.ArrayType;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Random columns. */
final class Columns {
  private static final int OFTEN = 8;

  private final Dice dice;
  private final Flavour flavour;
  private final DatabaseModel model;
  private final List<ColumnType> types = new ArrayList<>();

  /**
   * @param model has the types of the schema that columns may have
   */
  Columns(Dice dice, Flavour flavour, DatabaseModel model) {
    this.dice = dice;
    this.flavour = flavour;
    this.model = model;
    types.addAll(flavour.types());
    for (EnumType type : model.enumTypes()) {
      types.addAll(Collections.nCopies(OFTEN, new NamedType(type.name())));
      if (flavour == Flavour.POSTGRESQL) {
        types.add(new ArrayType(new NamedType(type.name())));
      }
    }
    for (Domain domain : model.domains()) {
      types.addAll(Collections.nCopies(OFTEN, new NamedType(domain.name())));
    }
  }

  Column column(Identifier name) {
    ColumnType type = type();
    return new Column(
        name,
        type,
        dice.percent(60),
        dice.one(3) ? defaultOf(type) : null,
        null,
        dice.one(6) ? comment() : null,
        dice.one(4) ? collationOf(type) : null);
  }

  /** Any type; whole numbers and texts more often, since keys, checks and formulas need them. */
  ColumnType type() {
    return dice.percent(45) ? common() : dice.of(types);
  }

  private ColumnType common() {
    return dice.of(
        types.stream()
            .filter(type -> type instanceof ScalarType)
            .filter(type -> Family.of(type) == Family.WHOLE || Family.of(type) == Family.TEXT)
            .toList());
  }

  /** A type other than the given one: mostly one that its values can become. */
  ColumnType otherType(ColumnType type) {
    Family family = Family.of(type);
    List<ColumnType> near =
        types.stream()
            .filter(other -> !other.equals(type))
            .filter(
                other ->
                    Family.of(other) == family
                        || Family.of(other).isNumber() && family.isNumber()
                        || Values.common(type, other) != null)
            .toList();
    List<ColumnType> any = types.stream().filter(other -> !other.equals(type)).toList();
    return dice.percent(90) && !near.isEmpty() ? dice.of(near) : dice.of(any);
  }

  /** A default for a column of the type, or null where none comes to mind. */
  @Nullable SqlExpression defaultOf(ColumnType type) {
    return switch (Family.of(type)) {
      case WHOLE -> SqlExpression.of(dice.of("0", "-5", "7", "1 + 2", "(3)"));
      case DECIMAL -> SqlExpression.of(dice.of("0", "1.50", "-2", "3 * 2"));
      case FLOATING -> SqlExpression.of(dice.of("0", "1.5", "-2"));
      case TEXT -> text(type);
      case BOOL -> SqlExpression.of(dice.of("true", "false"));
      case DATE ->
          ((ScalarType) type).kind() == ScalarType.Kind.DATE
              ? SqlExpression.of(dice.of("CURRENT_DATE", "'2020-02-29'"))
              : dice.of(
                  SqlExpression.of("CURRENT_TIMESTAMP"),
                  SqlExpression.of("current_timestamp").on("postgresql", "now()"),
                  SqlExpression.of("'2020-02-29 12:30:00'"));
      case TIME -> SqlExpression.of("'12:30:00'");
      case UUID ->
          SqlExpression.of("x'00000000000000000000000000000001'")
              .on("postgresql", "'00000000-0000-0000-0000-000000000001'");
      case JSON -> SqlExpression.of(dice.of("'{}'", "'{\"a\": [1, \"it''s\"]}'"));
      case BYTES -> SqlExpression.of("x'00ff'").on("postgresql", "'\\x00ff'");
      case ARRAY -> SqlExpression.of("'{}'");
      case NAMED -> ofSchema((NamedType) type);
      default -> null;
    };
  }

  private @Nullable SqlExpression ofSchema(NamedType type) {
    EnumType labels = model.enumType(type.name());
    if (labels != null) {
      return SqlExpression.of(Sql.text(dice.of(labels.labels())));
    }
    Domain domain = model.domain(type.name());
    return domain == null ? null : defaultOf(domain.type());
  }

  private SqlExpression text(ColumnType type) {
    Integer length = ((ScalarType) type).length();
    boolean roomy = length == null || length >= 20;
    return SqlExpression.of(
        roomy
            ? dice.of("'it''s'", "''", "'back\\slash'", "'\"q\" ;-- x'", "lower('ABC')", "'é'")
            : dice.of("'a'", "'b'", "''"));
  }

  @Nullable String collationOf(ColumnType type) {
    return Family.of(type) == Family.TEXT ? dice.any(flavour.collations()) : null;
  }

  String comment() {
    return dice.of("It's", "back\\slash \"and\" more", "two\nlines", "größe 😀", "--", "$$ $1");
  }

  Generation.Identity identity() {
    return dice.one(2)
        ? Generation.identity()
        : Generation.identity(dice.one(2), dice.between(1, 50), dice.between(1, 20));
  }

  /** A formula over a column of the table and the type of its value, or null for none. */
  @Nullable Column computed(Table table, Identifier name) {
    List<Column> sources =
        table.columns().stream()
            .filter(column -> column.generation() == null)
            .filter(column -> isSource(column.type()))
            .toList();
    Column source = dice.any(sources);
    return source == null ? null : computed(source, name);
  }

  /** True for types of columns that formulas are made over. */
  static boolean isSource(ColumnType type) {
    return Family.of(type) == Family.WHOLE || Family.of(type) == Family.TEXT;
  }

  private Column computed(Column source, Identifier name) {
    String quoted = Sql.name(source.name());
    boolean number = Family.of(source.type()) == Family.WHOLE;
    String formula =
        number
            ? dice.of(quoted + " * 2", "coalesce(" + quoted + ", 0) + 1", "- " + quoted)
            : dice.of("upper(" + quoted + ")", "coalesce(" + quoted + ", 'none')");
    return new Column(
        name,
        number ? dev.limbeck.model.Types.bigint() : dev.limbeck.model.Types.text(),
        true,
        null,
        Generation.computed(SqlExpression.of(formula), dice.one(2)),
        null,
        null);
  }
}
