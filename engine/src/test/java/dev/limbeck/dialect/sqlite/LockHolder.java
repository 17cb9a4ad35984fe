package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Deployment;
import dev.limbeck.model.QualifiedName;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A process of its own that holds the lock on a database until its input ends. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    Deployment.Lock lock =
        new SqliteDialect()
            .deployment()
            .lock(
                () -> DriverManager.getConnection(arguments[0]),
                QualifiedName.parse("limbeck_version"),
                Duration.ofSeconds(10));
    System.out.println("locked");
    System.out.flush();
    while (System.in.read() >= 0) {
      lock.verify();
    }
  }
}
