package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.source.RevisionHeader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where new revisions go: names them, and writes the class with what belongs to it. */
public interface RevisionWriter {

  /**
   * A revision that was written.
   *
   * @param file the file of its class
   * @param undo makes all files what they were before
   */
  record Written(Path file, Runnable undo) {
    public Written {
      requireNonNull(file, "file");
      requireNonNull(undo, "undo");
    }
  }

  /** An id that no revision has. */
  String newId();

  /** The package of new classes; empty for none. */
  String packageName();

  /** A simple class name, for which there is no file yet. */
  String className(String id, String message, Instant created);

  /**
   * What writes a revision that follows others: where there are several places for revisions, the
   * place of the first of these.
   *
   * @param parents the revisions that it follows
   * @param directory the place that is asked for, or null
   * @throws dev.limbeck.LimbeckException LMB-250 where there is no such place, or several could be
   *     meant
   */
  RevisionWriter after(List<RevisionHeader> parents, @Nullable Path directory);

  /** The file of a class that goes where new ones go. */
  Path file(String className);

  /** The source of the revision's class. */
  String print(RevisionDraft draft);

  /** All directories of revisions. */
  List<Path> directories();

  /** The file {@code model.lock}. */
  Path lockFile();

  /**
   * Writes the revision, whole or not at all.
   *
   * @param draft the revision
   * @param mapping where entities and attributes are kept once it is applied, or null where that
   *     does not change
   * @param ancestors the ids of all revisions that are applied before it, in that order
   * @return the file of the class, and what takes all back that was written
   * @throws dev.limbeck.LimbeckException LMB-205 where it cannot be written
   */
  Written write(RevisionDraft draft, EntityModel.@Nullable Mapping mapping, List<String> ancestors);
}
