package dev.limbeck.command;

import dev.limbeck.graph.RevisionNode;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.operation.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A revision that was played.
 *
 * @param revision the revision
 * @param operations what its upgrade does
 * @param model what it and those before it lead to
 */
record PlayedRevision(RevisionNode revision, List<Operation> operations, DatabaseModel model) {

  /** The fact as the last of these revisions leaves it; null where it is absent. */
  static @Nullable String fact(List<PlayedRevision> played, Difference difference) {
    return played.isEmpty()
        ? null
        : FactReader.read(played.get(played.size() - 1).model(), difference);
  }

  /** The last of these revisions that changed the fact; null where none ever did. */
  static @Nullable RevisionNode lastToSet(List<PlayedRevision> played, Difference difference) {
    Difference known = difference;
    String value = fact(played, difference);
    for (int i = played.size() - 1; i >= 0; i--) {
      Difference earlier = known.before(played.get(i).operations());
      DatabaseModel before = i == 0 ? DatabaseModel.empty() : played.get(i - 1).model();
      if (!Objects.equals(value, FactReader.read(before, earlier))) {
        return played.get(i).revision();
      }
      known = earlier;
    }
    return null;
  }
}
