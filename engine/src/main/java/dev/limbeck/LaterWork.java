package dev.limbeck;

import java.util.ArrayList;
import java.util.List;

/**
 * Work of which nobody needs the result, in threads of its own, which end before this is closed.
 */
public final class LaterWork implements AutoCloseable {
  private final List<Thread> threads = new ArrayList<>();

  /** Begins the work, which must not throw. */
  public void begin(Runnable work) {
    Thread thread = new Thread(work, "limbeck-later");
    threads.add(thread);
    thread.start();
  }

  /** Waits until everything that was begun has ended. */
  public void await() {
    boolean interrupted = false;
    while (!threads.isEmpty()) {
      try {
        threads.get(0).join();
        threads.remove(0);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    await();
  }
}
