package dev.limbeck.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is recognised without reading it. Times are nanoseconds since 1970, which is as
 * exact as file systems are, and quickly read from text.
 *
 * @param size its size in bytes
 * @param time when its content was last changed, as far as whoever wrote it did not set that time
 * @param change when anything of it was last changed, which nobody can set; 0 where the file system
 *     does not tell
 * @param number its number in the file system; empty where the file system does not tell
 */
record FileStamp(long size, long time, long change, String number) {
  private static final String UNIX = "unix";

  /** The stamp of the file as it is now. */
  static FileStamp of(Path file) throws IOException {
    boolean unix = file.getFileSystem().supportedFileAttributeViews().contains(UNIX);
    Map<String, Object> attributes =
        Files.readAttributes(
            file, unix ? UNIX + ":size,lastModifiedTime,ctime,ino" : "size,lastModifiedTime");
    return new FileStamp(
        (Long) attributes.get("size"),
        nanos(attributes.get("lastModifiedTime")),
        unix ? nanos(attributes.get("ctime")) : 0,
        unix ? String.valueOf(attributes.get("ino")) : "");
  }

  private static long nanos(Object time) {
    return ((FileTime) time).to(TimeUnit.NANOSECONDS);
  }

  /**
   * True where another stamp of this value means that the content is the same. Without {@link
   * #change} it does not: copies and archives give files times of their own.
   */
  boolean isCertain() {
    return !number.isEmpty();
  }

  /** The later one of the times. */
  long latest() {
    return Math.max(time, change);
  }

  @Override
  public String toString() {
    return size + " " + time + " " + change + " " + number;
  }

  /** Spelled out, as {@link #hashCode}: see {@link dev.limbeck.model.QualifiedName#equals}. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof FileStamp other
        && size == other.size
        && time == other.time
        && change == other.change
        && number.equals(other.number);
  }

  @Override
  public int hashCode() {
    return Objects.hash(size, time, change, number);
  }
}
