package dev.limbeck.scanner.merge;

import dev.limbeck.model.Check;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.Table;
import dev.limbeck.scanner.bridge.BootedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keys that a table has under one dialect and not under another. Revisions have one table for all,
 * so that what the first dialect says holds, and a person has to know of the rest.
 */
final class KeyDifferences {
  private KeyDifferences() {}

  /** A line for each table and dialect that differs from the first dialect. */
  static List<String> of(List<BootedSchema> schemas) {
    List<String> lines = new ArrayList<>();
    BootedSchema first = schemas.get(0);
    for (Table table : first.model().tables()) {
      for (BootedSchema other : schemas.subList(1, schemas.size())) {
        Table same = other.model().table(table.name());
        if (same != null) {
          TreeSet<String> left = keys(same);
          left.removeAll(keys(table));
          TreeSet<String> more = keys(table);
          more.removeAll(keys(same));
          if (!left.isEmpty() || !more.isEmpty()) {
            lines.add(
                "table "
                    + table.name()
                    + ": the mapping wants other keys on "
                    + other.dialect()
                    + "; revisions have those of "
                    + first.dialect()
                    + listed(", there is no ", left)
                    + listed(", there is ", more));
          }
        }
      }
    }
    return lines;
  }

  private static String listed(String words, TreeSet<String> keys) {
    return keys.isEmpty() ? "" : words + String.join(", ", keys);
  }

  private static TreeSet<String> keys(Table table) {
    return table.constraints().stream()
        .filter(constraint -> !(constraint instanceof Check))
        .map(KeyDifferences::described)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String described(Constraint constraint) {
    String kind =
        constraint instanceof PrimaryKey
            ? "primary key"
            : constraint instanceof ForeignKey ? "foreign key" : "unique";
    String columns =
        constraint.columns().stream()
            .map(Identifier::toString)
            .sorted()
            .collect(Collectors.joining(", ", " (", ")"));
    return kind + columns;
  }
}
