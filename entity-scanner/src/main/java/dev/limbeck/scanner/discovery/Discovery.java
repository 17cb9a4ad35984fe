package dev.limbeck.scanner.discovery;

import static java.util.stream.Collectors.joining;

import dev.limbeck.LimbeckException;
import dev.limbeck.scanner.ScannerSettings;
import dev.limbeck.scanner.discovery.ManagedClass.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides which classes and mapping files of a class path take part.
 *
 * <p>The unit of a {@code persistence.xml} takes its listed classes and, unless it excludes them,
 * the annotated classes beside it: those of its jar, or where it lies in a directory, those of all
 * directories of the class path, since build tools put resources and classes in different ones.
 */
public final class Discovery {
  private static final String ORM_XML = "META-INF/orm.xml";
  private static final String HIBERNATE = "org.hibernate.";

  private final ScannerSettings settings;
  private final List<ClassPathEntry> entries;
  private final Map<Path, ClassIndex> indexes = new TreeMap<>();
  private final Map<String, ManagedClass> managed = new TreeMap<>();
  private final Set<String> mappingFiles = new LinkedHashSet<>();
  private final Set<String> notTaken = new TreeSet<>();
  private final FoundSettings found;

  private Discovery(ScannerSettings settings, List<ClassPathEntry> entries) {
    this.settings = settings;
    this.entries = entries;
    this.found = new FoundSettings(entries);
  }

  /**
   * Looks through the class path of the settings.
   *
   * @throws LimbeckException LMB-110 where nothing is found, LMB-115 where the unit of {@code
   *     persistence.xml} is not clear, LMB-117 where the class path cannot be read, LMB-120 where a
   *     mapping file is not there
   */
  public static ManagedClasses of(ScannerSettings settings, List<ClassPathEntry> entries) {
    return new Discovery(settings, entries).discover();
  }

  private ManagedClasses discover() {
    PersistenceUnit unit = unit();
    if (unit != null) {
      found.add(unit);
      takeUnit(unit);
    }
    if (!settings.classes().isEmpty()) {
      settings.classes().forEach(this::takeListed);
    } else if (unit == null
        && (settings.mappingFiles().isEmpty() || !settings.packages().isEmpty())) {
      entries.forEach(this::takeIndexed);
    }
    takeOrmXml(unit);
    mappingFiles.addAll(settings.mappingFiles());
    checkMappingFiles();
    if (managed.isEmpty() && mappingFiles.isEmpty()) {
      throw nothingFound();
    }
    return result(unit);
  }

  private @Nullable PersistenceUnit unit() {
    boolean named = settings.persistenceUnit() != null;
    if (!named && !(settings.classes().isEmpty() && settings.packages().isEmpty())) {
      return null;
    }
    List<PersistenceUnit> units = new ArrayList<>();
    for (ClassPathEntry entry : entries) {
      Path file = entry.resource("META-INF/persistence.xml");
      if (file != null) {
        units.addAll(PersistenceXml.read(file, entry.location()));
      }
    }
    if (named) {
      return units.stream()
          .filter(unit -> unit.name().equals(settings.persistenceUnit()))
          .findFirst()
          .orElseThrow(
              () ->
                  new LimbeckException(
                      "LMB-115",
                      "No persistence.xml has a unit "
                          + settings.persistenceUnit()
                          + ".\n  "
                          + (units.isEmpty()
                              ? "There is no META-INF/persistence.xml on the class path."
                              : "Units are: " + names(units) + ".")));
    }
    if (units.size() > 1) {
      throw new LimbeckException(
          "LMB-115",
          "Several persistence units are on the class path: "
              + names(units)
              + ".\n  Name the one to read, or the packages or classes of the entities.");
    }
    return units.isEmpty() ? hibernateCfg() : units.get(0);
  }

  /** Hibernate's own file, where it maps something; its properties count in any case. */
  private @Nullable PersistenceUnit hibernateCfg() {
    for (ClassPathEntry entry : entries) {
      Path file = entry.resource(HibernateCfgXml.FILE);
      if (file != null) {
        PersistenceUnit unit = HibernateCfgXml.read(file, entry.location());
        if (!unit.classes().isEmpty() || !unit.mappingFiles().isEmpty()) {
          return unit;
        }
        found.add(unit);
        return null;
      }
    }
    return null;
  }

  private static String names(List<PersistenceUnit> units) {
    return units.stream()
        .map(unit -> unit.name() + " (" + unit.location() + ")")
        .collect(joining(", "));
  }

  private void takeUnit(PersistenceUnit unit) {
    mappingFiles.addAll(unit.mappingFiles());
    unit.classes().forEach(this::takeListed);
    for (String jarFile : unit.jarFiles()) {
      Path path = Path.of(jarFile).getFileName();
      List<ClassPathEntry> named =
          entries.stream().filter(entry -> entry.location().getFileName().equals(path)).toList();
      if (named.isEmpty()) {
        notTaken.add(jarFile + ": persistence.xml names it, but it is not on the class path");
      }
      named.forEach(this::takeIndexed);
    }
    if (unit.excludesUnlisted()) {
      return;
    }
    for (ClassPathEntry entry : entries) {
      boolean isUnits = entry.location().equals(unit.location());
      boolean besideIt = !entry.isJar() && Files.isDirectory(unit.location());
      if (isUnits || besideIt) {
        takeIndexed(entry);
      }
    }
  }

