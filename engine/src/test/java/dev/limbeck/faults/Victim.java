package dev.limbeck.faults;

import dev.limbeck.LimbeckException;
import dev.limbeck.command.Limbeck;
import dev.limbeck.faults.DyingDatabase.Moment;
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
      limbeck(new DyingDatabase(real, moment, true).dataSource()).upgrade("head");
    } catch (LimbeckException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
    System.exit(0);
  }

  static Limbeck limbeck(DataSource dataSource) {
    return Limbeck.builder().dataSource(dataSource).revisions(new FaultRevisions()).build();
  }

  static Process start(TestDatabase database, Moment moment, Path output) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                database.jdbcUrl(),
                database.user(),
                database.password(),
                String.valueOf(moment.call()),
                String.valueOf(moment.before())))
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private static DataSource dataSource(String url, String user, String password) {
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
