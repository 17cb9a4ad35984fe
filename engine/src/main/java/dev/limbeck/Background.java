package dev.limbeck;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A value that a thread of its own makes, while somebody does something else. The thread does not
 * keep the process from ending.
 *
 * @param <T> the value
 * @param <E> what making it may throw beside unchecked exceptions
 */
public final class Background<T, E extends Exception> {

  /** Makes a value. */
  @FunctionalInterface
  public interface Making<T, E extends Exception> {
    T make() throws E;
  }

  private final FutureTask<T> task;

  private Background(Making<T, E> making) {
    requireNonNull(making, "making");
    this.task = new FutureTask<>(making::make);
  }

  /** Begins to make it on a thread of this name. */
  public static <T, E extends Exception> Background<T, E> begin(
      String thread, Making<T, E> making) {
    Background<T, E> background = new Background<>(making);
    Thread maker = new Thread(background.task, thread);
    maker.setDaemon(true);
    maker.start();
    return background;
  }

  /** Waits until it is made, or could not be. An interrupt is kept for whoever looks next. */
  public void await() {
    boolean interrupted = false;
    while (true) {
      try {
        task.get();
        break;
      } catch (ExecutionException e) {
        break; // What went wrong is told by get.
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the value; throws what making it threw. */
  @SuppressWarnings("unchecked")
  public T get() throws E {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException failure) {
            throw failure;
          }
          if (e.getCause() instanceof Error failure) {
            throw failure;
          }
          throw (E) e.getCause(); // Making declares nothing else.
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
