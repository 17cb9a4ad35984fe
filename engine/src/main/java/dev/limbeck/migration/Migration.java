package dev.limbeck.migration;

/**
 * A change of the schema, and the way back.
 *
 * <p>Both methods only record what is to be done; the database is touched after they returned. They
 * are called more than once, on different machines, and have to record the same every time: no
 * clock, no random numbers, no environment.
 */
public interface Migration {

  /** Records the operations of the change. */
  void upgrade(Operations op);

  /** Records the operations that undo the change. */
  void downgrade(Operations op);
}
