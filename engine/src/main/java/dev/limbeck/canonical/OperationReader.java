package dev.limbeck.canonical;

import dev.limbeck.json.Json;
import dev.limbeck.model.SqlValue;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TypeOperation;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link OperationWriter} writes. */
final class OperationReader {
  private OperationReader() {}

  /** The operation. The code of an {@code op.run} is not stored: it fails where it is run. */
  static Operation operation(Json json) {
    MemberReader members = new MemberReader(json);
    String kind = members.text("kind");
    return members.done(
        switch (kind) {
          case "create_schema" ->
              new Operation.CreateSchema(members.required("name", SchemaReader::identifier));
          case "drop_schema" ->
              new Operation.DropSchema(members.required("name", SchemaReader::identifier));
          case "create_table" ->
              new Operation.CreateTable(members.required("table", SchemaReader::table));
          case "drop_table" ->
              new Operation.DropTable(
                  members.required("name", SchemaReader::name),
                  members.optional("table", SchemaReader::table));
          case "rename_table" ->
              new Operation.RenameTable(
                  members.required("from", SchemaReader::name),
                  members.required("to", SchemaReader::name));
          case "alter_table" ->
              new Operation.AlterTable(
                  members.required("table", SchemaReader::name),
                  members.list("alterations", OperationReader::alteration));
          case "create_sequence" ->
              new Operation.CreateSequence(members.required("sequence", SchemaReader::sequence));
          case "drop_sequence" ->
              new Operation.DropSequence(
                  members.required("name", SchemaReader::name),
                  members.optional("sequence", SchemaReader::sequence));
          case "alter_sequence" -> alterSequence(members);
          case "rename_sequence" ->
              new Operation.RenameSequence(
                  members.required("from", SchemaReader::name),
                  members.required("to", SchemaReader::name));
          case "create_enum_type" ->
              new TypeOperation.CreateEnumType(members.required("type", SchemaReader::enumType));
          case "drop_enum_type" ->
              new TypeOperation.DropEnumType(
                  members.required("name", SchemaReader::name),
                  members.optional("type", SchemaReader::enumType));
          case "create_domain" ->
              new TypeOperation.CreateDomain(members.required("domain", SchemaReader::domain));
          case "drop_domain" ->
              new TypeOperation.DropDomain(
                  members.required("name", SchemaReader::name),
                  members.optional("domain", SchemaReader::domain));
          case "alter_domain" ->
              new TypeOperation.AlterDomain(
                  members.required("name", SchemaReader::name),
                  members.changed("type", SchemaReader::type),
                  members.changed("nullable", MemberReader::flag),
                  members.changed("default", SchemaReader::expression),
                  members.list(
                      "checks", check -> MemberReader.changed(check, SchemaReader::check)));
          case "rename_domain" ->
              new TypeOperation.RenameDomain(
                  members.required("from", SchemaReader::name),
                  members.required("to", SchemaReader::name));
          case "alter_enum_type" -> alterEnumType(members);
          case "rename_enum_type" ->
              new TypeOperation.RenameEnumType(
                  members.required("from", SchemaReader::name),
                  members.required("to", SchemaReader::name));
          case "rename_enum_label" ->
              new TypeOperation.RenameEnumLabel(
                  members.required("type", SchemaReader::name),
                  members.text("from"),
                  members.text("to"),
                  members.list("columns", OperationReader::column));
          case "execute" ->
              new Operation.ExecuteSql(
                  members.text("sql"),
                  members.list("parameters", OperationReader::value),
                  members.optionalText("done_when"));
          case "insert_rows" ->
              new InsertRows(
                  members.required("table", SchemaReader::name),
                  members.list("columns", SchemaReader::identifier),
                  members.list("rows", row -> MemberReader.items(row, OperationReader::value)));
          case "run" ->
              runJava(
                  members.text("description"),
                  members.optionalText("sql"),
                  members.optionalText("done_when"));
          case "batches" ->
              new ChangeInBatches(
                  members.text("description"),
                  members.required("table", SchemaReader::name),
                  members.required("key", SchemaReader::identifier),
                  Math.toIntExact(members.required("size", MemberReader::number)),
                  Duration.ofMillis(members.required("pause", MemberReader::number)),
                  members.text("sql"));
          case "outside_transaction" ->
              new Operation.OutsideTransaction(
                  members.list("operations", OperationReader::operation));
          case "only_on" ->
              new Operation.OnlyOn(
                  members.text("dialect"), members.list("operations", OperationReader::operation));
          case "irreversible" -> new Operation.Irreversible(members.text("reason"));
          default -> throw SchemaReader.unknown("operation", kind);
        });
  }

  private static SqlValue value(Json json) {
    MemberReader members = new MemberReader(json);
    String kind = members.text("kind");
    String text = members.optionalText("value");
    return members.done(
        new SqlValue(
            Arrays.stream(SqlValue.Kind.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(kind))
                .findFirst()
                .orElseThrow(() -> SchemaReader.unknown("value", kind)),
            text == null ? "" : text));
  }

