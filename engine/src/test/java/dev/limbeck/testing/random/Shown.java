package dev.limbeck.testing.random;

import dev.limbeck.model.DatabaseModel;
import java.util.ArrayList;
import java.util.List;

/** Models as a failed law shows them. */
final class Shown {
  private Shown() {}

  static String of(DatabaseModel model) {
    List<String> lines = new ArrayList<>();
    model.schemas().forEach(schema -> lines.add("schema " + schema));
    model.enumTypes().forEach(type -> lines.add(type.toString()));
    model.domains().forEach(domain -> lines.add(domain.toString()));
    model.sequences().forEach(sequence -> lines.add(sequence.toString()));
    model
        .tables()
        .forEach(
            table -> {
              lines.add("table " + table.name() + " " + table.comment() + " " + table.options());
              table.columns().forEach(column -> lines.add("  " + column));
              table.constraints().forEach(constraint -> lines.add("  " + constraint));
              table.indexes().forEach(index -> lines.add("  " + index));
            });
    return String.join("\n    ", lines);
  }

  static String renames(Lineage lineage) {
    List<String> renames = new ArrayList<>();
    lineage
        .tables()
        .forEach(
            (from, to) -> {
              if (!from.equals(to)) {
                renames.add(from + " -> " + to);
              }
            });
    lineage
        .columns()
        .forEach(
            (table, moves) ->
                moves.forEach(
                    (from, to) -> {
                      if (!from.equals(to)) {
                        renames.add(table + "." + from + " -> " + to);
                      }
                    }));
    renames.add(lineage.types().toString());
    return renames.toString();
  }
}
