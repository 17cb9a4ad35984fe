package dev.limbeck.scanner.cache;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.CounterRow;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntityModel.Mapping;
import dev.limbeck.autogenerate.EntityModel.Setting;
import dev.limbeck.autogenerate.SqlObject;
import dev.limbeck.canonical.CanonicalSchema;
import dev.limbeck.canonical.CanonicalSyntaxException;
import dev.limbeck.canonical.MemberReader;
import dev.limbeck.canonical.Members;
import dev.limbeck.json.Json;
import dev.limbeck.json.JsonArray;
import dev.limbeck.json.JsonObject;
import dev.limbeck.json.JsonParser;
import dev.limbeck.json.JsonString;
import dev.limbeck.json.JsonSyntaxException;
import dev.limbeck.model.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What entities want, as text. Only the Limbeck that wrote a text reads it. */
final class StoredEntities {
  private StoredEntities() {}

  static String write(EntityModel entities) {
    Mapping mapping = entities.mapping();
    return new Members()
        .json("model", CanonicalSchema.write(entities.model()))
        .list("sql_objects", entities.sqlObjects().stream().map(StoredEntities::object).toList())
        .json("places", texts(mapping.places()))
        .json("generators", texts(mapping.generators()))
        .json("counters", counters(mapping.counters()))
        .json("renamed_from", texts(mapping.renamedFrom()))
        .text("hibernate", mapping.hibernate())
        .texts("found", entities.found())
        .texts("skipped", entities.skipped())
        .texts("notes", entities.notes())
        .list("settings", entities.settings().stream().map(StoredEntities::setting).toList())
        .done()
        .text();
  }

  private static JsonObject texts(Map<String, String> texts) {
    Map<String, Json> members = new LinkedHashMap<>();
    texts.forEach((name, text) -> members.put(name, new JsonString(text)));
    return new JsonObject(members);
  }

  private static JsonObject counters(Map<String, CounterRow> counters) {
    Map<String, Json> members = new LinkedHashMap<>();
    counters.forEach(
        (path, row) ->
            members.put(
                path,
                new Members()
                    .text("key", row.key())
                    .text("increment", Long.toString(row.increment()))
                    .done()));
    return new JsonObject(members);
  }

  private static CounterRow counter(Json json) {
    MemberReader members = new MemberReader(json);
    return members.done(
        new CounterRow(members.text("key"), Long.parseLong(members.text("increment"))));
  }

  private static JsonObject object(SqlObject object) {
    Map<String, Json> statements = new LinkedHashMap<>();
    object
        .statements()
        .forEach(
            (dialect, each) ->
                statements.put(
                    dialect,
                    new Members()
                        .texts("create", each.create())
                        .texts("drop", each.drop())
                        .done()));
    return new Members()
        .text("name", object.name())
        .text("kind", object.kind().name())
        .text("object", object.object() == null ? null : object.object().toString())
        .flag("before_tables", object.beforeTables())
        .flag("scoped", object.scoped())
        .json("statements", new JsonObject(statements))
        .done();
  }

  private static JsonArray setting(Setting setting) {
    return JsonArray.of(List.of(setting.name(), setting.value(), setting.origin()));
  }

  /** What a text says; null where it is none of {@link #write}. */
  static @Nullable EntityModel read(String text) {
    try {
      MemberReader members = new MemberReader(JsonParser.parse(text));
      return members.done(
          new EntityModel(
              members.required("model", CanonicalSchema::read),
              members.list("sql_objects", StoredEntities::object),
              new Mapping(
                  sorted(members.map("places", MemberReader::text)),
                  sorted(members.map("generators", MemberReader::text)),
                  sorted(members.map("counters", StoredEntities::counter)),
                  sorted(members.map("renamed_from", MemberReader::text)),
                  members.optionalText("hibernate")),
              members.list("found", MemberReader::text),
              members.list("skipped", MemberReader::text),
              members.list("notes", MemberReader::text),
              members.list("settings", StoredEntities::setting)));
    } catch (JsonSyntaxException
        | CanonicalSyntaxException
        | LimbeckException
        | ArithmeticException
        | IllegalArgumentException e) {
      return null;
    }
  }

  private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
    return new TreeMap<>(map);
  }

  private static SqlObject object(Json json) {
    MemberReader members = new MemberReader(json);
    String object = members.optionalText("object");
    return members.done(
        new SqlObject(
            members.text("name"),
            SqlObject.Kind.valueOf(members.text("kind")),
            object == null ? null : QualifiedName.parse(object),
            members.flag("before_tables"),
            members.flag("scoped"),
            sorted(members.map("statements", StoredEntities::statements))));
  }

  private static SqlObject.Statements statements(Json json) {
    MemberReader members = new MemberReader(json);
    return members.done(
        new SqlObject.Statements(
            members.list("create", MemberReader::text), members.list("drop", MemberReader::text)));
  }

  private static Setting setting(Json json) {
    List<String> parts = MemberReader.items(json, MemberReader::text);
    if (parts.size() != 3) {
      throw new IllegalArgumentException("no setting: " + json.text());
    }
    return new Setting(parts.get(0), parts.get(1), parts.get(2));
  }
}