  private void takeIndexed(ClassPathEntry entry) {
    for (ManagedClass each : index(entry).classes()) {
      if (!inPackages(each.name())) {
        notTaken.add(each.name() + ": not in the packages " + settings.packages());
      } else if (entry.isJar() && each.name().startsWith(HIBERNATE) && !namesHibernates()) {
        notTaken.add(each.name() + ": Hibernate brings it in itself where it is needed");
      } else {
        managed.putIfAbsent(each.name(), each);
      }
    }
  }

  /**
   * Whether classes in Hibernate's packages are asked for. Not asked for, those of a jar are taken
   * for Hibernate's own converters and revision entities; those of a directory are an example's.
   */
  private boolean namesHibernates() {
    return settings.packages().stream().anyMatch(each -> (each + ".").startsWith(HIBERNATE));
  }

  private void takeListed(String name) {
    for (ClassPathEntry entry : entries) {
      if (entry.resource(name.replace('.', '/') + ".class") != null) {
        ManagedClass marked = index(entry).byName().get(name);
        Role role = marked == null ? Role.LISTED : marked.role();
        managed.put(name, new ManagedClass(name, role, entry.location()));
        takePackageOf(name, entry);
        return;
      }
    }
    throw new LimbeckException(
        "LMB-111",
        "The class "
            + name
            + " is to be read, but is not on the class path.\n  Looked for in "
            + entries.stream().map(entry -> entry.location().toString()).collect(joining(", "))
            + ".");
  }

  private void takePackageOf(String className, ClassPathEntry entry) {
    String packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
    ManagedClass marked = index(entry).packageOf(packageName);
    if (marked != null) {
      managed.putIfAbsent(packageName, marked);
    }
  }

  /** Takes the file of the standard name: that beside a unit, or where no file is named, any. */
  private void takeOrmXml(@Nullable PersistenceUnit unit) {
    boolean named = unit != null && !unit.mappingFiles().isEmpty();
    if (entries.stream()
        .filter(entry -> !named || entry.location().equals(unit.location()))
        .anyMatch(entry -> entry.resource(ORM_XML) != null)) {
      mappingFiles.add(ORM_XML);
    }
  }

  private void checkMappingFiles() {
    List<String> missing =
        mappingFiles.stream()
            .filter(file -> entries.stream().allMatch(entry -> entry.resource(file) == null))
            .toList();
    if (!missing.isEmpty()) {
      throw new LimbeckException(
          "LMB-120",
          "Mapping files are not on the class path: "
              + String.join(", ", missing)
              + ".\n  They are named by persistence.xml, hibernate.cfg.xml or entities.mapping-files, and"
              + " looked for in "
              + entries.stream().map(entry -> entry.location().toString()).collect(joining(", "))
              + ".");
    }
  }

  private ClassIndex index(ClassPathEntry entry) {
    return indexes.computeIfAbsent(entry.location(), location -> ClassIndex.of(entry));
  }

  private boolean inPackages(String name) {
    return settings.packages().isEmpty()
        || settings.packages().stream()
            .anyMatch(each -> name.equals(each) || name.startsWith(each + "."));
  }

  private LimbeckException nothingFound() {
    StringBuilder message =
        new StringBuilder("No entity is on the class path.\n  Looked through ")
            .append(
                entries.isEmpty()
                    ? "an empty class path"
                    : entries.stream()
                        .map(entry -> entry.location().toString())
                        .collect(joining(", ")));
    if (!settings.packages().isEmpty()) {
      message.append(" for the packages ").append(String.join(", ", settings.packages()));
    }
    message.append(".\n  Compile the project first, or correct the class path.");
    skipped().forEach(line -> message.append("\n  ").append(line));
    return new LimbeckException("LMB-110", message.toString());
  }

  private ManagedClasses result(@Nullable PersistenceUnit unit) {
    List<String> lines = new ArrayList<>();
    if (unit != null) {
      lines.add(
          (unit.name().equals(HibernateCfgXml.FILE) ? "" : "persistence unit ")
              + unit.name()
              + " of "
              + unit.location());
    }
    mappingFiles.forEach(file -> lines.add("mapping file " + file));
    List<String> classes = new ArrayList<>();
    List<String> packages = new ArrayList<>();
    for (ManagedClass each : managed.values()) {
      lines.add(each.role() + " " + each.name() + " of " + each.location());
      (each.role() == Role.PACKAGE ? packages : classes).add(each.name());
    }
    List<String> skipped = new ArrayList<>(skipped());
    skipped.addAll(StaleClasses.warnings(managed.values(), settings.sources(), entries));
    return new ManagedClasses(
        classes,
        packages,
        List.copyOf(mappingFiles),
        found.merged(settings.properties(), settings.propertiesOrigin()),
        lines,
        skipped);
  }

  private List<String> skipped() {
    Set<String> lines = new TreeSet<>(notTaken);
    indexes.values().forEach(index -> lines.addAll(index.skipped()));
    return List.copyOf(lines);
  }
}
