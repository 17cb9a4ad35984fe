package dev.limbeck.canonical;

import dev.limbeck.json.Json;
import dev.limbeck.json.JsonNumber;
import dev.limbeck.json.JsonObject;
import dev.limbeck.json.JsonString;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes tables, their parts, sequences and types. */
record SchemaWriter(Spelling spelling)
    implements Constraint.Visitor<JsonObject>,
        Generation.Visitor<JsonObject>,
        CheckCondition.Visitor<JsonObject> {

  @Nullable String name(@Nullable Identifier name) {
    return name == null ? null : spelling.name(name);
  }

  String name(QualifiedName name) {
    return spelling.name(name);
  }

  private List<String> names(List<Identifier> names) {
    return names.stream().map(spelling::name).toList();
  }

  JsonObject type(ColumnType type) {
    return type.accept(new TypeWriter(spelling));
  }

  /** A text; an object where a dialect has its own. */
  @Nullable Json expression(@Nullable SqlExpression expression) {
    if (expression == null) {
      return null;
    }
    String text = spelling.expression(expression.text());
    if (expression.variants().isEmpty()) {
      return new JsonString(text);
    }
    Map<String, Json> variants = new TreeMap<>();
    expression
        .variants()
        .forEach((dialect, sql) -> variants.put(dialect, new JsonString(spelling.expression(sql))));
    return new Members().text("sql", text).json("on", new JsonObject(variants)).done();
  }

  JsonObject table(Table table) {
    return new Members()
        .text("name", name(table.name()))
        .list("columns", table.columns().stream().map(this::column).toList())
        .list("constraints", table.constraints().stream().map(this::constraint).toList())
        .list("indexes", table.indexes().stream().map(this::index).toList())
        .text("comment", table.comment())
        .text("options", table.options())
        .done();
  }

  JsonObject column(Column column) {
    return new Members()
        .text("name", name(column.name()))
        .json("type", type(column.type()))
        .flag("not_null", !column.nullable())
        .json("default", expression(column.defaultValue()))
        .json("generation", generation(column.generation()))
        .text("comment", column.comment())
        .text("collation", column.collation())
        .done();
  }

  @Nullable JsonObject generation(@Nullable Generation generation) {
    return generation == null ? null : generation.accept(this);
  }

  @Override
  public JsonObject identity(Generation.Identity identity) {
    return Members.of("identity")
        .flag("always", identity.always())
        .number("start", identity.start())
        .number("increment", identity.increment())
        .done();
  }

  @Override
  public JsonObject computed(Generation.Computed computed) {
    return Members.of("computed")
        .json("expression", expression(computed.expression()))
        .flag("stored", computed.stored())
        .done();
  }

  JsonObject constraint(Constraint constraint) {
    return constraint.accept(this);
  }

  @Override
  public JsonObject primaryKey(PrimaryKey key) {
    return Members.of("primary_key")
        .text("name", name(key.name()))
        .texts("columns", names(key.columns()))
        .done();
  }

  @Override
  public JsonObject unique(Unique unique) {
    return Members.of("unique")
        .text("name", name(unique.name()))
        .texts("columns", names(unique.columns()))
        .flag("nulls_not_distinct", unique.nullsNotDistinct())
        .text("deferral", deferral(unique.deferral()))
        .done();
  }

  @Override
  public JsonObject foreignKey(ForeignKey key) {
    return Members.of("foreign_key")
        .text("name", name(key.name()))
        .texts("columns", names(key.columns()))
        .text("target", name(key.target()))
        .texts("target_columns", names(key.targetColumns()))
        .text("on_delete", action(key.onDelete()))
        .text("on_update", action(key.onUpdate()))
        .text("deferral", deferral(key.deferral()))
        .done();
  }

  private static @Nullable String action(ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION ? null : word(action);
  }

  private static @Nullable String deferral(Deferral deferral) {
    return deferral == Deferral.NONE ? null : word(deferral);
  }

  @Override
  public JsonObject check(Check check) {
    return Members.of("check")
        .text("name", name(check.name()))
        .json("condition", check.condition().accept(this))
        .done();
  }

  @Override
  public JsonObject oneOf(CheckCondition.OneOf condition) {
    return Members.of("one_of")
        .text("column", name(condition.column()))
        .texts("values", spelling.set(condition.values()))
        .done();
  }

  @Override
  public JsonObject oneOfNumbers(CheckCondition.OneOfNumbers condition) {
    return Members.of("one_of_numbers")
        .text("column", name(condition.column()))
        .list(
            "values",
            spelling.set(condition.values()).stream().map(value -> JsonNumber.of(value)).toList())
        .done();
  }

  @Override
  public JsonObject between(CheckCondition.Between condition) {
    return Members.of("between")
        .text("column", name(condition.column()))
        .number("least", condition.least())
        .number("most", condition.most())
        .done();
  }

  @Override
  public JsonObject atLeast(CheckCondition.AtLeast condition) {
    return Members.of("at_least")
        .text("column", name(condition.column()))
        .number("least", condition.least())
        .done();
  }

  @Override
  public JsonObject sql(CheckCondition.Sql condition) {
    return Members.of("sql").json("expression", expression(condition.expression())).done();
  }

  JsonObject index(Index index) {
    return new Members()
        .text("name", name(index.name()))
        .flag("unique", index.unique())
        .list("parts", index.parts().stream().map(this::part).toList())
        .text("method", index.method())
        .texts("include", names(index.include()))
        .json("where", expression(index.where()))
        .flag("nulls_not_distinct", index.nullsNotDistinct())
        .done();
  }

  private JsonObject part(IndexPart part) {
    return new Members()
        .text("column", name(part.column()))
        .json("expression", expression(part.expression()))
        .flag("descending", part.descending())
        .text("nulls", part.nulls() == null ? null : word(part.nulls()))
        .text("collation", part.collation())
        .text("operator_class", part.operatorClass())
        .done();
  }

  JsonObject sequence(Sequence sequence) {
    return new Members()
        .text("name", name(sequence.name()))
        .number("start", sequence.start())
        .number("increment", sequence.increment())
        .number("minimum", sequence.minimum())
        .number("maximum", sequence.maximum())
        .number("cache", sequence.cache())
        .flag("cycle", sequence.cycle())
        .done();
  }

  JsonObject domain(Domain domain) {
    return new Members()
        .text("name", name(domain.name()))
        .json("type", type(domain.type()))
        .flag("not_null", !domain.nullable())
        .json("default", expression(domain.defaultValue()))
        .list("checks", domain.checks().stream().map(this::constraint).toList())
        .done();
  }

  JsonObject enumType(EnumType type) {
    return new Members().text("name", name(type.name())).texts("labels", type.labels()).done();
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
