package dev.limbeck.scanner.discovery;

import dev.limbeck.LimbeckException;
import dev.limbeck.scanner.discovery.ManagedClass.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a directory or jar that persistence annotations mark.
 *
 * <p>Only class files that mention such an annotation are indexed, so that a class path of many
 * libraries is read fast.
 *
 * @param byName the managed classes by their binary names, packages by that of their {@code
 *     package-info}
 * @param skipped what was passed over, and why
 */
record ClassIndex(SortedMap<String, ManagedClass> byName, List<String> skipped) {
  private static final String PACKAGE_INFO = "package-info";
  private static final byte[] JAKARTA =
      "Ljakarta/persistence/".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] HIBERNATE =
      "Lorg/hibernate/annotations/".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] JAVAX =
      "Ljavax/persistence/Entity;".getBytes(StandardCharsets.ISO_8859_1);

  private static final Map<DotName, Role> ROLES = new LinkedHashMap<>();

  static {
    ROLES.put(DotName.createSimple("jakarta.persistence.Entity"), Role.ENTITY);
    ROLES.put(DotName.createSimple("jakarta.persistence.Embeddable"), Role.EMBEDDABLE);
    ROLES.put(DotName.createSimple("jakarta.persistence.MappedSuperclass"), Role.MAPPED_SUPERCLASS);
    ROLES.put(DotName.createSimple("jakarta.persistence.Converter"), Role.CONVERTER);
  }

  ClassIndex {
    byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    skipped = List.copyOf(skipped);
  }

  /** The managed classes, in the order of their names. */
  Collection<ManagedClass> classes() {
    return byName.values();
  }

  /** The package of a name, where it is marked; or null. */
  @Nullable ManagedClass packageOf(String name) {
    return byName.get(name.isEmpty() ? PACKAGE_INFO : name + "." + PACKAGE_INFO);
  }

  /** Reads a directory or jar. */
  static ClassIndex of(ClassPathEntry entry) {
    Indexer indexer = new Indexer();
    List<String> skipped = new ArrayList<>();
    try {
      for (Path file : entry.classFiles()) {
        byte[] bytes = Files.readAllBytes(file);
        if (contains(bytes, JAKARTA) || contains(bytes, HIBERNATE)) {
          indexer.index(new ByteArrayInputStream(bytes));
        } else if (contains(bytes, JAVAX)) {
          skipped.add(
              file
                  + " is an entity of javax.persistence, which Hibernate knows no more: use"
                  + " jakarta.persistence");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new LimbeckException("LMB-117", entry.location() + " cannot be read: " + e, e);
    }
    return new ClassIndex(managed(indexer.complete(), entry.location()), skipped);
  }

  private static SortedMap<String, ManagedClass> managed(Index index, Path location) {
    SortedMap<String, ManagedClass> managed = new TreeMap<>();
    ROLES.forEach(
        (annotation, role) -> {
          for (AnnotationInstance instance : index.getAnnotations(annotation)) {
            String name = instance.target().asClass().name().toString();
            managed.putIfAbsent(name, new ManagedClass(name, role, location));
          }
        });
    for (ClassInfo info : index.getKnownClasses()) {
      if (info.name().withoutPackagePrefix().equals(PACKAGE_INFO)
          && !info.declaredAnnotations().isEmpty()) {
        String name = info.name().packagePrefix();
        managed.put(info.name().toString(), new ManagedClass(name, Role.PACKAGE, location));
      }
    }
    return managed;
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    int last = bytes.length - part.length;
    for (int i = 0; i <= last; i++) {
      int at = 0;
      while (at < part.length && bytes[i + at] == part[at]) {
        at++;
      }
      if (at == part.length) {
        return true;
      }
    }
    return false;
  }
}
