package dev.limbeck.source;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.Migration;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes migrations of classes; what stands in the way is an error that names the class. */
final class MigrationLoading {
  private MigrationLoading() {}

  /** The class of a name, which is not initialised. */
  static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw failed(name, "it is not on the class path", e);
    } catch (UnsupportedClassVersionError e) {
      throw failed(
          name,
          "it was compiled for a newer Java than this one, which is " + Runtime.version().feature(),
          e);
    } catch (NoClassDefFoundError e) {
      throw failed(name, "a class that it needs is missing: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw failed(name, String.valueOf(e.getMessage()), e);
    }
  }

  static Migration create(Class<?> type) {
    if (!Migration.class.isAssignableFrom(type)) {
      throw failed(
          type.getName(), "it has @Revision, but is not a " + Migration.class.getName(), null);
    }
    try {
      return (Migration) type.getDeclaredConstructor().newInstance();
    } catch (NoSuchMethodException e) {
      throw failed(type.getName(), "it has no constructor without parameters", e);
    } catch (InvocationTargetException e) {
      throw failed(type.getName(), "its constructor failed: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw failed(type.getName(), "it and its constructor have to be public", e);
    } catch (LinkageError e) {
      throw failed(type.getName(), String.valueOf(e), e);
    }
  }

  private static LimbeckException failed(
      String className, String reason, @Nullable Throwable cause) {
    return new LimbeckException(
        "LMB-222", "The class " + className + " cannot be loaded as a revision: " + reason, cause);
  }

  /**
   * @throws LimbeckException LMB-209 where an id is asked for that there is not
   */
  static void requireKnown(Collection<String> asked, Set<String> known) {
    for (String id : asked) {
      if (!known.contains(id)) {
        throw new LimbeckException("LMB-209", "There is no class of the revision " + id + ".");
      }
    }
  }
}
