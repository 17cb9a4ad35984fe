package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new foreign key asks the rows that are there.
 *
 * @param line where the revision adds it
 */
record ReferenceQuestions(IdentifierRules identifiers, @Nullable SourceLine line) {

  /**
   * The question; null where it cannot be said in terms of what is there.
   *
   * @param target the rows that the key refers to; null where they are as they are now
   */
  @Nullable RowQuestion of(
      QualifiedName table, TableRows rows, @Nullable TableRows target, ForeignKey key) {
    List<String> values = rows.held(key.columns());
    QualifiedName targetName = target == null ? key.target() : target.now();
    List<String> targetValues =
        target == null
            ? key.targetColumns().stream().map(identifiers::render).toList()
            : target.held(key.targetColumns());
    if (values.isEmpty() || targetName != null && targetValues.isEmpty()) {
      return null;
    }
    String missing = targetName == null ? "" : " AND " + missing(values, targetName, targetValues);
    return new RowQuestion(
        line,
        "makes "
            + table
            + key.columns().stream().map(Identifier::toString).collect(joining(", ", "(", ")"))
            + " refer to "
            + key.target(),
        requireNonNull(rows.now(), "now"),
        rows.key(),
        values.stream().map(value -> value + " IS NOT NULL").collect(joining(" AND ")) + missing,
        new RowQuestion.Finding("refers to nothing there", "refer to nothing there"),
        "Give them what they refer to, or null, in an execute before it.");
  }

  /**
   * The target's values get names of their own, so that a column of both tables means that of the
   * table which refers.
   */
  private String missing(List<String> values, QualifiedName target, List<String> targetValues) {
    List<String> named = new ArrayList<>();
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      named.add(targetValues.get(i) + " AS limbeck_k" + i);
      equal.add("limbeck_target.limbeck_k" + i + " = " + values.get(i));
    }
    return "NOT EXISTS (SELECT 1 FROM (SELECT "
        + String.join(", ", named)
        + " FROM "
        + identifiers.render(target)
        + ") limbeck_target WHERE "
        + String.join(" AND ", equal)
        + ")";
  }
}
