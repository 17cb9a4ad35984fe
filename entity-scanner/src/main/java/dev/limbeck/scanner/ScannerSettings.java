package dev.limbeck.scanner;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where entities are found and how Hibernate is set up to read them. Immutable.
 *
 * <p>Where classes or packages are named, those are read. Else a {@code META-INF/persistence.xml}
 * on the class path says what is read, where there is one. Else all annotated classes of the class
 * path are.
 */
public final class ScannerSettings {
  private final List<Path> classPath;
  private final List<String> packages;
  private final List<String> classes;
  private final List<String> mappingFiles;
  private final @Nullable String persistenceUnit;
  private final SortedMap<String, String> properties;
  private final String propertiesOrigin;
  private final List<Path> bundledHibernate;
  private final List<Path> communityDialects;
  private final List<Path> sources;
  private final boolean verbose;

  private ScannerSettings(Builder builder) {
    this.classPath = List.copyOf(builder.classPath);
    this.packages = List.copyOf(builder.packages);
    this.classes = List.copyOf(builder.classes);
    this.mappingFiles = List.copyOf(builder.mappingFiles);
    this.persistenceUnit = builder.persistenceUnit;
    this.properties = Collections.unmodifiableSortedMap(new TreeMap<>(builder.properties));
    this.propertiesOrigin = builder.propertiesOrigin;
    this.bundledHibernate = List.copyOf(builder.bundledHibernate);
    this.communityDialects = List.copyOf(builder.communityDialects);
    this.sources = List.copyOf(builder.sources);
    this.verbose = builder.verbose;
  }

  /** Settings with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The class directories and jars of the user, in order. */
  public List<Path> classPath() {
    return classPath;
  }

  /** The packages whose classes take part, with those below them; empty for all. */
  public List<String> packages() {
    return packages;
  }

  /** The only classes that take part; empty for all that are found. */
  public List<String> classes() {
    return classes;
  }

  /** Mapping files that take part beside the others, as resources of the class path. */
  public List<String> mappingFiles() {
    return mappingFiles;
  }

  /** The unit of {@code persistence.xml} to read, or null where none is named. */
  public @Nullable String persistenceUnit() {
    return persistenceUnit;
  }

  /** Properties for Hibernate; they win over those of {@code persistence.xml}. */
  public SortedMap<String, String> properties() {
    return properties;
  }

  /** What {@link #properties} came from, as reports name it. */
  public String propertiesOrigin() {
    return propertiesOrigin;
  }

  /**
   * The jars of the Hibernate to use where the class path has none; empty for the one that this
   * class itself could load.
   */
  public List<Path> bundledHibernate() {
    return bundledHibernate;
  }

  /**
   * Jars with Hibernate's community dialects for other lines of Hibernate than the bundled one:
   * that of its line is added to a Hibernate of the class path that comes without.
   */
  public List<Path> communityDialects() {
    return communityDialects;
  }

  /** Directories with the sources of the entities, to tell which classes are out of date. */
  public List<Path> sources() {
    return sources;
  }

  /** True where Hibernate's log goes to {@link System.Logger}; else nobody sees it. */
  public boolean verbose() {
    return verbose;
  }

  /** Collects settings. Not safe for use by several threads. */
  public static final class Builder {
    private final List<Path> classPath = new ArrayList<>();
    private final List<String> packages = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private final List<String> mappingFiles = new ArrayList<>();
    private @Nullable String persistenceUnit;
    private final SortedMap<String, String> properties = new TreeMap<>();
    private String propertiesOrigin = "limbeck.properties";
    private final List<Path> bundledHibernate = new ArrayList<>();
    private final List<Path> communityDialects = new ArrayList<>();
    private final List<Path> sources = new ArrayList<>();
    private boolean verbose;

    private Builder() {}

    /** Adds class directories and jars. */
    public Builder classPath(Collection<Path> entries) {
      classPath.addAll(entries);
      return this;
    }

    /** Adds class directories and jars. */
    public Builder classPath(Path... entries) {
      return classPath(List.of(entries));
    }

    /** Adds packages whose classes take part. */
    public Builder packages(Collection<String> names) {
      packages.addAll(names);
      return this;
    }

    /** Adds classes that take part, by their binary names. */
    public Builder classes(Collection<String> names) {
      classes.addAll(names);
      return this;
    }

    /** Adds mapping files, {@code orm.xml} or {@code hbm.xml}, as resources of the class path. */
    public Builder mappingFiles(Collection<String> resources) {
      mappingFiles.addAll(resources);
      return this;
    }

    /** Names the unit of {@code persistence.xml} to read; null for the only one. */
    public Builder persistenceUnit(@Nullable String name) {
      persistenceUnit = name;
      return this;
    }

    /** Sets a property of Hibernate or Jakarta Persistence. */
    public Builder property(String name, String value) {
      properties.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
      return this;
    }

    /** Sets properties of Hibernate or Jakarta Persistence. */
    public Builder properties(Map<String, String> all) {
      all.forEach(this::property);
      return this;
    }

    /** Says what the properties came from, for reports. */
    public Builder propertiesOrigin(String origin) {
      propertiesOrigin = requireNonNull(origin, "origin");
      return this;
    }

    /** Adds the jars of the bundled Hibernate. */
    public Builder bundledHibernate(Collection<Path> jars) {
      bundledHibernate.addAll(jars);
      return this;
    }

    /** Adds jars with community dialects for other lines of Hibernate than the bundled one. */
    public Builder communityDialects(Collection<Path> jars) {
      communityDialects.addAll(jars);
      return this;
    }

    /** Adds directories with the sources of the entities. */
    public Builder sources(Collection<Path> directories) {
      sources.addAll(directories);
      return this;
    }

    /** Says whether Hibernate's log is of interest. */
    public Builder verbose(boolean value) {
      verbose = value;
      return this;
    }

    public ScannerSettings build() {
      return new ScannerSettings(this);
    }
  }
}
