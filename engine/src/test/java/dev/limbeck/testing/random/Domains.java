package dev.limbeck.testing.random;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Domain;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random domains: numbers or texts with demands of which it is known what meets them. */
final class Domains {
  private static final List<ColumnType> NUMBERS =
      List.of(Types.integer(), Types.bigint(), Types.numeric(12, 2));
  private static final List<ColumnType> TEXTS =
      List.of(Types.varchar(40), Types.varchar(60), Types.varchar(255), Types.text());

  private static final List<Demand> OF_NUMBERS =
      List.of(
          new Demand("VALUE > -100", value -> true),
          new Demand("VALUE + 1 > 0 OR VALUE IS NULL", value -> !value.startsWith("-")),
          new Demand("VALUE <> 4", value -> !value.equals("4")));
  private static final List<Demand> OF_TEXTS =
      List.of(
          new Demand("length(VALUE) < 300", value -> true),
          new Demand("VALUE <> 'b'", value -> !value.equals("b")),
          new Demand("VALUE IN ('a', 'b', '1', 'é')", List.of("a", "b", "1", "é")::contains));

  /** The condition of a check, and which values that are not null meet it. */
  private record Demand(String sql, Predicate<String> holds) {}

  private final Dice dice;
  private final Schemas schemas;

  Domains(Dice dice, Schemas schemas) {
    this.dice = dice;
    this.schemas = schemas;
  }

  Domain domain() {
    ColumnType type = dice.of(dice.one(2) ? NUMBERS : TEXTS);
    List<Check> checks = new ArrayList<>();
    while (dice.one(2) && checks.size() < 2) {
      checks.add(check(type));
    }
    return new Domain(
        schemas.inSomeSchema(schemas.names().part("dom")),
        type,
        dice.percent(70),
        dice.one(3) ? defaultOf(type) : null,
        checks);
  }

  /** Another type that is of the same kind, so that what stands on it still suits it. */
  ColumnType otherType(ColumnType type) {
    List<ColumnType> others = new ArrayList<>(NUMBERS.contains(type) ? NUMBERS : TEXTS);
    others.remove(type);
    return dice.of(others);
  }

  Check check(ColumnType type) {
    Demand demand = dice.of(NUMBERS.contains(type) ? OF_NUMBERS : OF_TEXTS);
    return new Check(schemas.names().part("ck"), CheckCondition.sql(demand.sql()));
  }

  @Nullable SqlExpression defaultOf(ColumnType type) {
    return NUMBERS.contains(type)
        ? SqlExpression.of(dice.of("0", "-5", "7", "1 + 2"))
        : SqlExpression.of(dice.of("'it''s'", "''", "lower('ABC')", "'a'"));
  }

  /** Whether a value that is not null meets the check of a domain. */
  static boolean holds(Check check, String value) {
    CheckCondition condition = check.condition();
    return Stream.concat(OF_NUMBERS.stream(), OF_TEXTS.stream())
        .filter(demand -> CheckCondition.sql(demand.sql()).equals(condition))
        .allMatch(demand -> demand.holds().test(value));
  }
}
