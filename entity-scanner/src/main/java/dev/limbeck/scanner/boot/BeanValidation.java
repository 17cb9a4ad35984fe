package dev.limbeck.scanner.boot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.internal.ClassLoaderAccessImpl;
import org.hibernate.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Applies Bean Validation's constraints to columns, as Hibernate does where a provider is on the
 * class path: {@code @NotNull} makes a column not null, {@code @Size} limits its length.
 *
 * <p>Hibernate does it while it builds a session factory, which the scanner never does; its own
 * code is called by reflection, since it is not public and Jakarta Validation may not be there.
 */
final class BeanValidation {
  private static final List<String> ACTIVATORS =
      List.of(
          "org.hibernate.boot.beanvalidation.TypeSafeActivator",
          "org.hibernate.cfg.beanvalidation.TypeSafeActivator");

  private BeanValidation() {}

  /** Applies the constraints; a note says where that was not possible. */
  static void apply(Metadata metadata, Map<String, String> properties, List<String> notes) {
    ClassLoader loader = BeanValidation.class.getClassLoader();
    Class<?> validation = load("jakarta.validation.Validation", loader);
    if (validation == null || !isWanted(properties)) {
      return;
    }
    try {
      Object factory = validation.getMethod("buildDefaultValidatorFactory").invoke(null);
      try {
        applyMethod(loader)
            .invoke(
                null,
                factory,
                metadata.getEntityBindings(),
                new TreeMap<String, Object>(properties),
                metadata.getDatabase().getDialect(),
                new ClassLoaderAccessImpl(null, new ScannedClasses(true)));
      } finally {
        factory.getClass().getMethod("close").invoke(factory);
      }
    } catch (InvocationTargetException e) {
      notes.add(
          "Bean Validation's constraints: no column is made of them, since "
              + e.getTargetException());
    } catch (ReflectiveOperationException e) {
      notes.add("Bean Validation's constraints: no column is made of them, since " + e);
    }
  }

  private static boolean isWanted(Map<String, String> properties) {
    if ("false".equals(properties.get("hibernate.validator.apply_to_ddl"))) {
      return false;
    }
    String mode = properties.getOrDefault("jakarta.persistence.validation.mode", "auto");
    Set<String> modes = new TreeSet<>();
    for (String each : mode.split(",")) {
      modes.add(each.strip().toLowerCase(Locale.ROOT));
    }
    return modes.contains("auto") || modes.contains("ddl");
  }

  private static Method applyMethod(ClassLoader loader) throws NoSuchMethodException {
    for (String name : ACTIVATORS) {
      Class<?> activator = load(name, loader);
      if (activator != null) {
        Method method =
            Arrays.stream(activator.getDeclaredMethods())
                .filter(each -> each.getName().equals("applyRelationalConstraints"))
                .filter(each -> each.getParameterCount() == 5)
                .filter(each -> each.getParameterTypes()[1] == Collection.class)
                .filter(each -> each.getParameterTypes()[3] == Dialect.class)
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(name));
        method.setAccessible(true);
        return method;
      }
    }
    throw new NoSuchMethodException("TypeSafeActivator.applyRelationalConstraints");
  }

  private static @Nullable Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
