package dev.limbeck.diff;

import dev.limbeck.model.DatabaseModel;
import java.util.List;

/**
 * A live database in neutral terms.
 *
 * @param model what it has of the objects that the revisions or the entities know
 * @param strangers what else it has, a line for each: never touched
 * @param unverified expressions that the database could not be asked about, a line for each; they
 *     count as different
 */
public record Reconciled(DatabaseModel model, List<String> strangers, List<String> unverified) {
  public Reconciled {
    strangers = List.copyOf(strangers);
    unverified = List.copyOf(unverified);
  }
}
