package dev.limbeck.autogenerate;

import dev.limbeck.LimbeckException;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses names with line breaks, which databases take: a name is part of a line in the files
 * beside revisions, in messages and in logs.
 */
public final class NameCharacters {
  private final List<String> broken = new ArrayList<>();

  private NameCharacters() {}

  /**
   * Checks all names of the model.
   *
   * @throws LimbeckException LMB-210 with every name that has a line break
   */
  public static void check(DatabaseModel model) {
    NameCharacters characters = new NameCharacters();
    model.schemas().forEach(schema -> characters.check("schema", schema));
    model.tables().forEach(characters::check);
    model.sequences().forEach(sequence -> characters.check("sequence", sequence.name().name()));
    model.enumTypes().forEach(type -> characters.check("type", type.name().name()));
    if (!characters.broken.isEmpty()) {
      throw new LimbeckException(
          "LMB-210",
          "Names hold line breaks.\n  "
              + String.join("\n  ", characters.broken)
              + "\n  Give names of one line in the mapping.");
    }
  }

  private void check(Table table) {
    check("table", table.name().name());
    table.columns().forEach(column -> check("column", column.name()));
    table.constraints().forEach(constraint -> check("constraint", constraint.name()));
    table.indexes().forEach(index -> check("index", index.name()));
  }

  private void check(String what, @Nullable Identifier name) {
    if (name != null && (name.text().indexOf('\n') >= 0 || name.text().indexOf('\r') >= 0)) {
      broken.add(what + " " + name.toString().replace("\r", "\\r").replace("\n", "\\n"));
    }
  }
}
