package dev.limbeck.faults;

import dev.limbeck.LimbeckException;
import dev.limbeck.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** A process of its own that upgrades a database, and may be killed. */
final class Victim {
  private Victim() {}

  public static void main(String[] arguments) {
    Moment moment = new Moment(Integer.parseInt(arguments[3]), Boolean.parseBoolean(arguments[4]));
    DataSource real = dataSource(arguments[0], arguments[1], arguments[2]);
    try {
      Course.UP.run(new FaultyDatabase(real, moment, Disaster.HALT).dataSource());
    } catch (LimbeckException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
    System.exit(0);
  }

  static Process start(TestDatabase database, Moment moment, Path output) throws IOException {
    return JavaProcess.of(
            Victim.class,
            List.of(),
            database.jdbcUrl(),
            database.user(),
            database.password(),
            String.valueOf(moment.call()),
            String.valueOf(moment.before()))
        .redirectOutput(output.toFile())
        .start();
  }

  static DataSource dataSource(String url, String user, String password) {
    if (url.startsWith("jdbc:sqlite:")) {
      SQLiteDataSource sqlite = new SQLiteDataSource();
      sqlite.setUrl(url);
      return sqlite;
    }
    PGSimpleDataSource postgres = new PGSimpleDataSource();
    postgres.setUrl(url);
    postgres.setUser(user);
    postgres.setPassword(password);
    return postgres;
  }
}
