package dev.limbeck.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of source files from the last time, kept in a file: {@code path, size, time,
 * change, number, hash} and the header, a line for each. A damaged or missing file says nothing,
 * and is written anew.
 */
final class HeaderIndex {
  private static final String FORMAT = "limbeck-headers-4";
  private static final int FIELDS_WITHOUT_HEADER = 6;
  private static final int FIELDS = 14;

  /** In nanoseconds: a file as young as this may change once more without another time. */
  private static final long RACY = 2_000_000_000L;

  private final Path file;
  private final long written;
  private final Map<String, Entry> known;
  private final Map<String, Entry> current = new TreeMap<>();
  private boolean looked;

  private HeaderIndex(Path file, long written, Map<String, Entry> known) {
    this.file = file;
    this.written = written;
    this.known = known;
  }

  private record Entry(FileStamp stamp, String hash, @Nullable RevisionHeader header) {}

  /** What the file says; nothing where it cannot be read. */
  static HeaderIndex open(Path file) {
    Map<String, Entry> known = new HashMap<>();
    try {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file, UTF_8);
        List<String> first = fields(lines.get(0));
        if (first.get(0).equals(FORMAT)) {
          for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            known.put(fields.get(0), entry(fields));
          }
          return new HeaderIndex(file, Long.parseLong(first.get(1)), known);
        }
      }
    } catch (IOException | RuntimeException e) {
      System.getLogger(HeaderIndex.class.getName())
          .log(System.Logger.Level.DEBUG, "The index of revisions is read anew: " + file, e);
    }
    return new HeaderIndex(file, 0, Map.of());
  }

  /** The same index, for another look at the files; what is known of them by now counts. */
  HeaderIndex again() {
    return looked
        ? new HeaderIndex(file, now(), new HashMap<>(current))
        : new HeaderIndex(file, written, known);
  }

  private static long now() {
    return FileTime.from(Instant.now()).to(TimeUnit.NANOSECONDS);
  }

  /** The header of a file: from the last time where it did not change, else read. */
  @Nullable RevisionHeader header(Path source) throws IOException, JavaSyntaxException {
    String path = source.toString();
    FileStamp stamp = FileStamp.of(source);
    Entry entry = known.get(path);
    boolean same = entry != null && entry.stamp.equals(stamp) && stamp.isCertain();
    if (entry == null || !same || stamp.latest() > written - RACY) {
      looked = true;
      byte[] content = Files.readAllBytes(source);
      String hash = Digest.hex(content);
      boolean unchanged = entry != null && entry.hash.equals(hash);
      RevisionHeader header =
          unchanged ? entry.header : HeaderReader.read(SourceText.of(content), path);
      entry = new Entry(stamp, hash, header);
    }
    current.put(path, entry);
    return entry.header;
  }

  /** The hash of a file whose header was asked for. */
  String hash(Path source) {
    Entry entry = current.get(source.toString());
    if (entry == null) {
      throw new IllegalArgumentException("not asked for before: " + source);
    }
    return entry.hash;
  }

  /** Keeps what was asked for, where a file was looked into or is gone. */
  void save() {
    if (!looked && current.keySet().equals(known.keySet())) {
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append(line(List.of(FORMAT, Long.toString(now()))));
    current.forEach((path, entry) -> text.append(line(fields(path, entry))));
    try {
      AtomicFile.replace(file, text.toString().getBytes(UTF_8));
    } catch (IOException e) {
      System.getLogger(HeaderIndex.class.getName())
          .log(System.Logger.Level.DEBUG, "The index of revisions cannot be kept: " + file, e);
    }
  }

  private static Entry entry(List<String> fields) {
    return new Entry(
        new FileStamp(
            Long.parseLong(fields.get(1)),
            Long.parseLong(fields.get(2)),
            Long.parseLong(fields.get(3)),
            fields.get(4)),
        fields.get(5),
        fields.size() == FIELDS_WITHOUT_HEADER ? null : header(fields));
  }

  private static RevisionHeader header(List<String> fields) {
    if (fields.size() != FIELDS) {
      throw new IllegalArgumentException("not a header: " + fields);
    }
    return new RevisionHeader(
        fields.get(6),
        list(fields.get(7)),
        list(fields.get(8)),
        list(fields.get(9)),
        list(fields.get(10)),
        fields.get(11),
        fields.get(12),
        fields.get(13),
        fields.get(0));
  }

  private static List<String> fields(String path, Entry entry) {
    List<String> fields = new ArrayList<>();
    fields.add(path);
    fields.add(Long.toString(entry.stamp.size()));
    fields.add(Long.toString(entry.stamp.time()));
    fields.add(Long.toString(entry.stamp.change()));
    fields.add(entry.stamp.number());
    fields.add(entry.hash);
    RevisionHeader header = entry.header;
    if (header != null) {
      fields.add(header.id());
      fields.add(list(header.revises()));
      fields.add(list(header.dependsOn()));
      fields.add(list(header.branchLabels()));
      fields.add(list(header.replaces()));
      fields.add(header.created());
      fields.add(header.message());
      fields.add(header.className());
    }
    return fields;
  }

  private static String list(List<String> values) {
    return values.stream()
        .map(value -> value.replace("\\", "\\\\").replace(",", "\\c") + ",")
        .collect(Collectors.joining());
  }

  private static List<String> list(String joined) {
    List<String> values = new ArrayList<>(Arrays.asList(joined.split(",", -1)));
    values.remove(values.size() - 1);
    return values.stream().map(value -> unescaped(value)).toList();
  }

  private static String line(List<String> fields) {
    return fields.stream()
            .map(
                field ->
                    field
                        .replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r"))
            .collect(Collectors.joining("\t"))
        + "\n";
  }

  private static List<String> fields(String line) {
    return Arrays.stream(line.split("\t", -1)).map(HeaderIndex::unescaped).toList();
  }

  private static String unescaped(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      i++;
      switch (escaped.charAt(i)) {
        case 't' -> text.append('\t');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 'c' -> text.append(',');
        default -> text.append(escaped.charAt(i));
      }
    }
    return text.toString();
  }
}
