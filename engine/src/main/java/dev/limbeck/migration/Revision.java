package dev.limbeck.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Places a {@link Migration} in the revision graph.
 *
 * <p>All values are literals: listing commands read them from the source without compiling it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

  /** The revision's id, unique in the project: letters, digits and underscores. */
  String id();

  /** The ids of the revisions that this one follows; none for a base, several for a merge. */
  String[] revises() default {};

  /** Further revisions, by id or branch label, that have to be applied before. */
  String[] dependsOn() default {};

  /** The names of the branch that begins here. */
  String[] branchLabels() default {};

  /**
   * The ids of the revisions that this one was squashed from, oldest first; the last is its own id.
   *
   * <p>It counts as applied where all of them are. While their files are still there, databases
   * that have applied some of them only go on with those.
   */
  String[] replaces() default {};

  /** When it was made, in ISO 8601. */
  String created() default "";

  /** What it does, in a line; where empty, the first sentence of the class comment. */
  String message() default "";
}
