package dev.limbeck.canonical;

import dev.limbeck.json.Json;
import dev.limbeck.json.JsonObject;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.VariantType;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes types. */
record TypeWriter(Spelling spelling) implements ColumnType.Visitor<JsonObject> {

  @Override
  public JsonObject scalar(ScalarType type) {
    return Members.of(type.kind().name().toLowerCase(Locale.ROOT))
        .number("length", type.length())
        .number("scale", type.scale())
        .done();
  }

  @Override
  public JsonObject array(ArrayType type) {
    return Members.of("array").json("element", type.element().accept(this)).done();
  }

  @Override
  public JsonObject named(NamedType type) {
    return Members.of("named").text("name", spelling.name(type.name())).done();
  }

  @Override
  public JsonObject nativeType(NativeType type) {
    return Members.of("native").text("sql", spelling.expression(type.sql())).done();
  }

  @Override
  public JsonObject variant(VariantType type) {
    Map<String, Json> byDialect = new TreeMap<>();
    type.byDialect().forEach((dialect, each) -> byDialect.put(dialect, each.accept(this)));
    return Members.of("variant")
        .json("otherwise", type.otherwise().accept(this))
        .json("on", new JsonObject(byDialect))
        .done();
  }
}
