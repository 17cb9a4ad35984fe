package dev.limbeck.cli;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.config.LimbeckProperties;
import dev.limbeck.scanner.cache.CachedEntities;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entities of a project, with warnings of those that are older than their sources. */
final class ProjectEntities implements EntitySource, AutoCloseable {
  private final Supplier<LimbeckProperties> properties;
  private final GlobalOptions options;
  private final Console console;
  private @Nullable CachedEntities cached;

  /**
   * @param properties the settings, asked for when somebody wants entities
   */
  ProjectEntities(Supplier<LimbeckProperties> properties, GlobalOptions options, Console console) {
    this.properties = properties;
    this.options = options;
    this.console = console;
  }

  /** Takes over what was begun to be read; null is nothing. */
  void take(@Nullable CachedEntities begun) {
    cached = begun;
  }

  /**
   * Begins to read them as far as no database has a say, beside whatever else is done. What is
   * wrong with the settings is said by whoever reads them.
   */
  void readAhead(List<String> dialects) {
    try {
      CachedEntities known =
          Entities.areConfigured(properties.get()) && !dialects.isEmpty() ? cached() : null;
      if (known != null) {
        known.begin(dialects);
      }
    } catch (LimbeckException e) {
      cached = null;
    }
  }

  @Override
  public EntityModel read(List<String> dialects) {
    return read(dialects, Map.of());
  }

  @Override
  public EntityModel read(List<String> dialects, Map<String, Integer> majorVersions) {
    return warned(source(false).read(dialects, majorVersions));
  }

  /** As {@link #read(List)}, whatever is kept of an earlier scan. */
  EntityModel scanned(List<String> dialects) {
    return warned(source(true).read(dialects));
  }

  private EntitySource source(boolean fresh) {
    CachedEntities known = cached();
    return known == null
        ? Entities.scanner(properties.get(), options.verbose)
        : fresh ? known.scanning() : known;
  }

  private @Nullable CachedEntities cached() {
    if (cached == null) {
      cached = Entities.cached(properties.get(), options.verbose);
    }
    return cached;
  }

  private EntityModel warned(EntityModel model) {
    model.skipped().stream()
        .filter(line -> line.startsWith(Entities.WARNING))
        .forEach(line -> console.warning(line.substring(Entities.WARNING.length())));
    return model;
  }

  @Override
  public void close() {
    if (cached != null) {
      cached.close();
    }
  }
}
