package dev.limbeck.hook;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The hooks of a class path: those that are named, then those that a file {@code
 * META-INF/services/dev.limbeck.hook.AutogenerateHook} of it names.
 *
 * <p>They are loaded beside Limbeck, whose classes come first; files of the class path stay open
 * until this is closed.
 */
public final class HookClasses implements AutoCloseable {
  private final List<String> names;
  private final List<Path> classPath;
  private final URLClassLoader loader;

  /**
   * @param names the names of hook classes
   * @param classPath where they and what they use are
   */
  public HookClasses(List<String> names, List<Path> classPath) {
    this.names = List.copyOf(names);
    this.classPath = List.copyOf(classPath);
    this.loader =
        new URLClassLoader(
            classPath.stream().map(HookClasses::url).toArray(URL[]::new),
            AutogenerateHook.class.getClassLoader());
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new LimbeckException("LMB-106", "Not a path of classes: " + path, e);
    }
  }

  /**
   * Loads and makes them.
   *
   * @throws LimbeckException LMB-290 where one cannot be
   */
  public Hooks load() {
    Map<String, AutogenerateHook> hooks = new LinkedHashMap<>();
    for (String name : names) {
      hooks.put(name, named(name));
    }
    try {
      for (ServiceLoader.Provider<AutogenerateHook> each :
          ServiceLoader.load(AutogenerateHook.class, loader).stream().toList()) {
        String name = each.type().getName();
        if (!hooks.containsKey(name)) {
          hooks.put(name, each.get());
        }
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw unusable(
          "META-INF/services/" + AutogenerateHook.class.getName(),
          String.valueOf(e.getMessage()),
          e);
    }
    return Hooks.of(new ArrayList<>(hooks.values()));
  }

  private AutogenerateHook named(String name) {
    try {
      Class<?> type = Class.forName(name, true, loader);
      Object hook = type.getConstructor().newInstance();
      if (hook instanceof AutogenerateHook known) {
        return known;
      }
      throw unusable(name, "It is no " + AutogenerateHook.class.getName() + ".", null);
    } catch (ClassNotFoundException e) {
      throw unusable(
          name,
          "There is no such class"
              + (classPath.isEmpty()
                  ? ": neither revisions.classpath nor entities.classpath is set."
                  : " on the class path of revisions."),
          e);
    } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
      throw unusable(name, "It has no public constructor without parameters.", e);
    } catch (InvocationTargetException e) {
      throw unusable(name, "Its constructor fails: " + e.getCause(), e);
    } catch (LinkageError e) {
      throw unusable(name, e.toString(), e);
    }
  }

  private static LimbeckException unusable(String name, String why, @Nullable Throwable cause) {
    return new LimbeckException(
        "LMB-290",
        "A hook cannot be loaded.\n  "
            + name
            + "\n  "
            + why.replace("\n", "\n  ")
            + "\n  Compile it, and have it on revisions.classpath (entities.classpath where that is"
            + " not set).",
        cause);
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
