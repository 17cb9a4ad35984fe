package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for a password where Limbeck writes. */
final class NoSecret {
  private NoSecret() {}

  /**
   * Looks into all files of a directory.
   *
   * @param given the paths of those that were there before
   */
  static void inFiles(Path directory, Set<String> given, String secret) throws IOException {
    byte[] searched = secret.getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!given.contains(directory.relativize(file).toString().replace('\\', '/'))) {
          assertThat(contains(Files.readAllBytes(file), searched)).as(file.toString()).isFalse();
        }
      }
    }
  }

  private static boolean contains(byte[] content, byte[] searched) {
    return new String(content, StandardCharsets.ISO_8859_1)
        .contains(new String(searched, StandardCharsets.ISO_8859_1));
  }

  /** Looks into Limbeck's own tables. */
  static void inTables(TestDatabase database, String secret) {
    for (String table : ownTables(database)) {
      assertThat(database.rows("SELECT * FROM " + table).toString())
          .as(table)
          .doesNotContain(secret);
    }
  }

  private static List<String> ownTables(TestDatabase database) {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.connection();
        ResultSet rows = connection.getMetaData().getTables(null, null, "limbeck%", null)) {
      while (rows.next()) {
        if ("TABLE".equals(rows.getString("TABLE_TYPE"))) {
          names.add(rows.getString("TABLE_NAME"));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return names;
  }
}
