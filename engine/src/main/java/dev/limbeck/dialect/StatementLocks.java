package dev.limbeck.dialect;

import java.util.List;

/** What statements lock, so that people know before who will wait. */
@FunctionalInterface
public interface StatementLocks {

  /**
   * What a statement locks; none where it locks nothing that others use, or where it is not known.
   *
   * @param sql one statement
   */
  List<TableLock> of(String sql);
}
