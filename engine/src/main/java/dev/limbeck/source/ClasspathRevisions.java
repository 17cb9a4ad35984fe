package dev.limbeck.source;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Revision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Revisions as compiled classes, as an application carries them: those of packages, or classes that
 * are named one by one. No compiler is needed. Classes are loaded to see their annotation, and
 * initialised when a migration is made.
 *
 * <p>Of a package everything with {@link Revision} takes part, whatever depth it is at; other
 * classes are passed over. A jar without entries for its directories does not show its packages:
 * name the classes.
 */
public final class ClasspathRevisions implements RevisionSource {
  private final ClassLoader loader;
  private final List<String> packages;
  private final List<Class<?>> classes;

  private ClasspathRevisions(
      ClassLoader loader, List<String> packages, List<? extends Class<?>> classes) {
    this.loader = requireNonNull(loader, "loader");
    this.packages = List.copyOf(packages);
    this.classes = List.copyOf(classes);
  }

  /** The revisions of packages, as the thread's class loader sees them. */
  public static ClasspathRevisions inPackage(String... packages) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return inPackages(
        requireNonNullElse(context, ClasspathRevisions.class.getClassLoader()), List.of(packages));
  }

  /** The revisions of packages, as a class loader sees them. */
  public static ClasspathRevisions inPackages(ClassLoader loader, List<String> packages) {
    return new ClasspathRevisions(loader, packages, List.of());
  }

  /** These revisions. */
  @SafeVarargs
  public static ClasspathRevisions of(Class<? extends Migration>... classes) {
    List<Class<? extends Migration>> all = new ArrayList<>();
    for (Class<? extends Migration> type : classes) {
      all.add(type);
    }
    return of(all);
  }

  /** These revisions. */
  public static ClasspathRevisions of(List<? extends Class<? extends Migration>> classes) {
    return new ClasspathRevisions(ClasspathRevisions.class.getClassLoader(), List.of(), classes);
  }

  /**
   * @throws LimbeckException LMB-222 where a class does not load, or was named and is no revision;
   *     LMB-282 where a package has none, since an application would start on an empty database
   */
  @Override
  public List<RevisionHeader> headers() {
    return revisions().stream().map(ClasspathRevisions::header).toList();
  }

  @Override
  public Map<String, Migration> load(Collection<String> ids) {
    return created(MigrationLoading.withIds(ids, revisions(), ClasspathRevisions::header));
  }

  @Override
  public Map<String, Migration> migrations(Collection<RevisionNode> revisions) {
    return created(MigrationLoading.of(revisions, revisions(), ClasspathRevisions::header));
  }

  private static Map<String, Migration> created(List<Class<?>> types) {
    Map<String, Migration> migrations = new LinkedHashMap<>();
    types.forEach(type -> migrations.put(annotation(type).id(), MigrationLoading.create(type)));
    return migrations;
  }

  @Override
  public Map<String, ContentHash> hashes(Collection<RevisionNode> revisions) {
    Map<String, ContentHash> hashes = new HashMap<>();
    for (Class<?> type : MigrationLoading.of(revisions, revisions(), ClasspathRevisions::header)) {
      ContentHash hash = ClassFiles.hash(type);
      if (hash != null) {
        hashes.put(annotation(type).id(), hash);
      }
    }
    return hashes;
  }

  /** True where nothing was named, or no package has a revision. */
  public boolean isEmpty() {
    return classes.isEmpty() && packages.stream().allMatch(each -> inPackage(each).isEmpty());
  }

  private List<Class<?>> inPackage(String name) {
    List<Class<?>> found = new ArrayList<>();
    for (String className : PackageClasses.names(loader, name)) {
      Class<?> type = MigrationLoading.load(className, loader);
      if (type.isAnnotationPresent(Revision.class)) {
        found.add(type);
      }
    }
    return found;
  }

  private List<Class<?>> revisions() {
    Set<Class<?>> found = new LinkedHashSet<>(classes);
    for (String packageName : packages) {
      List<Class<?>> inPackage = inPackage(packageName);
      if (inPackage.isEmpty()) {
        throw new LimbeckException(
            "LMB-282",
            "There is no revision in the package "
                + packageName
                + ".\n  No class of it on the class path has @Revision.\n  Correct its name, or the"
                + " class path; of a jar without entries for its directories, name the classes.");
      }
      found.addAll(inPackage);
    }
    List<Class<?>> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(Class<?>::getSimpleName).thenComparing(Class::getName));
    return sorted;
  }

  private static Revision annotation(Class<?> type) {
    Revision revision = type.getAnnotation(Revision.class);
    if (revision == null) {
      throw new LimbeckException(
          "LMB-222", "The class " + type.getName() + " is no revision: it has no @Revision.");
    }
    return revision;
  }

  private static RevisionHeader header(Class<?> type) {
    Revision revision = annotation(type);
    return new RevisionHeader(
        revision.id(),
        List.of(revision.revises()),
        List.of(revision.dependsOn()),
        List.of(revision.branchLabels()),
        List.of(revision.replaces()),
        revision.created(),
        revision.message(),
        type.getName(),
        "class " + type.getName());
  }
}
