package dev.limbeck.canonical;

import dev.limbeck.json.Json;
import dev.limbeck.json.JsonObject;
import dev.limbeck.model.DatabaseModel;

/** A whole schema as JSON. What is written is read as an equal model, in the same order. */
public final class CanonicalSchema {
  private CanonicalSchema() {}

  /** The JSON of a model; names and expressions as they are spelled. */
  public static JsonObject write(DatabaseModel model) {
    SchemaWriter writer = new SchemaWriter(Spelling.AS_WRITTEN);
    return new Members()
        .texts("schemas", model.schemas().stream().map(writer::name).toList())
        .list("enum_types", model.enumTypes().stream().map(writer::enumType).toList())
        .list("domains", model.domains().stream().map(writer::domain).toList())
        .list("sequences", model.sequences().stream().map(writer::sequence).toList())
        .list("tables", model.tables().stream().map(writer::table).toList())
        .done();
  }

  /**
   * The model of a JSON.
   *
   * @throws CanonicalSyntaxException where {@link #write} of this version does not write such
   */
  public static DatabaseModel read(Json json) {
    MemberReader members = new MemberReader(json);
    return members.done(
        new DatabaseModel(
            members.list("schemas", SchemaReader::identifier),
            members.list("tables", SchemaReader::table),
            members.list("sequences", SchemaReader::sequence),
            members.list("enum_types", SchemaReader::enumType),
            members.list("domains", SchemaReader::domain)));
  }
}