  private static Operation alterSequence(MemberReader members) {
    return new Operation.AlterSequence(
        members.required("name", SchemaReader::name),
        members.changed("start", MemberReader::number),
        members.changed("increment", MemberReader::number),
        members.changed("minimum", MemberReader::number),
        members.changed("maximum", MemberReader::number),
        members.changed("cache", MemberReader::number),
        members.changed("cycle", MemberReader::flag));
  }

  private static Operation alterEnumType(MemberReader members) {
    var labels = members.changed("labels", json -> MemberReader.items(json, MemberReader::text));
    if (labels == null || labels.from() == null || labels.to() == null) {
      throw new CanonicalSyntaxException("no \"labels\" in an alter_enum_type");
    }
    return new TypeOperation.AlterEnumType(
        members.required("name", SchemaReader::name),
        labels,
        remaps(members),
        members.list("columns", OperationReader::column),
        members.flag("rebuild"));
  }

  private static EnumColumn column(Json json) {
    MemberReader members = new MemberReader(json);
    return members.done(
        new EnumColumn(
            members.required("table", SchemaReader::name),
            members.required("column", SchemaReader::identifier)));
  }

  private static Map<String, String> remaps(MemberReader members) {
    return members.optionalMap("remaps", MemberReader::text);
  }

  private static Operation runJava(
      String description, @Nullable String sql, @Nullable String doneWhen) {
    return new Operation.RunJava(
        description,
        data -> {
          throw new UnsupportedOperationException(
              "the code of \"" + description + "\" is not kept");
        },
        sql,
        doneWhen);
  }

  private static TableAlteration alteration(Json json) {
    MemberReader members = new MemberReader(json);
    String kind = members.text("kind");
    return members.done(
        switch (kind) {
          case "add_column" ->
              new TableAlteration.AddColumn(
                  members.required("column", SchemaReader::column),
                  members.optional("fill", SchemaReader::expression));
          case "drop_column" ->
              new TableAlteration.DropColumn(
                  members.required("name", SchemaReader::identifier),
                  members.optional("column", SchemaReader::column));
          case "rename_column" ->
              new TableAlteration.RenameColumn(
                  members.required("from", SchemaReader::identifier),
                  members.required("to", SchemaReader::identifier));
          case "alter_column" -> alterColumn(members);
          case "add_constraint" ->
              new TableAlteration.AddConstraint(
                  members.required("constraint", SchemaReader::constraint));
          case "drop_constraint" ->
              new TableAlteration.DropConstraint(
                  members.optional("name", SchemaReader::identifier),
                  members.optional("constraint", SchemaReader::constraint));
          case "rename_constraint" ->
              new TableAlteration.RenameConstraint(
                  members.required("from", SchemaReader::identifier),
                  members.required("to", SchemaReader::identifier));
          case "alter_check" -> alterCheck(members);
          case "add_index" ->
              new TableAlteration.AddIndex(
                  members.required("index", SchemaReader::index), members.flag("concurrently"));
          case "drop_index" ->
              new TableAlteration.DropIndex(
                  members.optional("name", SchemaReader::identifier),
                  members.optional("index", SchemaReader::index),
                  members.flag("concurrently"));
          case "rename_index" ->
              new TableAlteration.RenameIndex(
                  members.required("from", SchemaReader::identifier),
                  members.required("to", SchemaReader::identifier));
          case "alter_comment" -> alterComment(members);
          default -> throw SchemaReader.unknown("alteration", kind);
        });
  }

  private static TableAlteration alterColumn(MemberReader members) {
    return new TableAlteration.AlterColumn(
        members.required("name", SchemaReader::identifier),
        members.changed("type", SchemaReader::type),
        members.changed("nullable", MemberReader::flag),
        members.changed("default", SchemaReader::expression),
        members.changed("generation", SchemaReader::generation),
        members.changed("comment", MemberReader::text),
        members.changed("collation", MemberReader::text),
        members.optional("using", SchemaReader::expression),
        members.optional("fill", SchemaReader::expression));
  }

  private static TableAlteration alterCheck(MemberReader members) {
    var condition = members.changed("condition", SchemaReader::condition);
    if (condition == null || condition.from() == null || condition.to() == null) {
      throw new CanonicalSyntaxException("no \"condition\" in an alter_check");
    }
    return new TableAlteration.AlterCheck(
        members.optional("name", SchemaReader::identifier), condition, remaps(members));
  }

  private static TableAlteration alterComment(MemberReader members) {
    var comment = members.changed("comment", MemberReader::text);
    if (comment == null) {
      throw new CanonicalSyntaxException("no \"comment\" in an alter_comment");
    }
    return new TableAlteration.AlterComment(comment);
  }
}
