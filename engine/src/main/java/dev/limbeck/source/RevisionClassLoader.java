package dev.limbeck.source;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;

/**
 * Loads compiled revisions from memory, before a class of the same name on the class path, which
 * may be older.
 */
final class RevisionClassLoader extends URLClassLoader {
  private final Map<String, byte[]> classes;

  static {
    registerAsParallelCapable();
  }

  RevisionClassLoader(Map<String, byte[]> classes, URL[] classPath, ClassLoader parent) {
    super(classPath, parent);
    this.classes = Map.copyOf(classes);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
    }
  }
}
