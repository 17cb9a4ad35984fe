package dev.limbeck.canonical;

import dev.limbeck.json.Json;
import dev.limbeck.json.JsonString;
import dev.limbeck.model.ArrayType;
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
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.model.VariantType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SchemaWriter} and {@link TypeWriter} write. */
final class SchemaReader {
  private SchemaReader() {}

  static Identifier identifier(Json json) {
    return Identifier.parse(MemberReader.text(json));
  }

  static QualifiedName name(Json json) {
    return QualifiedName.parse(MemberReader.text(json));
  }

  static SqlExpression expression(Json json) {
    if (json instanceof JsonString text) {
      return SqlExpression.of(text.value());
    }
    MemberReader members = new MemberReader(json);
    return members.done(
        new SqlExpression(members.text("sql"), members.map("on", MemberReader::text)));
  }

  static ColumnType type(Json json) {
    MemberReader members = new MemberReader(json);
    String kind = members.text("kind");
    return members.done(
        switch (kind) {
          case "array" -> new ArrayType(members.required("element", SchemaReader::type));
          case "named" -> new NamedType(members.required("name", SchemaReader::name));
          case "native" -> new NativeType(members.text("sql"));
          case "variant" ->
              new VariantType(
                  members.required("otherwise", SchemaReader::type),
                  members.map("on", SchemaReader::type));
          default ->
              new ScalarType(
                  word(ScalarType.Kind.class, kind),
                  members.optional("length", SchemaReader::small),
                  members.optional("scale", SchemaReader::small));
        });
  }

  private static Integer small(Json json) {
    return Math.toIntExact(MemberReader.number(json));
  }

  static Table table(Json json) {
    MemberReader members = new MemberReader(json);
    return members.done(
        new Table(
            members.required("name", SchemaReader::name),
            members.list("columns", SchemaReader::column),
            members.list("constraints", SchemaReader::constraint),
            members.list("indexes", SchemaReader::index),
            members.optionalText("comment"),
            members.optionalText("options")));
  }

  static Column column(Json json) {
    MemberReader members = new MemberReader(json);
    return members.done(
        new Column(
            members.required("name", SchemaReader::identifier),
            members.required("type", SchemaReader::type),
            !members.flag("not_null"),
            members.optional("default", SchemaReader::expression),
            members.optional("generation", SchemaReader::generation),
            members.optionalText("comment"),
            members.optionalText("collation")));
  }

  static Generation generation(Json json) {
    MemberReader members = new MemberReader(json);
    String kind = members.text("kind");
    return members.done(
        switch (kind) {
          case "identity" ->
              new Generation.Identity(
                  members.flag("always"), members.number("start"), members.number("increment"));
          case "computed" ->
              new Generation.Computed(
                  members.required("expression", SchemaReader::expression), members.flag("stored"));
          default -> throw unknown("generation", kind);
        });
  }

  static Constraint constraint(Json json) {
    MemberReader members = new MemberReader(json);
    String kind = members.text("kind");
    Identifier name = members.optional("name", SchemaReader::identifier);
    return members.done(
        switch (kind) {
          case "primary_key" -> new PrimaryKey(name, columns(members, "columns"));
          case "unique" ->
              new Unique(
                  name,
                  columns(members, "columns"),
                  members.flag("nulls_not_distinct"),
                  deferral(members));
          case "foreign_key" ->
              new ForeignKey(
                  name,
                  columns(members, "columns"),
                  members.required("target", SchemaReader::name),
                  columns(members, "target_columns"),
                  action(members, "on_delete"),
                  action(members, "on_update"),
                  deferral(members));
          case "check" -> new Check(name, members.required("condition", SchemaReader::condition));
          default -> throw unknown("constraint", kind);
        });
  }

  private static List<Identifier> columns(MemberReader members, String name) {
    return members.list(name, SchemaReader::identifier);
  }

  private static ReferentialAction action(MemberReader members, String name) {
    String text = members.optionalText(name);
    return text == null ? ReferentialAction.NO_ACTION : word(ReferentialAction.class, text);
  }

  private static Deferral deferral(MemberReader members) {
    String text = members.optionalText("deferral");
    return text == null ? Deferral.NONE : word(Deferral.class, text);
  }

  static CheckCondition condition(Json json) {
    MemberReader members = new MemberReader(json);
    String kind = members.text("kind");
    return members.done(
        switch (kind) {
          case "one_of" ->
              new CheckCondition.OneOf(column(members), members.list("values", MemberReader::text));
          case "one_of_numbers" ->
              new CheckCondition.OneOfNumbers(
                  column(members), members.list("values", MemberReader::number));
          case "between" ->
              new CheckCondition.Between(
                  column(members), members.number("least"), members.number("most"));
          case "at_least" -> new CheckCondition.AtLeast(column(members), members.number("least"));
          case "sql" ->
              new CheckCondition.Sql(members.required("expression", SchemaReader::expression));
          default -> throw unknown("condition", kind);
        });
  }

  private static Identifier column(MemberReader members) {
    return members.required("column", SchemaReader::identifier);
  }

  static Index index(Json json) {
    MemberReader members = new MemberReader(json);
    return members.done(
        new Index(
            members.optional("name", SchemaReader::identifier),
            members.flag("unique"),
            members.list("parts", SchemaReader::part),
            members.optionalText("method"),
            members.list("include", SchemaReader::identifier),
            members.optional("where", SchemaReader::expression),
            members.flag("nulls_not_distinct")));
  }

  private static IndexPart part(Json json) {
    MemberReader members = new MemberReader(json);
    String nulls = members.optionalText("nulls");
    return members.done(
        new IndexPart(
            members.optional("column", SchemaReader::identifier),
            members.optional("expression", SchemaReader::expression),
            members.flag("descending"),
            nulls == null ? null : word(IndexPart.Nulls.class, nulls),
            members.optionalText("collation"),
            members.optionalText("operator_class")));
  }

  static Sequence sequence(Json json) {
    MemberReader members = new MemberReader(json);
    return members.done(
        new Sequence(
            members.required("name", SchemaReader::name),
            members.number("start"),
            members.number("increment"),
            members.optional("minimum", MemberReader::number),
            members.optional("maximum", MemberReader::number),
            members.number("cache"),
            members.flag("cycle")));
  }

  static Domain domain(Json json) {
    MemberReader members = new MemberReader(json);
    return members.done(
        new Domain(
            members.required("name", SchemaReader::name),
            members.required("type", SchemaReader::type),
            !members.flag("not_null"),
            members.optional("default", SchemaReader::expression),
            members.list("checks", SchemaReader::check)));
  }

  static Check check(Json json) {
    if (constraint(json) instanceof Check check) {
      return check;
    }
    throw new CanonicalSyntaxException("a check expected instead of " + json.text());
  }

  static EnumType enumType(Json json) {
    MemberReader members = new MemberReader(json);
    return members.done(
        new EnumType(
            members.required("name", SchemaReader::name),
            members.list("labels", MemberReader::text)));
  }

  private static <E extends Enum<E>> E word(Class<E> type, String text) {
    for (E value : type.getEnumConstants()) {
      if (SchemaWriter.word(value).equals(text)) {
        return value;
      }
    }
    throw unknown(type.getSimpleName().toLowerCase(Locale.ROOT), text);
  }

  static CanonicalSyntaxException unknown(String what, @Nullable String kind) {
    return new CanonicalSyntaxException("unknown " + what + " \"" + kind + "\"");
  }
}
