package dev.limbeck.scanner.boot;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads managed classes, and says which do not load and why. */
final class LoadedClasses {
  private LoadedClasses() {}

  /**
   * Loads the classes.
   *
   * @throws LimbeckException LMB-112 where a class is for a newer Java, LMB-111 where one does not
   *     load otherwise; all such classes are named
   */
  static List<Class<?>> load(List<String> names, ClassLoader loader) {
    List<Class<?>> classes = new ArrayList<>();
    try {
      for (String name : names) {
        classes.add(Class.forName(name, false, loader));
      }
    } catch (ClassNotFoundException | LinkageError e) {
      // All are named that do not load, and all whose members do not.
      each(names, name -> resolve(Class.forName(name, false, loader)));
    }
    return classes;
  }

  /**
   * Resolves the types of all members, which Hibernate would stumble over less plainly.
   *
   * @throws LimbeckException as {@link #load}
   */
  static void resolve(List<Class<?>> classes) {
    Map<String, Class<?>> byName = new LinkedHashMap<>();
    classes.forEach(type -> byName.put(type.getName(), type));
    each(
        byName.keySet(),
        name -> {
          resolve(requireNonNull(byName.get(name), name));
        });
  }

  private static void resolve(Class<?> type) {
    type.getDeclaredFields();
    type.getDeclaredMethods();
  }

  /** What is done with a class of a name. */
  @FunctionalInterface
  private interface Step {
    void with(String name) throws ClassNotFoundException;
  }

  private static void each(Collection<String> names, Step step) {
    List<String> newer = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (String name : names) {
      try {
        step.with(name);
      } catch (UnsupportedClassVersionError e) {
        newer.add(name + ": " + e.getMessage());
      } catch (ClassNotFoundException | LinkageError e) {
        refused.add(name + ": " + reason(e));
      }
    }
    if (!newer.isEmpty()) {
      throw newer(String.join("\n  ", newer));
    }
    if (!refused.isEmpty()) {
      throw refused(String.join("\n  ", refused));
    }
  }

  /** The error for a class that did not load while Hibernate looked at it. */
  static LimbeckException refused(LinkageError error) {
    return error instanceof UnsupportedClassVersionError
        ? newer(String.valueOf(error.getMessage()))
        : refused(reason(error));
  }

  private static LimbeckException newer(String lines) {
    return new LimbeckException(
        "LMB-112",
        "Classes are compiled for a newer Java than this one, which is "
            + Runtime.version().feature()
            + ".\n  "
            + lines
            + "\n  Run Limbeck with the Java that the classes were compiled for.");
  }

  private static LimbeckException refused(String lines) {
    return new LimbeckException(
        "LMB-111",
        "Classes do not load.\n  "
            + lines
            + "\n  Add what is missing to the class path; the entities are read with the class"
            + " path of the application.");
  }

  private static String reason(Throwable error) {
    String missing = error.getMessage();
    return error instanceof NoClassDefFoundError && missing != null
        ? "the class " + missing.replace('/', '.') + " is missing"
        : String.valueOf(error);
  }
}
