package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.CommandRun.Outcome;
import dev.limbeck.testsupport.GuardedPostgres;
import dev.limbeck.testsupport.GuardedPostgres.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that checks passwords. */
class WrongPasswordTest {
  private static final String RIGHT = "right-Kq9_vB";
  private static final String WRONG = "wrong-Xq7_zP";

  @TempDir private static Path rules;
  private static GuardedPostgres server;

  @TempDir private Path directory;

  @BeforeAll
  static void start() {
    server = new GuardedPostgres(rules, RIGHT);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static String url(Check check, String password) {
    return "postgresql://" + check.user() + ":" + password + "@" + server.place();
  }

  private Outcome current(String settings) throws IOException {
    CommandRun limbeck = new CommandRun(directory);
    Files.createDirectories(directory.resolve("migrations"));
    limbeck.write("limbeck.properties", "revisions.directory=migrations\n" + settings);
    limbeck.environment("SHOP_PASSWORD", WRONG);
    try (HeardLogs logs = new HeardLogs()) {
      Outcome outcome = limbeck.run("current", "--verbose", "--stacktrace");
      assertThat(outcome + logs.text()).doesNotContain(WRONG).doesNotContain(RIGHT);
      return outcome;
    }
  }

  private static void assertRefused(Outcome outcome, Check check, String reason) {
    assertThat(outcome.exit()).isEqualTo(ExitCode.DATABASE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("LMB-401 There is no connection to the database.\n")
        .contains(server.place())
        .contains(check.user())
        .contains(reason)
        .contains("\n  Check url, user and password, and that the server runs.");
  }

  @ParameterizedTest
  @EnumSource
  void a_wrong_password_is_an_error_that_names_user_and_host(Check check) throws IOException {
    String reason = "password authentication failed for user \"" + check.user() + "\"";

    assertRefused(current("url=" + url(check, WRONG)), check, reason);
    assertRefused(
        current(
            "url=jdbc:postgresql://"
                + server.place()
                + "?user="
                + check.user()
                + "&password="
                + WRONG),
        check,
        reason);
    assertRefused(
        current(
            "url=postgresql://"
                + server.place()
                + "\nuser="
                + check.user()
                + "\npassword=${SHOP_PASSWORD}"),
        check,
        reason);
  }

  @ParameterizedTest
  @EnumSource
  void the_right_password_lets_in(Check check) throws IOException {
    assertThat(current("url=" + url(check, RIGHT)).exit()).isZero();
  }

  @Test
  void no_password_is_an_error_too() throws IOException {
    assertRefused(
        current("url=postgresql://" + Check.SCRAM.user() + "@" + server.place()),
        Check.SCRAM,
        "no password was provided");
  }
}
