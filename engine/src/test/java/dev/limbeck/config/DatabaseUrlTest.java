package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.LimbeckException;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  private static final String SECRET = "s3cr3t";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://h/db?user=ann&password=s3cr3t | jdbc:postgresql://h/db?user=ann&password=***",
        "jdbc:postgresql://ann:s3cr3t@h/db | jdbc:postgresql://ann:***@h/db",
        "jdbc:postgresql://h/db;password=s3cr3t | jdbc:postgresql://h/db;password=***",
        "jdbc:postgresql://h/db;user=ann;password=s3cr3t;ssl=true | jdbc:postgresql://h/db;user=ann;password=***;ssl=true",
        "jdbc:postgresql://h/db?sslpassword=s3cr3t;s3cr3t&ssl=true | jdbc:postgresql://h/db?sslpassword=***&ssl=true",
        "jdbc:sqlite:/x.db?key=s3cr3t | jdbc:sqlite:/x.db?key=***",
        "jdbc:sqlite:/x.db?hexkey=s3cr3t&cache=shared | jdbc:sqlite:/x.db?hexkey=***&cache=shared",
        "jdbc:sqlite:/x.db?hexkey_mode=sse&hexKey=s3cr3t | jdbc:sqlite:/x.db?hexkey_mode=sse&hexKey=***",
        "jdbc:sqlite:/x.db?foreign_keys=true | jdbc:sqlite:/x.db?foreign_keys=true",
        "jdbc:sqlite:/x.db?defer_foreign_keys=on&dbPass=s3cr3t | jdbc:sqlite:/x.db?defer_foreign_keys=on&dbPass=***",
        "jdbc:postgresql://h/db?passfile=a.pgpass&tcpKeepAlive=true | jdbc:postgresql://h/db?passfile=a.pgpass&tcpKeepAlive=true",
        "jdbc:postgresql://h/db?sslkey=s3cr3t&ssl=true | jdbc:postgresql://h/db?sslkey=***&ssl=true",
        "jdbc:postgresql://h/db?private_key_data=s3cr3t | jdbc:postgresql://h/db?private_key_data=***",
        "jdbc:postgresql://h/db?keyStorePassword=s3cr3t&apiKeys=s3cr3t | jdbc:postgresql://h/db?keyStorePassword=***&apiKeys=***",
        "jdbc:postgresql://h/db?accessTokenValue=s3cr3t | jdbc:postgresql://h/db?accessTokenValue=***",
        "postgresql://ann:s3cr3t@h:5433/db | jdbc:postgresql://h:5433/db",
        "sqlite:///dir/app.db | jdbc:sqlite:/base/dir/app.db",
        "sqlite:////var/app.db | jdbc:sqlite:/var/app.db",
        "jdbc:sqlite:app.db?cache=shared | jdbc:sqlite:/base/app.db?cache=shared",
        "jdbc:sqlite::memory: | jdbc:sqlite::memory:"
      })
  void an_address_is_shown_without_its_password(String given, String shown) {
    assertThat(url(given, null)).hasToString(shown);
  }

  @Test
  void a_host_that_is_unknown_is_named() {
    assertThatThrownBy(
            () -> new DriverConnections(url("postgresql://a@no.such.host.invalid/db", null)).open())
        .hasMessageStartingWith("LMB-401 ")
        .hasMessageContaining("UnknownHostException: no.such.host.invalid");
  }

  @Test
  void user_and_password_of_the_settings_fill_in_what_the_address_lacks() {
    assertThat(DatabaseUrl.of("postgresql://ann@h/db", "bob", "b", "t", Path.of("/")).properties())
        .containsEntry("user", "ann")
        .containsEntry("password", "b");
    assertThat(
            DatabaseUrl.of("jdbc:postgresql://h/db?user=ann", "bob", null, "t", Path.of("/"))
                .properties())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:s3cr3t/x@h/db",
        "mysql://ann:s3cr3t@h/db",
        "ann:s3cr3t",
        "jdbc:postgresql://h:s3cr3t:x/db@?password=s3cr3t",
        "postgresql://ann:s3cr3t@h:abc/db",
        "postgresql://ann:s3cr3t@h:99999/db",
        "jdbc:postgresql://h:5432,[::1]:0/db?password=s3cr3t",
        "jdbc:mysql://ann:s3cr3t@h/db"
      })
  void an_address_that_is_not_understood_is_refused_without_its_password(String given) {
    assertThatThrownBy(() -> url(given, null))
        .isInstanceOf(LimbeckException.class)
        .hasMessageMatching("(?s)LMB-10[17] .*")
        .hasMessageNotContaining(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:s3cr3t@127.0.0.1:1/db",
        "jdbc:postgresql://127.0.0.1:1/db?user=ann&password=s3cr3t",
        "jdbc:postgresql://ann:s3cr3t@127.0.0.1:1/db",
        "jdbc:postgresql://127.0.0.1:1/db;password=s3cr3t",
        "jdbc:sqlite:/no/such/place/x.db?key=s3cr3t",
        "jdbc:sqlite:/no/such/place/x.db?password=s3cr3t"
      })
  void a_database_that_is_not_there_is_an_error_without_password(String given) {
    LimbeckException error =
        catchThrowableOfType(
            LimbeckException.class, () -> new DriverConnections(url(given, null)).open());

    assertThat(error).hasMessageMatching("(?s)LMB-(401|108) .*");
    assertThat(trace(error)).doesNotContain(SECRET);
  }

  @Test
  void a_wrong_password_is_an_error_without_it() throws SQLException {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      String role = database.name() + "_r";
      database.execute("CREATE ROLE " + role + " LOGIN");
      try {
        String given =
            database.jdbcUrl().replace("jdbc:postgresql://", "postgresql://nobody:" + SECRET + "@");

        LimbeckException error =
            catchThrowableOfType(
                LimbeckException.class, () -> new DriverConnections(url(given, null)).open());

        assertThat(error).hasMessageStartingWith("LMB-401 ").hasMessageContaining("as nobody");
        assertThat(trace(error)).doesNotContain(SECRET);
        try (Connection connection =
            new DriverConnections(url(database.jdbcUrl() + "?user=" + role, SECRET)).open()) {
          assertThat(connection.getMetaData().getUserName()).isEqualTo(role);
        }
      } finally {
        database.execute("DROP ROLE " + role);
      }
    }
  }

  private static DatabaseUrl url(String given, @Nullable String password) {
    return DatabaseUrl.of(given, null, password, "--url", Path.of("/base"));
  }

  private static String trace(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
