package dev.limbeck.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database to try things on, empty at first and gone when it is closed. */
public interface ScratchDatabase extends AutoCloseable {

  /** The one connection to it, in auto-commit mode. */
  Connection connection();

  /**
   * What the database that it is like has and it has not, such as extensions that may not be
   * created and functions; a line each. What fails for want of these says nothing.
   */
  List<String> lacks();

  /** Removes it with all that it holds. */
  @Override
  void close() throws SQLException;
}
