package dev.limbeck.autogenerate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where new revisions go: names them, and writes the class with what belongs to it. */
public interface RevisionWriter {

  /** An id that no revision has. */
  String newId();

  /** The package of new classes; empty for none. */
  String packageName();

  /** A simple class name, for which there is no file yet. */
  String className(String message, Instant created);

  /**
   * Writes the revision, whole or not at all.
   *
   * @param draft the revision
   * @param mapping where entities and attributes are kept once it is applied, or null where that
   *     does not change
   * @param ancestors the ids of all revisions that are applied before it, in that order
   * @return the file of the class
   * @throws dev.limbeck.LimbeckException LMB-205 where it cannot be written
   */
  Path write(RevisionDraft draft, EntityModel.@Nullable Mapping mapping, List<String> ancestors);
}
