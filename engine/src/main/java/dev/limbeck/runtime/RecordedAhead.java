package dev.limbeck.runtime;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps that a thread of its own records, a few of them ahead of the one that is run: recording
 * needs no database, and waits for nothing that one step leaves to the next.
 */
final class RecordedAhead implements AutoCloseable {
  private static final int AHEAD = 64;

  /** With fewer the thread goes on: it is woken for many at a time. */
  private static final int ENOUGH = AHEAD / 2;

  private final ExecutorService recorder =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "limbeck-recorder");
            thread.setDaemon(true);
            return thread;
          });
  private final Iterator<Supplier<RecordedStep>> left;
  private final Queue<Future<RecordedStep>> ahead = new ArrayDeque<>();

  /**
   * @param steps record the steps, in the order in which they are run
   */
  RecordedAhead(List<Supplier<RecordedStep>> steps) {
    this.left = steps.iterator();
  }

  /**
   * The next step; one that cannot be recorded fails here, when it is its turn.
   *
   * @throws java.util.NoSuchElementException where there is none
   */
  RecordedStep next() {
    Future<RecordedStep> next = ahead.poll();
    RecordedStep first = next == null ? left.next().get() : null;
    if (ahead.size() <= ENOUGH) {
      while (ahead.size() < AHEAD && left.hasNext()) {
        ahead.add(recorder.submit(left.next()::get));
      }
    }
    return next == null ? first : ended(next);
  }

  /** What the next step will be; null where there is none, or it cannot be recorded. */
  @Nullable RecordedStep following() {
    Future<RecordedStep> following = ahead.peek();
    try {
      return following == null ? null : ended(following);
    } catch (RuntimeException | Error e) {
      // It fails again when it is its turn.
      return null;
    }
  }

  private static RecordedStep ended(Future<RecordedStep> recording) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return recording.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What is left is not recorded. */
  @Override
  public void close() {
    recorder.shutdownNow();
  }
}
