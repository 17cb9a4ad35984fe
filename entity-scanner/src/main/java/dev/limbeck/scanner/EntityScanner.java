package dev.limbeck.scanner;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntityModel.Mapping;
import dev.limbeck.autogenerate.EntityModel.Setting;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.scanner.bridge.BootRequest;
import dev.limbeck.scanner.bridge.BootedSchema;
import dev.limbeck.scanner.discovery.ManagedClasses;
import dev.limbeck.scanner.loading.HibernateJars;
import dev.limbeck.scanner.merge.SchemaMerge;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads JPA entities through Hibernate's boot metadata: without any connection, and in a class
 * loader of its own.
 *
 * <p>Reading loads the user's classes and runs some of their code: naming strategies, converters'
 * constructors, static initialisers.
 *
 * <p>Safe for use by several threads, but the context class loader of the calling thread is another
 * one while it reads.
 */
public final class EntityScanner implements EntitySource {
  private final ScannerSettings settings;

  public EntityScanner(ScannerSettings settings) {
    this.settings = requireNonNull(settings, "settings");
  }

  @Override
  public EntityModel read(List<String> dialectNames) {
    return read(dialectNames, Map.of());
  }

  @Override
  public EntityModel read(List<String> dialectNames, Map<String, Integer> majorVersions) {
    try (PreparedScan prepared = prepare(dialectNames)) {
      return read(prepared, majorVersions);
    }
  }

  /**
   * Does all of a scan that does not depend on the versions of databases.
   *
   * @param dialectNames the dialects, at least one
   */
  public PreparedScan prepare(List<String> dialectNames) {
    return prepare(dialectNames, () -> {});
  }

  /**
   * As {@link #prepare(List)}.
   *
   * @param first run before anything is read that is the user's, on any thread
   */
  public PreparedScan prepare(List<String> dialectNames, Runnable first) {
    if (dialectNames.isEmpty()) {
      throw new IllegalArgumentException("At least one dialect is needed.");
    }
    return PreparedScan.of(
        settings, dialectNames.stream().distinct().map(Dialects::named).toList(), first);
  }

  /** Does the rest of a scan. */
  public EntityModel read(PreparedScan prepared, Map<String, Integer> majorVersions) {
    ManagedClasses managed = prepared.managed();
    UsedSettings used = UsedSettings.of(managed.properties().values());
    List<BootedSchema> schemas = boot(prepared, majorVersions, managed, used);
    return result(prepared.dialects(), managed, prepared.jars(), used, schemas);
  }

  private static List<BootedSchema> boot(
      PreparedScan prepared,
      Map<String, Integer> majorVersions,
      ManagedClasses managed,
      UsedSettings used) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(prepared.loader());
      List<BootedSchema> schemas = new ArrayList<>();
      for (Dialect dialect : prepared.dialects()) {
        schemas.add(
            prepared
                .boot()
                .boot(
                    new BootRequest(
                        dialect.name(),
                        managed.classes(),
                        managed.packages(),
                        managed.mappingFiles(),
                        properties(used, majorVersions.get(dialect.name())),
                        used.springNaming())));
      }
      return schemas;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static SortedMap<String, String> properties(
      UsedSettings used, @Nullable Integer majorVersion) {
    SortedMap<String, String> properties = new TreeMap<>(used.properties());
    if (majorVersion != null) {
      properties.putIfAbsent("jakarta.persistence.database-major-version", majorVersion.toString());
    }
    return properties;
  }

  /** What any of them says; the first one counts where several do. */
  private static <T> SortedMap<String, T> first(
      List<BootedSchema> schemas, Function<BootedSchema, SortedMap<String, T>> part) {
    SortedMap<String, T> all = new TreeMap<>();
    schemas.forEach(schema -> part.apply(schema).forEach(all::putIfAbsent));
    return all;
  }

  private static EntityModel result(
      List<Dialect> dialects,
      ManagedClasses managed,
      HibernateJars jars,
      UsedSettings used,
      List<BootedSchema> schemas) {
    Set<String> skipped = new LinkedHashSet<>(managed.skipped());
    skipped.addAll(used.unused());
    SchemaMerge merge = new SchemaMerge(dialects, schemas);
    Set<String> notes = new LinkedHashSet<>();
    schemas.forEach(schema -> notes.addAll(schema.notes()));
    notes.addAll(merge.notes());
    skipped.addAll(notes);
    List<Setting> inForce = new ArrayList<>();
    inForce.add(new Setting("Hibernate ORM", jars.version(), jars.origin()));
    inForce.addAll(used.inForce(schemas));
    return new EntityModel(
        merge.merged(),
        merge.sqlObjects(),
        new Mapping(
            schemas.get(0).places(),
            first(schemas, BootedSchema::generators),
            first(schemas, BootedSchema::counters),
            schemas.get(0).renamedFrom(),
            jars.version()),
        managed.found(),
        List.copyOf(skipped),
        List.copyOf(notes),
        inForce);
  }
}
