package dev.limbeck.canonical;

import dev.limbeck.json.Json;
import dev.limbeck.json.JsonArray;
import dev.limbeck.json.JsonBoolean;
import dev.limbeck.json.JsonNumber;
import dev.limbeck.json.JsonObject;
import dev.limbeck.json.JsonString;
import dev.limbeck.model.SqlValue;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TypeOperation;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes operations and alterations of tables. */
final class OperationWriter
    implements Operation.Visitor<JsonObject>, TableAlteration.Visitor<JsonObject> {
  private final SchemaWriter schema;
  private final Spelling spelling;

  OperationWriter(Spelling spelling) {
    this.spelling = spelling;
    this.schema = new SchemaWriter(spelling);
  }

  JsonObject write(Operation operation) {
    return operation.accept(this);
  }

  private List<JsonObject> write(List<Operation> operations) {
    return operations.stream().map(this::write).toList();
  }

  @Override
  public JsonObject createSchema(Operation.CreateSchema operation) {
    return Members.of("create_schema").text("name", schema.name(operation.name())).done();
  }

  @Override
  public JsonObject dropSchema(Operation.DropSchema operation) {
    return Members.of("drop_schema").text("name", schema.name(operation.name())).done();
  }

  @Override
  public JsonObject createTable(Operation.CreateTable operation) {
    return Members.of("create_table").json("table", schema.table(operation.table())).done();
  }

  @Override
  public JsonObject dropTable(Operation.DropTable operation) {
    return Members.of("drop_table")
        .text("name", schema.name(operation.name()))
        .json("table", operation.table() == null ? null : schema.table(operation.table()))
        .done();
  }

  @Override
  public JsonObject renameTable(Operation.RenameTable operation) {
    return Members.of("rename_table")
        .text("from", schema.name(operation.from()))
        .text("to", schema.name(operation.to()))
        .done();
  }

  @Override
  public JsonObject alterTable(Operation.AlterTable operation) {
    return Members.of("alter_table")
        .text("table", schema.name(operation.table()))
        .list(
            "alterations", operation.alterations().stream().map(each -> each.accept(this)).toList())
        .done();
  }

  @Override
  public JsonObject createSequence(Operation.CreateSequence operation) {
    return Members.of("create_sequence")
        .json("sequence", schema.sequence(operation.sequence()))
        .done();
  }

  @Override
  public JsonObject dropSequence(Operation.DropSequence operation) {
    return Members.of("drop_sequence")
        .text("name", schema.name(operation.name()))
        .json(
            "sequence", operation.sequence() == null ? null : schema.sequence(operation.sequence()))
        .done();
  }

  @Override
  public JsonObject alterSequence(Operation.AlterSequence operation) {
    return Members.of("alter_sequence")
        .text("name", schema.name(operation.name()))
        .json("start", changed(operation.start(), JsonNumber::of))
        .json("increment", changed(operation.increment(), JsonNumber::of))
        .json("minimum", changed(operation.minimum(), JsonNumber::of))
        .json("maximum", changed(operation.maximum(), JsonNumber::of))
        .json("cache", changed(operation.cache(), JsonNumber::of))
        .json("cycle", changed(operation.cycle(), JsonBoolean::new))
        .done();
  }

  @Override
  public JsonObject renameSequence(Operation.RenameSequence operation) {
    return Members.of("rename_sequence")
        .text("from", schema.name(operation.from()))
        .text("to", schema.name(operation.to()))
        .done();
  }

  @Override
  public JsonObject createEnumType(TypeOperation.CreateEnumType operation) {
    return Members.of("create_enum_type").json("type", schema.enumType(operation.type())).done();
  }

  @Override
  public JsonObject dropEnumType(TypeOperation.DropEnumType operation) {
    return Members.of("drop_enum_type")
        .text("name", schema.name(operation.name()))
        .json("type", operation.type() == null ? null : schema.enumType(operation.type()))
        .done();
  }

  @Override
  public JsonObject alterEnumType(TypeOperation.AlterEnumType operation) {
    return Members.of("alter_enum_type")
        .text("name", schema.name(operation.name()))
        .json("labels", changed(operation.labels(), JsonArray::of))
        .json("remaps", remaps(operation.remaps()))
        .list("columns", operation.columns().stream().map(this::column).toList())
        .flag("rebuild", operation.rebuild())
        .done();
  }

  @Override
  public JsonObject renameEnumType(TypeOperation.RenameEnumType operation) {
    return Members.of("rename_enum_type")
        .text("from", schema.name(operation.from()))
        .text("to", schema.name(operation.to()))
        .done();
  }

  @Override
  public JsonObject renameEnumLabel(TypeOperation.RenameEnumLabel operation) {
    return Members.of("rename_enum_label")
        .text("type", schema.name(operation.type()))
        .text("from", operation.from())
        .text("to", operation.to())
        .list("columns", operation.columns().stream().map(this::column).toList())
        .done();
  }

  private JsonObject column(EnumColumn column) {
    return new Members()
        .text("table", schema.name(column.table()))
        .text("column", schema.name(column.column()))
        .done();
  }

  private static @Nullable JsonObject remaps(Map<String, String> remaps) {
    Map<String, Json> texts = new LinkedHashMap<>();
    remaps.forEach((from, to) -> texts.put(from, new JsonString(to)));
    return texts.isEmpty() ? null : new JsonObject(texts);
  }

  @Override
  public JsonObject createDomain(CreateDomain operation) {
    return Members.of("create_domain").json("domain", schema.domain(operation.domain())).done();
  }

  @Override
  public JsonObject dropDomain(DropDomain operation) {
    return Members.of("drop_domain")
        .text("name", schema.name(operation.name()))
        .json("domain", operation.domain() == null ? null : schema.domain(operation.domain()))
        .done();
  }

  @Override
  public JsonObject alterDomain(AlterDomain operation) {
    return Members.of("alter_domain")
        .text("name", schema.name(operation.name()))
        .json("type", changed(operation.type(), schema::type))
        .json("nullable", changed(operation.nullable(), JsonBoolean::new))
        .json("default", changed(operation.defaultValue(), schema::expression))
        .list(
            "checks",
            operation.checks().stream().map(change -> changed(change, schema::constraint)).toList())
        .done();
  }

  @Override
  public JsonObject renameDomain(RenameDomain operation) {
    return Members.of("rename_domain")
        .text("from", schema.name(operation.from()))
        .text("to", schema.name(operation.to()))
        .done();
  }

  @Override
  public JsonObject executeSql(Operation.ExecuteSql operation) {
    return Members.of("execute")
        .text("sql", Spelling.plainLines(operation.sql()))
        .list("parameters", values(operation.parameters()))
        .text("done_when", spelling.standIn(operation.doneWhen()))
        .done();
  }

  @Override
  public JsonObject runJava(Operation.RunJava operation) {
    return Members.of("run")
        .text("description", operation.description())
        .text("sql", spelling.standIn(operation.sql()))
        .text("done_when", spelling.standIn(operation.doneWhen()))
        .done();
  }

  @Override
  public JsonObject changeInBatches(ChangeInBatches operation) {
    return Members.of("batches")
        .text("description", operation.description())
        .text("table", schema.name(operation.table()))
        .text("key", schema.name(operation.key()))
        .number("size", spelling.manner(true) ? operation.size() : null)
        .number("pause", spelling.manner(true) ? operation.pause().toMillis() : null)
        .text("sql", Spelling.plainLines(operation.sql()))
        .done();
  }

  @Override
  public JsonObject insertRows(InsertRows operation) {
    return Members.of("insert_rows")
        .text("table", schema.name(operation.table()))
        .texts("columns", operation.columns().stream().map(schema::name).toList())
        .list(
            "rows",
            operation.rows().stream().map(row -> new JsonArray(List.copyOf(values(row)))).toList())
        .done();
  }

  private static List<JsonObject> values(List<SqlValue> values) {
    return values.stream()
        .map(
            value ->
                Members.of(value.kind().name().toLowerCase(Locale.ROOT))
                    .text("value", value.kind() == SqlValue.Kind.NULL ? null : value.text())
                    .done())
        .toList();
  }

  @Override
  public JsonObject outsideTransaction(Operation.OutsideTransaction operation) {
    return Members.of("outside_transaction")
        .list("operations", write(operation.operations()))
        .done();
  }

  @Override
  public JsonObject onlyOn(Operation.OnlyOn operation) {
    return Members.of("only_on")
        .text("dialect", operation.dialect())
        .list("operations", write(operation.operations()))
        .done();
  }

  @Override
  public JsonObject irreversible(Operation.Irreversible operation) {
    return Members.of("irreversible").text("reason", operation.reason()).done();
  }

  @Override
  public JsonObject addColumn(TableAlteration.AddColumn alteration) {
    return Members.of("add_column")
        .json("column", schema.column(alteration.column()))
        .json("fill", schema.expression(alteration.fill()))
        .done();
  }

  @Override
  public JsonObject dropColumn(TableAlteration.DropColumn alteration) {
    return Members.of("drop_column")
        .text("name", schema.name(alteration.name()))
        .json("column", alteration.column() == null ? null : schema.column(alteration.column()))
        .done();
  }

  @Override
  public JsonObject renameColumn(TableAlteration.RenameColumn alteration) {
    return Members.of("rename_column")
        .text("from", schema.name(alteration.from()))
        .text("to", schema.name(alteration.to()))
        .done();
  }

  @Override
  public JsonObject alterColumn(TableAlteration.AlterColumn alteration) {
    return Members.of("alter_column")
        .text("name", schema.name(alteration.name()))
        .json("type", changed(alteration.type(), schema::type))
        .json("nullable", changed(alteration.nullable(), JsonBoolean::new))
        .json("default", changed(alteration.defaultValue(), schema::expression))
        .json("generation", changed(alteration.generation(), schema::generation))
        .json("comment", changed(alteration.comment(), JsonString::new))
        .json("collation", changed(alteration.collation(), JsonString::new))
        .json("using", schema.expression(alteration.using()))
        .json("fill", schema.expression(alteration.fill()))
        .done();
  }

  @Override
  public JsonObject addConstraint(TableAlteration.AddConstraint alteration) {
    return Members.of("add_constraint")
        .json("constraint", schema.constraint(alteration.constraint()))
        .done();
  }

  @Override
  public JsonObject dropConstraint(TableAlteration.DropConstraint alteration) {
    return Members.of("drop_constraint")
        .text("name", schema.name(alteration.name()))
        .json(
            "constraint",
            alteration.constraint() == null ? null : schema.constraint(alteration.constraint()))
        .done();
  }

  @Override
  public JsonObject renameConstraint(TableAlteration.RenameConstraint alteration) {
    return Members.of("rename_constraint")
        .text("from", schema.name(alteration.from()))
        .text("to", schema.name(alteration.to()))
        .done();
  }

  @Override
  public JsonObject alterCheck(TableAlteration.AlterCheck alteration) {
    return Members.of("alter_check")
        .text("name", schema.name(alteration.name()))
        .json("condition", changed(alteration.condition(), each -> each.accept(schema)))
        .json("remaps", remaps(alteration.remaps()))
        .done();
  }

  @Override
  public JsonObject addIndex(TableAlteration.AddIndex alteration) {
    return Members.of("add_index")
        .json("index", schema.index(alteration.index()))
        .flag("concurrently", spelling.manner(alteration.concurrently()))
        .done();
  }

  @Override
  public JsonObject dropIndex(TableAlteration.DropIndex alteration) {
    return Members.of("drop_index")
        .text("name", schema.name(alteration.name()))
        .json("index", alteration.index() == null ? null : schema.index(alteration.index()))
        .flag("concurrently", spelling.manner(alteration.concurrently()))
        .done();
  }

  @Override
  public JsonObject renameIndex(TableAlteration.RenameIndex alteration) {
    return Members.of("rename_index")
        .text("from", schema.name(alteration.from()))
        .text("to", schema.name(alteration.to()))
        .done();
  }

  @Override
  public JsonObject alterComment(TableAlteration.AlterComment alteration) {
    return Members.of("alter_comment")
        .json("comment", changed(alteration.comment(), JsonString::new))
        .done();
  }

  private static <T> @Nullable JsonObject changed(
      @Nullable Changed<T> change, Function<T, @Nullable Json> writer) {
    if (change == null) {
      return null;
    }
    return new Members()
        .json("from", change.from() == null ? null : writer.apply(change.from()))
        .json("to", change.to() == null ? null : writer.apply(change.to()))
        .done();
  }
}
