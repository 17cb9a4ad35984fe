package dev.limbeck.autogenerate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses names that a database would cut: it would then have other names than the entities use,
 * and every comparison would find a difference.
 */
public final class NameLengths {
  private final Dialect dialect;
  private final List<String> tooLong = new ArrayList<>();

  private NameLengths(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Checks all names of the model.
   *
   * @throws LimbeckException LMB-118 with every name that is too long
   */
  public static void check(DatabaseModel model, List<Dialect> dialects) {
    for (Dialect dialect : dialects) {
      NameLengths lengths = new NameLengths(dialect);
      model.schemas().forEach(schema -> lengths.check("schema", schema));
      model.tables().forEach(lengths::check);
      model.sequences().forEach(sequence -> lengths.check("sequence", sequence.name().name()));
      model.enumTypes().forEach(type -> lengths.check("type", type.name().name()));
      if (!lengths.tooLong.isEmpty()) {
        throw new LimbeckException(
            "LMB-118",
            "Names are longer than "
                + dialect.name()
                + " allows: "
                + dialect.identifiers().maxBytes()
                + " bytes.\n  "
                + String.join("\n  ", lengths.tooLong)
                + "\n  Give shorter names in the mapping.");
      }
    }
  }

  private void check(Table table) {
    check("table", table.name().name());
    table.columns().forEach(column -> check("column " + table.name() + ".", column.name()));
    table
        .constraints()
        .forEach(constraint -> check("constraint of " + table.name(), constraint.name()));
    table.indexes().forEach(index -> check("index of " + table.name(), index.name()));
  }

  private void check(String what, @Nullable Identifier name) {
    if (name != null && name.text().getBytes(UTF_8).length > dialect.identifiers().maxBytes()) {
      tooLong.add(what + " " + name);
    }
  }
}
