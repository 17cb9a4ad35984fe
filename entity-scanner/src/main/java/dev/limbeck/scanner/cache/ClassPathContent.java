package dev.limbeck.scanner.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * What is in an entry of a class path, as a short text that changes with it.
 *
 * <p>Of a directory every file is read. Of a jar only its central directory is, which has name,
 * size and checksum of each file. Checksums, not a cryptographic hash: they are computed by the
 * processor, and only have to tell one compilation from the next. What the manifest of a jar refers
 * to is not looked at.
 */
final class ClassPathContent {
  /** The end of central directory record: APPNOTE.TXT of PKWARE, 4.3.16. */
  private static final int END = 0x06054b50;

  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xffff;

  private ClassPathContent() {}

  /**
   * The text for an entry; one for each state of its content.
   *
   * @param entry a directory, or a file; where neither is there, that is its state
   */
  static String of(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      return directory(entry.toRealPath());
    }
    return Files.exists(entry) ? file(entry) : "none";
  }

  private static String directory(Path root) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() || Files.isRegularFile(file)) {
              files.put(root.relativize(file).toString(), file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Sums sums = new Sums();
    for (var file : files.entrySet()) {
      byte[] content = Files.readAllBytes(file.getValue());
      sums.add((file.getKey() + '\0' + content.length + '\0').getBytes(UTF_8));
      sums.add(content);
    }
    return files.size() + " files " + sums;
  }

  /** The checksums of a jar's central directory; of the whole file where it has none. */
  private static String file(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long size = in.length();
      byte[] tail = new byte[(int) Math.min(size, END_SIZE + LONGEST_COMMENT)];
      in.seek(size - tail.length);
      in.readFully(tail);
      int end = tail.length - END_SIZE;
      while (end >= 0 && number(tail, end) != END) {
        end--;
      }
      Sums sums = new Sums();
      long begin = end < 0 ? -1 : number(tail, end + 16) & 0xffffffffL;
      long length = end < 0 ? -1 : number(tail, end + 12) & 0xffffffffL;
      if (begin >= 0 && length > 0 && begin + length <= size) {
        byte[] directory = new byte[(int) length];
        in.seek(begin);
        in.readFully(directory);
        sums.add(directory);
      } else {
        sums.add(Files.readAllBytes(file));
      }
      return size + " bytes " + sums;
    }
  }

  /** Four bytes, the least significant first. */
  private static int number(byte[] bytes, int at) {
    return bytes[at] & 0xff
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | (bytes[at + 3] & 0xff) << 24;
  }

  /** Two checksums of 32 bits that agree by chance only where both do. */
  private static final class Sums {
    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();

    void add(byte[] bytes) {
      one.update(bytes, 0, bytes.length);
      other.update(bytes, 0, bytes.length);
    }

    @Override
    public String toString() {
      return Long.toHexString(one.getValue()) + " " + Long.toHexString(other.getValue());
    }
  }
}
