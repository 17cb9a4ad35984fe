package dev.limbeck.dialect.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.dialect.DatabaseAddresses;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code postgresql://user:password@host:port/database?name=value}, as libpq has it; {@code
 * postgres} is the same scheme. Parts are percent-decoded. Parameters become properties of the JDBC
 * driver, by the driver's names where these differ from libpq's.
 */
final class PostgresAddresses implements DatabaseAddresses {
  private static final Set<String> SCHEMES = Set.of("postgres", "postgresql");

  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "connect_timeout", "connectTimeout",
          "keepalives", "tcpKeepAlive",
          "gssencmode", "gssEncMode");

  private static final String PREFIX = "jdbc:postgresql:";
  private static final int LAST_PORT = 65_535;

  @Override
  public @Nullable Address read(String url) {
    int colon = url.indexOf("://");
    if (colon < 0 || !SCHEMES.contains(url.substring(0, colon).toLowerCase(Locale.ROOT))) {
      return null;
    }
    String rest = url.substring(colon + 3);
    Properties properties = new Properties();
    int credentialsEnd = rest.lastIndexOf('@', endOfAuthority(rest));
    if (credentialsEnd >= 0) {
      credentials(rest.substring(0, credentialsEnd), properties);
      rest = rest.substring(credentialsEnd + 1);
    }
    int question = rest.indexOf('?');
    if (question >= 0) {
      parameters(rest.substring(question + 1), properties);
      rest = rest.substring(0, question);
    }
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    String database = slash < 0 ? "" : rest.substring(slash + 1);
    return new Address(
        "jdbc:postgresql://" + (host.isEmpty() ? "localhost" : host) + "/" + database, properties);
  }

  /** The driver does not know as its own what has a port that is none. */
  @Override
  public @Nullable String problem(String jdbcUrl) {
    int slashes = jdbcUrl.indexOf("://");
    if (slashes < 0) {
      return null;
    }
    String rest = jdbcUrl.substring(slashes + 3);
    int end = 0;
    while (end < rest.length() && "/?;".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String authority = rest.substring(0, end);
    String hosts = authority.substring(authority.lastIndexOf('@') + 1);
    for (String host : hosts.split(",")) {
      int colon = host.lastIndexOf(':');
      if (colon > host.lastIndexOf(']') && colon >= 0 && !isPort(host.substring(colon + 1))) {
        return "The port of " + host.substring(0, colon) + " is no number from 1 to 65535.";
      }
    }
    return null;
  }

  @Override
  public String beside(String jdbcUrl, String database) {
    int mark = jdbcUrl.indexOf('?');
    String address = mark < 0 ? jdbcUrl : jdbcUrl.substring(0, mark);
    String parameters = mark < 0 ? "" : jdbcUrl.substring(mark);
    int slashes = address.indexOf("://");
    if (slashes < 0) {
      return PREFIX + database + parameters;
    }
    int slash = address.indexOf('/', slashes + 3);
    return (slash < 0 ? address : address.substring(0, slash)) + "/" + database + parameters;
  }

  private static boolean isPort(String text) {
    boolean digits = text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return text.isEmpty()
        || digits && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LAST_PORT;
  }

  private static void credentials(String credentials, Properties properties) {
    int colon = credentials.indexOf(':');
    String user = colon < 0 ? credentials : credentials.substring(0, colon);
    if (!user.isEmpty()) {
      properties.setProperty("user", decoded(user));
    }
    if (colon >= 0) {
      properties.setProperty("password", decoded(credentials.substring(colon + 1)));
    }
  }

  private static void parameters(String query, Properties properties) {
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        String name = decoded(parameter.substring(0, equals));
        properties.setProperty(
            DRIVER_NAMES.getOrDefault(name, name), decoded(parameter.substring(equals + 1)));
      }
    }
  }

  private static int endOfAuthority(String rest) {
    int slash = rest.indexOf('/');
    return slash < 0 ? rest.length() : slash;
  }

  /** The text without its percent escapes; a percent sign that begins none is itself. */
  private static String decoded(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low >= 0) {
        decoded.write(high * 16 + low);
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toString(UTF_8);
  }
}
