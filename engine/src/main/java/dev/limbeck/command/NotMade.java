package dev.limbeck.command;

import dev.limbeck.autogenerate.SqlObject;
import dev.limbeck.dialect.CatalogReader.Unstated;
import dev.limbeck.model.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What an adopted database has and its first revision does not make, as notes. */
final class NotMade {
  private static final String NOT_MADE = "not made: ";

  private NotMade() {}

  /**
   * A note for each table or other object that has such facts, and one for each kind of objects
   * that are not made at all; and what that means for the proof.
   *
   * @param made what SQL of the entities makes all the same
   */
  static List<String> notes(List<Unstated> facts, List<SqlObject> made) {
    Set<QualifiedName> names =
        made.stream().map(SqlObject::object).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<String, Set<String>> lines = new LinkedHashMap<>();
    for (Unstated fact : facts) {
      if (!fact.kind().equals(Unstated.TABLE) && names.contains(fact.object())) {
        continue;
      }
      if (fact.fact() == null) {
        add(lines, fact.kind(), fact.object().toString());
      } else {
        add(lines, fact.kind() + " " + fact.object(), fact.fact());
      }
    }
    List<String> notes = new ArrayList<>();
    lines.forEach((what, list) -> notes.add(NOT_MADE + what + ": " + String.join("; ", list)));
    if (!notes.isEmpty()) {
      notes.add(
          "what is not made is in no comparison and in no proof: write it into a revision of your"
              + " own, with op.execute");
    }
    return notes;
  }

  private static void add(Map<String, Set<String>> lines, String what, String text) {
    lines.computeIfAbsent(what, key -> new LinkedHashSet<>()).add(text);
  }
}
