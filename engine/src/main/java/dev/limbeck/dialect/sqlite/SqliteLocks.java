package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.StatementLocks;
import dev.limbeck.dialect.TableLock;
import java.util.List;

/** SQLite has one lock, for the whole database; it is held until the transaction ends. */
final class SqliteLocks implements StatementLocks {

  @Override
  public List<TableLock> of(String sql) {
    return List.of(
        new TableLock("database", "RESERVED", "others can read, and wait where they write"));
  }
}
