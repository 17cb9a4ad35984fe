package dev.limbeck.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scanner is compiled against one Hibernate and runs with others: each class, method and field
 * that it refers to has to be in all of them, in the same form. What is not belongs in {@code
 * NewerMembers}.
 */
class HibernateLinksTest {
  private static final JavaClasses BOOT =
      new ClassFileImporter()
          .importPath(Path.of("target", "classes", "dev", "limbeck", "scanner", "boot"));

  static List<HibernateLine> lines() {
    return HibernateLine.all();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void what_the_scanner_refers_to_is_in_this_hibernate(HibernateLine line) throws IOException {
    SortedSet<String> lacking = new TreeSet<>();
    try (URLClassLoader loader = line.loader()) {
      for (JavaClass type : BOOT) {
        lacking.addAll(lackingClasses(type, loader));
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          AccessTarget target = access.getTarget();
          Class<?> owner = load(target.getOwner(), loader);
          if (owner != null && !has(owner, target)) {
            lacking.add(target.getFullName() + " of " + access.getDescription());
          }
        }
      }
    }
    assertThat(BOOT).isNotEmpty();
    assertThat(lacking).isEmpty();
  }

  private static List<String> lackingClasses(JavaClass type, ClassLoader loader) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(HibernateLinksTest::isHibernates)
        .filter(target -> load(target, loader) == null)
        .map(target -> target.getName() + " of " + type.getName())
        .toList();
  }

  private static boolean isHibernates(JavaClass type) {
    return type.getName().startsWith("org.hibernate.");
  }

  /** The class in the line's loader; null where it is not Hibernate's or not there. */
  private static @Nullable Class<?> load(JavaClass type, ClassLoader loader) {
    if (!isHibernates(type)) {
      return null;
    }
    try {
      return Class.forName(type.getName(), false, loader);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static boolean has(Class<?> owner, AccessTarget target) {
    if (target instanceof AccessTarget.FieldAccessTarget field) {
      return supertypes(owner)
          .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
          .anyMatch(
              each ->
                  each.getName().equals(field.getName())
                      && each.getType().getName().equals(field.getRawType().getName()));
    }
    AccessTarget.CodeUnitAccessTarget unit = (AccessTarget.CodeUnitAccessTarget) target;
    List<String> parameters = unit.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    if (unit.getName().equals("<init>")) {
      return Arrays.stream(owner.getDeclaredConstructors())
          .anyMatch(each -> names(each.getParameterTypes()).equals(parameters));
    }
    String returned = unit.getRawReturnType().getName();
    return supertypes(owner)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .anyMatch(each -> is(each, unit.getName(), parameters, returned));
  }

  private static boolean is(Method method, String name, List<String> parameters, String returned) {
    return method.getName().equals(name)
        && names(method.getParameterTypes()).equals(parameters)
        && method.getReturnType().getName().equals(returned);
  }

  /** A class, what it extends and implements, and, as for an interface, {@code Object}. */
  private static Stream<Class<?>> supertypes(@Nullable Class<?> type) {
    return type == null
        ? Stream.of()
        : Stream.of(
                Stream.<Class<?>>of(type, Object.class),
                supertypes(type.getSuperclass()),
                Arrays.stream(type.getInterfaces()).flatMap(HibernateLinksTest::supertypes))
            .flatMap(types -> types);
  }

  private static List<String> names(Class<?>[] types) {
    return Arrays.stream(types).map(Class::getName).toList();
  }
}
