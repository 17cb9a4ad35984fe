package dev.limbeck.scanner.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.limbeck.Background;
import dev.limbeck.LaterWork;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.scanner.EntityScanner;
import dev.limbeck.scanner.PreparedScan;
import dev.limbeck.scanner.ScannerSettings;
import dev.limbeck.source.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Entities that are scanned only where something has changed since they were: the content of the
 * class path, a setting, the dialects, or the version of Limbeck, Hibernate or Java. An unchanged
 * model needs no Hibernate.
 *
 * <p>What is found is kept in files of a directory, a few of them, so that a change of branches and
 * back finds both. A directory that cannot be written keeps nothing. A file that is damaged counts
 * as none.
 *
 * <p>What was scanned is written behind the reader's back; {@link #close} waits for it. Not safe
 * for use by several threads.
 *
 * <p>A scan with warnings, such as that of a class older than its source, is not kept: they are to
 * be seen again. Settings that ask for Hibernate's log are always scanned.
 */
public final class CachedEntities implements EntitySource, AutoCloseable {
  private static final String SUFFIX = ".entities";
  private static final int MOST_FILES = 8;

  private final ScannerSettings settings;
  private final Path directory;
  private final LaterWork keeping = new LaterWork();
  private @Nullable Background<Begun, RuntimeException> begun;

  /**
   * @param settings what is scanned
   * @param directory where scans are kept; it need not exist
   */
  public CachedEntities(ScannerSettings settings, Path directory) {
    this.settings = requireNonNull(settings, "settings");
    this.directory = requireNonNull(directory, "directory");
  }

  /**
   * Begins what needs no database: looks whether there is a scan of the present contents, and
   * prepares one where there is none. Does nothing where that was begun already.
   */
  public void begin(List<String> dialects) {
    if (begun == null) {
      begun = Background.begin("limbeck-entities", () -> beginning(dialects));
    }
  }

  /**
   * The key is that of the contents before they are read. Hibernate is loaded meanwhile where there
   * is nothing that could be of the key.
   */
  private Begun beginning(List<String> dialects) {
    Background<@Nullable ScanKey, RuntimeException> keying =
        Background.begin("limbeck-key", () -> ScanKey.of(settings, dialects));
    boolean any = !settings.verbose() && keepsAny("");
    ScanKey key = any ? keying.get() : null;
    PreparedScan prepared =
        key != null && keepsAny(key.contents())
            ? null
            : new EntityScanner(settings).prepare(dialects, keying::await);
    return new Begun(dialects, keying.get(), prepared);
  }

  /** What was begun: the key, and what is prepared where that is not kept. */
  private record Begun(
      List<String> dialects, @Nullable ScanKey key, @Nullable PreparedScan prepared) {}

  @Override
  public EntityModel read(List<String> dialects) {
    return read(dialects, Map.of());
  }

  @Override
  public EntityModel read(List<String> dialects, Map<String, Integer> majorVersions) {
    return read(dialects, majorVersions, false);
  }

  private EntityModel read(
      List<String> dialects, Map<String, Integer> majorVersions, boolean fresh) {
    Background<Begun, RuntimeException> ahead = begun;
    begun = null;
    Begun known = ahead == null ? null : ahead.get();
    if (known == null || !known.dialects().equals(dialects)) {
      if (known != null && known.prepared() != null) {
        known.prepared().close();
      }
      known = new Begun(dialects, ScanKey.of(settings, dialects), null);
    }
    ScanKey key = known.key();
    PreparedScan prepared = known.prepared();
    EntityModel kept =
        key == null || fresh || prepared != null || settings.verbose()
            ? null
            : kept(key.name(majorVersions));
    return kept != null ? kept : scanned(key, prepared, dialects, majorVersions);
  }

  /** The same, which scans whatever is kept, and keeps what it finds. */
  public EntitySource scanning() {
    return new EntitySource() {
      @Override
      public EntityModel read(List<String> dialects) {
        return read(dialects, Map.of());
      }

      @Override
      public EntityModel read(List<String> dialects, Map<String, Integer> majorVersions) {
        return CachedEntities.this.read(dialects, majorVersions, true);
      }
    };
  }

  private EntityModel scanned(
      @Nullable ScanKey before,
      @Nullable PreparedScan prepared,
      List<String> dialects,
      Map<String, Integer> majorVersions) {
    EntityScanner scanner = new EntityScanner(settings);
    EntityModel scanned;
    try (PreparedScan scan = prepared == null ? scanner.prepare(dialects) : prepared) {
      scanned = scanner.read(scan, majorVersions);
    }
    if (before != null
        && scanned.skipped().stream().noneMatch(line -> line.startsWith("warning: "))) {
      keeping.begin(
          () -> {
            // Classes may have been compiled meanwhile: then nobody knows which were read.
            if (before.equals(ScanKey.of(settings, dialects))) {
              keep(before.name(majorVersions), scanned);
            }
          });
    }
    return scanned;
  }

  /** Waits until what was scanned is kept. */
  @Override
  public void close() {
    keeping.close();
    Background<Begun, RuntimeException> ahead = begun;
    begun = null;
    if (ahead != null) {
      Background.begin(
          "limbeck-closing",
          () -> {
            PreparedScan prepared = ahead.get().prepared();
            if (prepared != null) {
              prepared.close();
            }
            return true;
          });
    }
  }

  /** Whether there is anything whose name begins so. */
  private boolean keepsAny(String beginning) {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .anyMatch(name -> name.startsWith(beginning) && name.endsWith(SUFFIX));
    } catch (IOException e) {
      System.getLogger(CachedEntities.class.getName())
          .log(System.Logger.Level.DEBUG, "Scanned anew: " + directory, e);
      return false;
    }
  }

  private @Nullable EntityModel kept(String key) {
    try {
      String text = Files.readString(file(key), UTF_8);
      int end = text.indexOf('\n');
      String stored = text.substring(end + 1);
      return end > 0 && text.substring(0, end).equals(sum(stored))
          ? StoredEntities.read(stored)
          : null;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      System.getLogger(CachedEntities.class.getName())
          .log(System.Logger.Level.DEBUG, "Scanned anew: " + directory, e);
      return null;
    }
  }

  private void keep(String key, EntityModel model) {
    String stored = StoredEntities.write(model);
    try {
      AtomicFile.replace(file(key), (sum(stored) + "\n" + stored).getBytes(UTF_8));
      deleteOldest();
    } catch (IOException e) {
      System.getLogger(CachedEntities.class.getName())
          .log(System.Logger.Level.DEBUG, "What was scanned cannot be kept: " + directory, e);
    }
  }

  private void deleteOldest() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> kept = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
      List<Path> old =
          kept.stream()
              .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
              .skip(MOST_FILES)
              .toList();
      for (Path file : old) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static String sum(String text) {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(UTF_8));
    return Long.toHexString(sum.getValue());
  }

  private Path file(String key) {
    return directory.resolve(key + SUFFIX);
  }
}
