package dev.limbeck.dialect.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.ThisProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The right to deploy to a SQLite database: the operating system's lock on the file {@code
 * <database>.limbeck-lock}, which ends with the process however that ends. The file says who holds
 * it and stays behind, since whoever removes it could remove another's.
 *
 * <p>Such a lock belongs to the process and is lost as soon as the process closes the file
 * anywhere, so threads of one process first agree among themselves, in a set that all of them
 * share. For a database in memory, which no other process sees, that is all.
 */
final class DeploymentLock implements Deployment.Lock {
  private static final String SUFFIX = ".limbeck-lock";
  private static final Set<String> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final String key;
  private final @Nullable FileChannel channel;
  private final @Nullable FileLock lock;
  private boolean closed;

  private DeploymentLock(String key, @Nullable FileChannel channel, @Nullable FileLock lock) {
    this.key = key;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Waits for the right.
   *
   * @param databaseFile the path of the database, empty for one in memory
   * @param url by which a database in memory is known
   */
  static DeploymentLock take(
      String databaseFile, String url, Duration timeout, Consumer<String> waiting) {
    String key = databaseFile.isEmpty() ? url : databaseFile;
    long deadline = System.nanoTime() + timeout.toNanos();
    boolean told = false;
    while (!HELD_HERE.add(key)) {
      if (!told) {
        waiting.accept("another thread of this process");
        told = true;
      }
      if (System.nanoTime() >= deadline) {
        throw held(key, timeout, "another thread of this process");
      }
      Waiting.pause();
    }
    boolean taken = false;
    try {
      DeploymentLock lock =
          databaseFile.isEmpty()
              ? new DeploymentLock(key, null, null)
              : ofFile(key, Path.of(databaseFile + SUFFIX), timeout, deadline, waiting);
      taken = true;
      return lock;
    } finally {
      if (!taken) {
        HELD_HERE.remove(key);
      }
    }
  }

  private static DeploymentLock ofFile(
      String key, Path file, Duration timeout, long deadline, Consumer<String> waiting) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        return locked(key, channel, timeout, deadline, waiting);
      } catch (IOException | RuntimeException e) {
        close(channel, e);
        throw e;
      }
    } catch (IOException e) {
      throw new LimbeckException(
          "LMB-406",
          "The lock file cannot be used: "
              + e
              + "\n  Limbeck has to write in the directory of the database, as SQLite does.",
          e);
    }
  }

  private static DeploymentLock locked(
      String key, FileChannel channel, Duration timeout, long deadline, Consumer<String> waiting)
      throws IOException {
    FileLock lock = tried(channel);
    if (lock == null) {
      waiting.accept(holder(channel));
    }
    while (lock == null) {
      if (System.nanoTime() >= deadline) {
        throw held(key, timeout, holder(channel));
      }
      Waiting.pause();
      lock = tried(channel);
    }
    channel.truncate(0);
    channel.write(UTF_8.encode(signature()), 0);
    return new DeploymentLock(key, channel, lock);
  }

  /** Null where another holds it. Locks a byte that is never written, so that others can read. */
  private static @Nullable FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
    } catch (OverlappingFileLockException heldByAnotherClassLoader) {
      return null;
    }
  }

  private static String signature() {
    return ThisProcess.description() + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(500);
    channel.read(text, 0);
    text.flip();
    return text.hasRemaining() ? UTF_8.decode(text).toString() : "another process";
  }

  private static LimbeckException held(String database, Duration timeout, String holder) {
    return new LimbeckException(
        "LMB-406",
        "Another deployer is at work on "
            + database
            + ".\n  It is "
            + holder
            + "; waited for "
            + timeout.toSeconds()
            + " s.\n  Wait until it is done, or end it.");
  }

  private static void close(FileChannel channel, Exception cause) {
    try {
      channel.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void verify() {
    if (closed || lock != null && !lock.isValid()) {
      throw new LimbeckException(
          "LMB-407",
          "The right to deploy to "
              + key
              + " was lost.\n  Nothing more was run; start again when no other deployer is at work.");
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (channel != null) {
        try (channel) {
          channel.truncate(0);
        }
      }
    } catch (IOException e) {
      throw new LimbeckException(
          "LMB-407", "The lock on " + key + " cannot be given back: " + e, e);
    } finally {
      HELD_HERE.remove(key);
    }
  }
}
