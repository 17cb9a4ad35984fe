package dev.limbeck.runtime;

import dev.limbeck.dialect.ThisProcess;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Who does something to a database; null where nobody can say.
 *
 * @param databaseUser the user of the database
 * @param systemUser the user of the operating system
 * @param host the machine
 * @param version the version of Limbeck
 */
record Doer(
    @Nullable String databaseUser,
    @Nullable String systemUser,
    @Nullable String host,
    @Nullable String version) {

  /** This process, on this connection. */
  static Doer of(Connection connection) throws SQLException {
    return new Doer(
        connection.getMetaData().getUserName(),
        ThisProcess.user(),
        ThisProcess.host(),
        ownVersion());
  }

  /** The version of Limbeck, which classes that stand in no jar do not say. */
  static @Nullable String ownVersion() {
    return Doer.class.getPackage().getImplementationVersion();
  }
}
