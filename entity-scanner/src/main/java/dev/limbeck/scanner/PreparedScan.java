package dev.limbeck.scanner;

import dev.limbeck.Background;
import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.scanner.bridge.SchemaBoot;
import dev.limbeck.scanner.discovery.ClassPathEntry;
import dev.limbeck.scanner.discovery.Discovery;
import dev.limbeck.scanner.discovery.ManagedClasses;
import dev.limbeck.scanner.loading.HibernateJars;
import dev.limbeck.scanner.loading.ScannerClassLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scan whose classes are found and whose Hibernate is loaded, both at the same time. A thread
 * goes on with setting up Hibernate, which takes longer than to read a few entities.
 */
public final class PreparedScan implements AutoCloseable {
  private final List<Dialect> dialects;
  private final List<ClassPathEntry> entries;
  private final ManagedClasses managed;
  private final Loaded loaded;

  /** What reads the entities. */
  private record Loaded(
      HibernateJars jars,
      ScannerClassLoader loader,
      SchemaBoot boot,
      Background<Boolean, RuntimeException> warmed) {}

  private PreparedScan(
      List<Dialect> dialects, List<ClassPathEntry> entries, ManagedClasses managed, Loaded loaded) {
    this.dialects = dialects;
    this.entries = entries;
    this.managed = managed;
    this.loaded = loaded;
  }

  static PreparedScan of(ScannerSettings settings, List<Dialect> dialects, Runnable first) {
    List<ClassPathEntry> entries = new ArrayList<>();
    Loaded loaded = null;
    boolean prepared = false;
    try {
      for (Path path : new LinkedHashSet<>(settings.classPath())) {
        entries.add(ClassPathEntry.open(path));
      }
      Background<ManagedClasses, RuntimeException> discovering =
          Background.begin(
              "limbeck-discovery",
              () -> {
                first.run();
                return Discovery.of(settings, entries);
              });
      try {
        loaded = load(settings, dialects, entries);
      } catch (RuntimeException e) {
        discovering.get(); // What is wrong with the class path comes first.
        throw e;
      }
      PreparedScan scan = new PreparedScan(dialects, entries, discovering.get(), loaded);
      prepared = true;
      return scan;
    } finally {
      if (!prepared) {
        close(loaded, entries);
      }
    }
  }

  private static Loaded load(
      ScannerSettings settings, List<Dialect> dialects, List<ClassPathEntry> entries) {
    boolean sqlite = dialects.stream().anyMatch(dialect -> dialect.name().equals("sqlite"));
    HibernateJars jars = HibernateJars.choose(entries, settings, sqlite);
    ScannerClassLoader loader = new ScannerClassLoader(jars.paths(), settings.verbose());
    SchemaBoot boot = loader.schemaBoot();
    String dialect = dialects.get(0).name();
    // What goes wrong is told by the boot that matters. Hibernate's log is to tell of that one
    // only.
    Background<Boolean, RuntimeException> warmed =
        Background.begin(
            "limbeck-warm-up",
            () -> {
              if (!settings.verbose()) {
                Thread.currentThread().setContextClassLoader(loader);
                boot.warmUp(dialect);
              }
              return true;
            });
    return new Loaded(jars, loader, boot, warmed);
  }

  List<Dialect> dialects() {
    return dialects;
  }

  ManagedClasses managed() {
    return managed;
  }

  HibernateJars jars() {
    return loaded.jars();
  }

  ScannerClassLoader loader() {
    return loaded.loader();
  }

  SchemaBoot boot() {
    return loaded.boot();
  }

  @Override
  public void close() {
    close(loaded, entries);
  }

  private static void close(@Nullable Loaded loaded, List<ClassPathEntry> entries) {
    try {
      if (loaded != null) {
        loaded.warmed().await();
        loaded.loader().close();
      }
    } catch (IOException e) {
      throw new LimbeckException("LMB-117", "The class path cannot be closed: " + e, e);
    } finally {
      entries.forEach(ClassPathEntry::close);
    }
  }
}
