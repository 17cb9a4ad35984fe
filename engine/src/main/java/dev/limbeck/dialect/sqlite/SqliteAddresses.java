package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.DatabaseAddresses;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code sqlite://} addresses as SQLAlchemy writes them: {@code sqlite:///file.db} is
 * relative to the working directory, {@code sqlite:////var/file.db} absolute, {@code sqlite://} a
 * database in memory. {@code sqlite:file.db}, without slashes, is the file as it stands there. What
 * follows a question mark is passed on to the driver.
 */
final class SqliteAddresses implements DatabaseAddresses {
  private static final String SCHEME = "sqlite://";
  private static final String SHORT_SCHEME = "sqlite:";

  @Override
  public @Nullable Address read(String url) {
    if (!url.startsWith(SCHEME)) {
      return url.startsWith(SHORT_SCHEME)
          ? new Address(
              SqliteDialect.JDBC_PREFIX + url.substring(SHORT_SCHEME.length()), new Properties())
          : null;
    }
    String rest = url.substring(SCHEME.length());
    int mark = rest.indexOf('?');
    String path = mark < 0 ? rest : rest.substring(0, mark);
    String parameters = mark < 0 ? "" : rest.substring(mark);
    String file = path.startsWith("/") ? path.substring(1) : path;
    return new Address(
        SqliteDialect.JDBC_PREFIX + (file.isEmpty() ? ":memory:" : file) + parameters,
        new Properties());
  }

  /** Leaves databases in memory and {@code file:} URIs as they are. */
  @Override
  public String absolute(String jdbcUrl, Path directory) {
    String path = path(jdbcUrl);
    return isPlainFile(path)
        ? SqliteDialect.JDBC_PREFIX + directory.resolve(path).normalize() + parameters(jdbcUrl)
        : jdbcUrl;
  }

  @Override
  public @Nullable Path file(String jdbcUrl) {
    String path = path(jdbcUrl);
    return isPlainFile(path) ? Path.of(path) : null;
  }

  @Override
  public String empty(String jdbcUrl) {
    return SqliteDialect.JDBC_PREFIX + ":memory:" + parameters(jdbcUrl);
  }

  private static boolean isPlainFile(String path) {
    return !path.isEmpty() && !path.startsWith(":") && !path.startsWith("file:");
  }

  private static String path(String jdbcUrl) {
    String rest = jdbcUrl.substring(SqliteDialect.JDBC_PREFIX.length());
    int mark = rest.indexOf('?');
    return mark < 0 ? rest : rest.substring(0, mark);
  }

  private static String parameters(String jdbcUrl) {
    int mark = jdbcUrl.indexOf('?');
    return mark < 0 ? "" : jdbcUrl.substring(mark);
  }
}
