package dev.limbeck.source;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /** What is meant by these ids: of several revisions of an id the one that replaces most. */
  static <T> List<T> withIds(
      Collection<String> ids, List<T> all, Function<T, RevisionHeader> headerOf) {
    Map<String, T> byId = new HashMap<>();
    for (T each : all) {
      byId.merge(
          headerOf.apply(each).id(),
          each,
          (one, other) ->
              headerOf.apply(other).replaces().size() > headerOf.apply(one).replaces().size()
                  ? other
                  : one);
    }
    requireKnown(ids, byId.keySet());
    return ids.stream().distinct().map(byId::get).toList();
  }

  /** What is meant by these revisions. */
  static <T> List<T> of(
      Collection<RevisionNode> revisions, List<T> all, Function<T, RevisionHeader> headerOf) {
    Map<String, List<T>> byId =
        all.stream().collect(Collectors.groupingBy(each -> headerOf.apply(each).id()));
    List<T> found = new ArrayList<>();
    for (RevisionNode revision : revisions) {
      byId.getOrDefault(revision.id(), List.of()).stream()
          .filter(each -> headerOf.apply(each).isOf(revision))
          .findFirst()
          .ifPresentOrElse(found::add, () -> requireKnown(List.of(revision.id()), Set.of()));
    }
    return found;
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
