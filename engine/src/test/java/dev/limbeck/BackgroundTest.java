package dev.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BackgroundTest {

  @Test
  void the_value_is_made_by_a_thread_of_its_own() {
    Background<String, RuntimeException> made =
        Background.begin("limbeck-test", () -> Thread.currentThread().getName());

    assertThat(made.get()).isEqualTo("limbeck-test");
    assertThat(made.get()).isEqualTo("limbeck-test");
  }

  @Test
  void who_asks_gets_what_making_it_threw() {
    Background<String, IOException> checked =
        Background.begin(
            "limbeck-test",
            () -> {
              throw new IOException("full");
            });
    Background<String, RuntimeException> unchecked =
        Background.begin(
            "limbeck-test",
            () -> {
              throw new LimbeckException("LMB-900", "no");
            });
    Background<String, RuntimeException> error =
        Background.begin(
            "limbeck-test",
            () -> {
              throw new NoClassDefFoundError("a/B");
            });

    checked.await();
    assertThat(assertThrows(IOException.class, checked::get)).hasMessage("full");
    assertThat(assertThrows(LimbeckException.class, unchecked::get).code()).isEqualTo("LMB-900");
    assertThrows(NoClassDefFoundError.class, error::get);
  }

  @Test
  void an_interrupt_is_kept_and_nothing_is_lost() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Background<Integer, InterruptedException> made =
        Background.begin(
            "limbeck-test",
            () -> {
              asked.await();
              return 7;
            });
    Thread.currentThread().interrupt();
    asked.countDown();

    made.await();
    assertThat(made.get()).isEqualTo(7);
    assertThat(Thread.interrupted()).isTrue();
  }
}
