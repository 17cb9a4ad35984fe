package dev.limbeck.dialect;

import dev.limbeck.operation.TableAlteration;

/** What a database cannot do inside of a transaction. */
public interface TransactionRules {

  /**
   * True for a statement that the database refuses inside of a transaction.
   *
   * @param sql one statement
   */
  boolean refuses(String sql);

  /**
   * True for a statement that may end a transaction by itself, or that means something else inside
   * of one, so that it stands alone where its author put it outside.
   *
   * @param sql one statement
   */
  boolean mayRefuse(String sql);

  /** True for an alteration that is done by a statement that the database refuses inside of one. */
  boolean refuses(TableAlteration alteration);
}
