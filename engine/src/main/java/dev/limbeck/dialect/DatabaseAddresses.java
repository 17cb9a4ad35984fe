package dev.limbeck.dialect;

import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads the addresses of databases that are not written as JDBC URLs. */
public interface DatabaseAddresses {

  /**
   * The address as JDBC has it.
   *
   * @param jdbcUrl the URL, without user and password
   * @param properties user, password and further properties that the address named
   */
  record Address(String jdbcUrl, Properties properties) {
    /** The URL and the names of the properties; never their values. */
    @Override
    public String toString() {
      return jdbcUrl + " " + properties.stringPropertyNames();
    }
  }

  /**
   * Reads an address such as {@code postgresql://user:password@host:5432/name} or {@code
   * sqlite:///file}; null for another's.
   */
  @Nullable Address read(String url);

  /**
   * What is wrong with a URL that the driver would not say; null where nothing is.
   *
   * @param jdbcUrl a URL of this dialect
   */
  default @Nullable String problem(String jdbcUrl) {
    return null;
  }

  /**
   * The URL with a relative path in it made absolute, where the database is a file; else the same.
   *
   * @param jdbcUrl a URL of this dialect
   * @param directory the directory to which relative paths belong
   */
  default String absolute(String jdbcUrl, Path directory) {
    return jdbcUrl;
  }

  /**
   * The file in which the database is, where it is one that the driver makes when it is not there;
   * else null.
   *
   * @param jdbcUrl a URL of this dialect
   */
  default @Nullable Path file(String jdbcUrl) {
    return null;
  }

  /**
   * The URL of an empty database that takes the place of one whose {@link #file} is not there.
   *
   * @param jdbcUrl a URL that names a file
   */
  default String empty(String jdbcUrl) {
    return jdbcUrl;
  }

  /**
   * The URL of another database of the same server; null where a database has no server.
   *
   * @param jdbcUrl a URL of this dialect
   * @param database the name of the other database, letters, digits and underscores
   */
  default @Nullable String beside(String jdbcUrl, String database) {
    return null;
  }
}
