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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
      Set<Path> paths = new LinkedHashSet<>(settings.classPath());
      if (!paths.stream().allMatch(Files::isDirectory)) {
        first.run(); // An open jar is read as it was when it was opened.
      }
      for (Path path : paths) {
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
    SchemaBoot boot = boot(loader);
    String dialect = dialects.get(0).name();
    // A Hibernate that lacks something is to say so to the boot that matters: a class says only
    // once
    // why it cannot be initialised. And its log is to tell of that boot only.
    boolean warms = jars.isBundled() && !settings.verbose();
    Background<Boolean, RuntimeException> warmed =
        Background.begin(
            "limbeck-warm-up",
            () -> {
              if (warms) {
                Thread.currentThread().setContextClassLoader(loader);
                boot.warmUp(dialect);
              }
              return warms;
            });
    return new Loaded(jars, loader, boot, warmed);
  }

  private static SchemaBoot boot(ScannerClassLoader loader) {
    boolean booted = false;
    try {
      SchemaBoot boot = loader.schemaBoot();
      booted = true;
      return boot;
    } finally {
      if (!booted) {
        close(loader);
      }
    }
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
        close(loaded.loader());
      }
    } finally {
      entries.forEach(ClassPathEntry::close);
    }
  }

  private static void close(ScannerClassLoader loader) {
    try {
      loader.close();
    } catch (IOException e) {
      throw new LimbeckException("LMB-117", "The class path cannot be closed: " + e, e);
    }
  }
}
