package dev.limbeck.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/**
 * By what a file is recognised without reading it.
 *
 * @param size its size in bytes
 * @param time when its content was last changed, as far as whoever wrote it did not set that time
 * @param change when anything of it was last changed, which nobody can set, and its number in the
 *     file system; empty where the file system does not tell
 */
record FileStamp(long size, Instant time, String change) {
  private static final String UNIX = "unix";

  /** The stamp of the file as it is now. */
  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
    Instant time = basic.lastModifiedTime().toInstant();
    if (!file.getFileSystem().supportedFileAttributeViews().contains(UNIX)) {
      return new FileStamp(basic.size(), time, "");
    }
    Map<String, Object> unix = Files.readAttributes(file, UNIX + ":ctime,ino");
    Instant changed = ((FileTime) unix.get("ctime")).toInstant();
    return new FileStamp(basic.size(), time, changed + " " + unix.get("ino"));
  }

  /**
   * True where another stamp of this value means that the content is the same. Without {@link
   * #change} it does not: copies and archives give files times of their own.
   */
  boolean isCertain() {
    return !change.isEmpty();
  }

  /** The later one of the times. */
  Instant latest() {
    Instant changed =
        change.isEmpty() ? time : Instant.parse(change.substring(0, change.indexOf(' ')));
    return changed.isAfter(time) ? changed : time;
  }

  @Override
  public String toString() {
    return (size + " " + time + " " + change).strip();
  }
}
