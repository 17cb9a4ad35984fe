package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.RenameAnswers;
import dev.limbeck.autogenerate.Renaming;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is asked for.
 *
 * @param message what it does, in a line: line breaks become spaces
 * @param autogenerate true to fill it with the differences between database and entities
 * @param id its id, or null for a new one
 * @param heads selectors of the revisions that it follows
 * @param splice true where it may follow revisions that are followed already
 * @param branchLabels names for the branch that begins with it
 * @param dependsOn selectors of further revisions that have to be applied before
 * @param versionPath the directory for it where there are several; null for that of the revision
 *     that it follows
 * @param renames what people said about renames
 * @param questions asks a person about what looks like a rename
 * @param fromEmpty true to fill it with what makes the database as it is of an empty one, for the
 *     first revision of a database that was there before
 * @param verify true to prove what was generated on scratch databases before it counts as written
 */
public record RevisionRequest(
    String message,
    boolean autogenerate,
    @Nullable String id,
    List<String> heads,
    boolean splice,
    List<String> branchLabels,
    List<String> dependsOn,
    @Nullable Path versionPath,
    RenameAnswers renames,
    Renaming.Questions questions,
    boolean fromEmpty,
    boolean verify) {
  public RevisionRequest {
    message = oneLine(message);
    heads = List.copyOf(heads);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
    requireNonNull(renames, "renames");
    requireNonNull(questions, "questions");
  }

  /**
   * @throws LimbeckException LMB-501 where nothing is left
   */
  private static String oneLine(String message) {
    String line = requireNonNull(message, "message").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (line.isEmpty()) {
      throw new LimbeckException(
          "LMB-501",
          "The message of a revision is empty.\n  Say in a line what it does: -m \"orders get a customer\".");
    }
    return line;
  }

  /** Beside the revision that it follows; nobody says or answers anything about renames. */
  public RevisionRequest(
      String message,
      boolean autogenerate,
      @Nullable String id,
      List<String> heads,
      boolean splice,
      List<String> branchLabels,
      List<String> dependsOn) {
    this(message, autogenerate, id, heads, splice, branchLabels, dependsOn, null);
  }

  /** Nobody says or answers anything about renames. */
  public RevisionRequest(
      String message,
      boolean autogenerate,
      @Nullable String id,
      List<String> heads,
      boolean splice,
      List<String> branchLabels,
      List<String> dependsOn,
      @Nullable Path versionPath) {
    this(
        message,
        autogenerate,
        id,
        heads,
        splice,
        branchLabels,
        dependsOn,
        versionPath,
        RenameAnswers.none(),
        Renaming.Questions.nobody(),
        false,
        true);
  }

  /** The same with what is known about renames. */
  public RevisionRequest withRenames(RenameAnswers answers, Renaming.Questions asked) {
    return new RevisionRequest(
        message,
        autogenerate,
        id,
        heads,
        splice,
        branchLabels,
        dependsOn,
        versionPath,
        answers,
        asked,
        fromEmpty,
        verify);
  }

  /** The same without a proof of what is generated. */
  public RevisionRequest withoutProof() {
    return new RevisionRequest(
        message,
        autogenerate,
        id,
        heads,
        splice,
        branchLabels,
        dependsOn,
        versionPath,
        renames,
        questions,
        fromEmpty,
        false);
  }

  /** The same for the first revision of a database that was there before. */
  public RevisionRequest withFromEmpty() {
    return new RevisionRequest(
        message,
        autogenerate,
        id,
        heads,
        splice,
        branchLabels,
        dependsOn,
        versionPath,
        renames,
        questions,
        true,
        verify);
  }

  /** An empty revision on top of the head. */
  public static RevisionRequest empty(String message) {
    return new RevisionRequest(message, false, null, List.of("head"), false, List.of(), List.of());
  }

  /** A revision on top of the head with the differences between database and entities. */
  public static RevisionRequest autogenerate(String message) {
    return new RevisionRequest(message, true, null, List.of("head"), false, List.of(), List.of());
  }
}
