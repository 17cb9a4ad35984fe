package dev.limbeck.benchmarks;

import dev.limbeck.json.Json;
import dev.limbeck.json.JsonArray;
import dev.limbeck.json.JsonObject;
import dev.limbeck.json.JsonParser;
import dev.limbeck.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the small migrations of the side-by-side benchmark as revisions: {@code ImportBench
 * MIGRATIONS_JSON DIRECTORY}. Each makes a table of three columns with an index.
 */
public final class ImportBench {
  private static final String CLASS =
      """
      import static dev.limbeck.model.Types.bigint;
      import static dev.limbeck.model.Types.integer;
      import static dev.limbeck.model.Types.varchar;

      import dev.limbeck.migration.Migration;
      import dev.limbeck.migration.Operations;
      import dev.limbeck.migration.Revision;

      /** create %3$s. */
      @Revision(
          id = "%1$s",
          %2$screated = "2024-01-01T00:00:00Z",
          message = "create %3$s")
      public final class R%4$s_%3$s implements Migration {
        @Override
        public void upgrade(Operations op) {
          op.createTable("%3$s", t -> {
            t.column("id", bigint()).identity();
            t.column("name", varchar(100)).notNull();
            t.column("qty", integer());
            t.primaryKey("pk_%3$s", "id");
            t.index("ix_%3$s_name", "name");
          });
        }

        @Override
        public void downgrade(Operations op) {
          op.dropTable("%3$s");
        }
      }
      """;

  private ImportBench() {}

  /** Writes a file for each migration of the first argument to the directory of the second. */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of(args[1]));
    for (Json item : ((JsonArray) JsonParser.parse(Files.readString(Path.of(args[0])))).items()) {
      Map<String, Json> migration = ((JsonObject) item).members();
      String id = text(migration, "revision");
      String table = text(migration, "table");
      String follows =
          migration.get("down_revision") instanceof JsonString parent
              ? "revises = \"" + parent.value() + "\",\n    "
              : "";
      Files.writeString(
          directory.resolve("R" + id + "_" + table + ".java"),
          CLASS.formatted(id, follows, table, id));
    }
  }

  private static String text(Map<String, Json> members, String name) {
    return ((JsonString) members.get(name)).value();
  }
}
