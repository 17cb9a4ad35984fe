package dev.limbeck.config;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.DatabaseAddresses.Address;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database, as JDBC has it ({@code jdbc:postgresql://host/name}) or as a dialect
 * reads it ({@code postgresql://user:password@host/name}, {@code sqlite:///file}). Its text form
 * never holds a password.
 */
public final class DatabaseUrl {
  private final String jdbcUrl;
  private final Properties properties;
  private final String origin;
  private final Dialect dialect;
  private final UrlSecrets secrets;

  private DatabaseUrl(
      String jdbcUrl, Properties properties, String origin, Dialect dialect, UrlSecrets secrets) {
    this.jdbcUrl = jdbcUrl;
    this.properties = properties;
    this.origin = origin;
    this.dialect = dialect;
    this.secrets = secrets;
  }

  /**
   * Reads an address.
   *
   * @param user who connects where the address names nobody, or null
   * @param password the password where the address has none, or null
   * @param origin where the address was given, for errors
   * @param directory the directory to which a relative path in it belongs, absolute
   * @throws LimbeckException LMB-101 where no dialect knows such a database, LMB-107 where it is no
   *     address
   */
  public static DatabaseUrl of(
      String url, @Nullable String user, @Nullable String password, String origin, Path directory) {
    UrlSecrets secrets = UrlSecrets.of(requireNonNull(url, "url"));
    Address address = address(url, origin, secrets);
    Dialect dialect = Dialects.ofUrl(address.jdbcUrl());
    String problem = dialect.addresses().problem(address.jdbcUrl());
    if (problem != null) {
      throw new LimbeckException(
          "LMB-107",
          "The address of the database is not understood.\n  "
              + origin
              + "   "
              + secrets.masked()
              + "\n  "
              + secrets.hide(problem));
    }
    Properties properties = new Properties();
    address.properties().forEach(properties::put);
    fill(properties, address.jdbcUrl(), "user", user);
    fill(properties, address.jdbcUrl(), "password", password);
    properties.stringPropertyNames().stream()
        .filter(UrlSecrets::isSecret)
        .forEach(name -> secrets.add(properties.getProperty(name)));
    return new DatabaseUrl(
        dialect.addresses().absolute(address.jdbcUrl(), directory),
        properties,
        origin,
        dialect,
        secrets);
  }

  private static Address address(String url, String origin, UrlSecrets secrets) {
    if (url.startsWith("jdbc:")) {
      return new Address(url, new Properties());
    }
    if (!hasRawSeparatorInPassword(url)) {
      for (Dialect dialect : Dialects.all()) {
        Address address = dialect.addresses().read(url);
        if (address != null) {
          return address;
        }
      }
    }
    throw new LimbeckException(
        "LMB-107",
        "The address of the database is not understood.\n  "
            + origin
            + "   "
            + (url.contains("://") ? secrets.masked() : "(no scheme)")
            + "\n  It is a JDBC URL (jdbc:postgresql://host/name, jdbc:sqlite:file), or"
            + " postgresql://user:password@host/name, or sqlite:///file.\n"
            + "  In user and password, characters such as / ? # @ : are percent-encoded.");
  }

  /** True where a slash in the password would make the rest of it the name of the database. */
  private static boolean hasRawSeparatorInPassword(String url) {
    int authority = url.indexOf("://") + 3;
    int slash = url.indexOf('/', authority);
    if (authority < 3 || slash < 0) {
      return false;
    }
    String host = url.substring(authority, slash);
    int colon = host.indexOf(':');
    boolean named = colon >= 0 && host.indexOf('@') < 0;
    boolean port = named && host.substring(colon + 1).chars().allMatch(Character::isDigit);
    return named && !port && !host.startsWith("[") && url.indexOf('@', slash) >= 0;
  }

  private static void fill(
      Properties properties, String jdbcUrl, String name, @Nullable String value) {
    boolean there =
        properties.containsKey(name)
            || jdbcUrl.contains("?" + name + "=")
            || jdbcUrl.contains("&" + name + "=");
    if (value != null && !there) {
      properties.setProperty(name, value);
    }
  }

  /** The URL for the driver; may hold a password where it was given so. */
  String jdbcUrl() {
    return jdbcUrl;
  }

  /**
   * The file of the database where it is not there yet, and the driver would make it; else null.
   * Where its directory is not there either, the driver says so.
   */
  public @Nullable Path missingFile() {
    Path file = dialect.addresses().file(jdbcUrl);
    Path directory = file == null ? null : file.toAbsolutePath().getParent();
    boolean absent = file != null && !Files.exists(file);
    return absent && directory != null && Files.isDirectory(directory) ? file : null;
  }

  /** The URL of an empty database of this kind, for the driver. */
  String emptyUrl() {
    return dialect.addresses().empty(jdbcUrl);
  }

  /** The address of another database of the same server; null where a database has no server. */
  @Nullable DatabaseUrl beside(String database) {
    String other = dialect.addresses().beside(jdbcUrl, database);
    return other == null ? null : new DatabaseUrl(other, properties, origin, dialect, secrets);
  }

  /** User, password and further properties for the driver. */
  Properties properties() {
    Properties copy = new Properties();
    copy.putAll(properties);
    return copy;
  }

  /** The dialect of the database. */
  public Dialect dialect() {
    return dialect;
  }

  /** Where the address was given: {@code --url}, {@code DATABASE_URL}, a line of the settings. */
  public String origin() {
    return origin;
  }

  /** A text in which the passwords of this address are hidden. */
  String hide(String text) {
    return secrets.hide(text);
  }

  /** The address without passwords, also where one stands by mistake in another parameter. */
  @Override
  public String toString() {
    String masked = UrlSecrets.of(jdbcUrl).masked();
    int query = masked.indexOf('?');
    return query < 0 ? masked : masked.substring(0, query) + secrets.hide(masked.substring(query));
  }
}
