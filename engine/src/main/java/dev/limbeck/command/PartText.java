package dev.limbeck.command;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Unique;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says the parts of a table in full, each in a line. */
final class PartText
    implements Constraint.Visitor<String>,
        CheckCondition.Visitor<String>,
        Generation.Visitor<String> {
  private static final PartText ANY = new PartText();

  private PartText() {}

  /** {@code email varchar(320) not null default 'x'}. */
  static String column(Column column) {
    Generation generation = column.generation();
    return column.name()
        + " "
        + column.type()
        + (column.nullable() ? "" : " not null")
        + fact(" default ", expression(column.defaultValue()))
        + (generation == null ? "" : " " + generation.accept(ANY))
        + fact(" collation ", column.collation())
        + fact(" comment ", column.comment());
  }

  /** {@code unique uq_customer_email (email)}. */
  static String constraint(Constraint constraint) {
    return constraint.accept(ANY);
  }

  /** {@code ix_orders_customer_id (customer_id)}. */
  static String index(Index index) {
    return (index.unique() ? "unique " : "")
        + named(index.name())
        + index.parts().stream().map(PartText::part).collect(Collectors.joining(", ", "(", ")"))
        + fact(" using ", index.method())
        + (index.include().isEmpty() ? "" : " include " + names(index.include()))
        + fact(" where ", expression(index.where()))
        + (index.nullsNotDistinct() ? " nulls not distinct" : "");
  }

  /** The condition of a check. */
  static String condition(CheckCondition condition) {
    return condition.accept(ANY);
  }

  /** {@code name desc nulls last}. */
  static String part(IndexPart part) {
    return (part.column() == null ? expression(part.expression()) : part.column())
        + (part.descending() ? " desc" : "")
        + (part.nulls() == null ? "" : " nulls " + word(part.nulls()))
        + fact(" collate ", part.collation())
        + fact(" ", part.operatorClass());
  }

  /** {@code order_seq start 1 increment 50}. */
  static String sequence(Sequence sequence) {
    return sequence.name()
        + " start "
        + sequence.start()
        + " increment "
        + sequence.increment()
        + fact(" minimum ", sequence.minimum())
        + fact(" maximum ", sequence.maximum())
        + " cache "
        + sequence.cache()
        + (sequence.cycle() ? " cycle" : "");
  }

  /** The expression, and what it is where a dialect has its own; null for null. */
  static @Nullable String expression(@Nullable SqlExpression expression) {
    if (expression == null) {
      return null;
    }
    return expression.variants().isEmpty()
        ? expression.text()
        : expression.text() + " " + new TreeMap<>(expression.variants());
  }

  /** Nothing for a fact that is not there. */
  static String fact(String word, @Nullable Object fact) {
    return fact == null ? "" : word + fact;
  }

  private static String named(@Nullable Identifier name) {
    return name == null ? "" : name + " ";
  }

  /** {@code (a, b)}. */
  static String names(Collection<Identifier> names) {
    return names.stream().map(Identifier::toString).collect(Collectors.joining(", ", "(", ")"));
  }

  /** A constant in words. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public String primaryKey(PrimaryKey key) {
    return "primary_key " + named(key.name()) + names(key.columns());
  }

  @Override
  public String unique(Unique unique) {
    return "unique "
        + named(unique.name())
        + names(unique.columns())
        + (unique.nullsNotDistinct() ? " nulls not distinct" : "")
        + deferral(unique.deferral());
  }

  @Override
  public String foreignKey(ForeignKey key) {
    return "foreign_key "
        + named(key.name())
        + names(key.columns())
        + " references "
        + key.target()
        + " "
        + names(key.targetColumns())
        + action(" on delete ", key.onDelete())
        + action(" on update ", key.onUpdate())
        + deferral(key.deferral());
  }

  private static String action(String word, ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION ? "" : word + action.sql();
  }

  private static String deferral(Deferral deferral) {
    return deferral == Deferral.NONE ? "" : " " + word(deferral);
  }

  @Override
  public String check(Check check) {
    return "check " + named(check.name()) + check.condition().accept(this);
  }

  @Override
  public String oneOf(CheckCondition.OneOf condition) {
    return condition.column() + " in " + condition.values();
  }

  @Override
  public String oneOfNumbers(CheckCondition.OneOfNumbers condition) {
    return condition.column() + " in " + condition.values();
  }

  @Override
  public String between(CheckCondition.Between condition) {
    return condition.column() + " between " + condition.least() + " and " + condition.most();
  }

  @Override
  public String atLeast(CheckCondition.AtLeast condition) {
    return condition.column() + " >= " + condition.least();
  }

  @Override
  public String sql(CheckCondition.Sql condition) {
    return String.valueOf(expression(condition.expression()));
  }

  @Override
  public String identity(Generation.Identity identity) {
    return (identity.always() ? "identity always" : "identity")
        + (identity.start() == 1 && identity.increment() == 1
            ? ""
            : " (" + identity.start() + ", " + identity.increment() + ")");
  }

  @Override
  public String computed(Generation.Computed computed) {
    return "computed ("
        + expression(computed.expression())
        + (computed.stored() ? ") stored" : ")");
  }
}
