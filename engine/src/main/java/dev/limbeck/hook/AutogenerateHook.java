package dev.limbeck.hook;

import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Index;
import dev.limbeck.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * An application's own word on what {@code check} and {@code revision --autogenerate} compare and
 * write.
 *
 * <p>Implementations are named in the settings ({@code autogenerate.hooks}), or in a file {@code
 * META-INF/services/dev.limbeck.hook.AutogenerateHook} of the class path of revisions. They have a
 * public constructor without parameters. Limbeck makes one of each for a command; it is asked by
 * one thread at a time. With several, each may have its say: what one of them leaves out is out,
 * the first that decides or names something wins, and bodies go from one to the next.
 *
 * <p>A hook gets no connection, and answers the same whenever it is asked the same: else {@code
 * check} would find what {@code revision} does not.
 */
public interface AutogenerateHook {

  /**
   * Whether an object is compared. One that is not is neither created, nor changed, nor dropped;
   * nor are its parts. Patterns are asked first.
   */
  default boolean includes(SchemaObject object) {
    return true;
  }

  /** Whether the types of a column differ. */
  default Verdict compareType(ColumnPair column) {
    return Verdict.UNDECIDED;
  }

  /** Whether the defaults of a column differ. */
  default Verdict compareDefault(ColumnPair column) {
    return Verdict.UNDECIDED;
  }

  /**
   * The body of a revision in the place of another: with operations left out, changed, in another
   * order, or added. Where it is empty, there is no difference, and no revision is written. {@code
   * check} shows what is left as well.
   */
  default RevisionBody rewrite(RevisionBody body, HookContext context) {
    return body;
  }

  /**
   * How a revision's class writes a column type; null for Limbeck's way. What is written has to
   * make an equal type when the revision runs.
   */
  default @Nullable JavaExpression render(ColumnType type) {
    return null;
  }

  /** The name of a new constraint that nobody named; null for the naming convention's. */
  default @Nullable String name(QualifiedName table, Constraint constraint) {
    return null;
  }

  /** The name of a new index that nobody named; null for the naming convention's. */
  default @Nullable String name(QualifiedName table, Index index) {
    return null;
  }
}
