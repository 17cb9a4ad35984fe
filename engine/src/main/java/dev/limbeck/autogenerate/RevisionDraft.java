package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.operation.Operation;
import java.util.List;

/**
 * A revision that is yet to be written.
 *
 * @param id its id
 * @param revises the ids of the revisions that it follows
 * @param dependsOn further revisions that have to be applied before
 * @param branchLabels the names of the branch that begins with it
 * @param replaces the ids of the revisions that it is squashed from, oldest first and its own last
 * @param created when it was made, in ISO 8601
 * @param message what it does, in a line
 * @param packageName the package of its class, empty for none
 * @param className the simple name of its class
 * @param upgrade what it does; constraints and indexes have names
 * @param downgrade what undoes it
 * @param upgradeReviews what its author has to look at
 * @param downgradeReviews the same of the downgrade
 */
public record RevisionDraft(
    String id,
    List<String> revises,
    List<String> dependsOn,
    List<String> branchLabels,
    List<String> replaces,
    String created,
    String message,
    String packageName,
    String className,
    List<Operation> upgrade,
    List<Operation> downgrade,
    List<Review> upgradeReviews,
    List<Review> downgradeReviews) {
  public RevisionDraft {
    requireNonNull(id, "id");
    revises = List.copyOf(revises);
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
    replaces = List.copyOf(replaces);
    requireNonNull(created, "created");
    requireNonNull(message, "message");
    requireNonNull(packageName, "packageName");
    requireNonNull(className, "className");
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
    upgradeReviews = List.copyOf(upgradeReviews);
    downgradeReviews = List.copyOf(downgradeReviews);
  }

  /** A revision whose author has nothing to look at. */
  public RevisionDraft(
      String id,
      List<String> revises,
      List<String> dependsOn,
      List<String> branchLabels,
      List<String> replaces,
      String created,
      String message,
      String packageName,
      String className,
      List<Operation> upgrade,
      List<Operation> downgrade) {
    this(
        id,
        revises,
        dependsOn,
        branchLabels,
        replaces,
        created,
        message,
        packageName,
        className,
        upgrade,
        downgrade,
        List.of(),
        List.of());
  }
}
