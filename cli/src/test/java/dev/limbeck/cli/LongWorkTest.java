package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What is shown of work that takes longer than a second. */
class LongWorkTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Console console(boolean terminal) {
    return new Console(new PrintWriter(out), new PrintWriter(err), null, terminal, false);
  }

  private void work(LongWork work, Console console, BooleanSupplier longEnough)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    work.starts(2);
    console.result("upgraded aaa111");
    work.revisionDone();
    work.at("CREATE INDEX ix_orders\n  ON orders (id)");
    work.advanced("trim phones", 20_000);
    while (!longEnough.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    work.ends();
    console.error("LMB-405 failed");
  }

  @Test
  void a_terminal_has_a_bar_in_its_last_line_which_goes_before_anything_else_is_written()
      throws Exception {
    Console console = console(true);

    work(console.longWork(120), console, () -> err.toString().contains("trim phones"));

    assertThat(out.toString()).isEqualTo("upgraded aaa111" + System.lineSeparator());
    assertThat(err.toString())
        .contains("\r\u001b[2Krevisions")
        .contains("1/2")
        .contains("trim phones, 20,000 rows")
        .endsWith("\r\u001b[2KLMB-405 failed" + System.lineSeparator());
    int lines = err.toString().split("\n", -1).length - 1;
    assertThat(lines).isEqualTo(1);
  }

  @Test
  void nothing_is_shown_of_what_takes_less_than_a_second() throws Exception {
    Console console = console(true);

    work(console.longWork(120), console, () -> true);

    assertThat(err.toString()).isEqualTo("LMB-405 failed" + System.lineSeparator());
  }

  @Test
  void elsewhere_there_are_lines() throws Exception {
    Console console = console(false);

    work(console.longWork(120), console, () -> err.toString().contains("trim phones"));

    assertThat(err.toString().lines())
        .containsExactly("  at work: trim phones, 20,000 rows (1 s)", "LMB-405 failed");
  }

  @Test
  void a_quiet_command_shows_nothing() throws Exception {
    Console console = console(true);
    console.beQuiet();

    long begun = System.nanoTime();
    work(
        console.longWork(120),
        console,
        () -> System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(1_300));

    assertThat(err.toString()).isEqualTo("LMB-405 failed" + System.lineSeparator());
  }
}
