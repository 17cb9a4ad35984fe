package dev.limbeck.dialect;

import dev.limbeck.LimbeckException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The dialects on the class path. */
public final class Dialects {
  private Dialects() {}

  /** All dialects, in the order of their names. */
  public static List<Dialect> all() {
    return ServiceLoader.load(Dialect.class, Dialects.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(java.util.Comparator.comparing(Dialect::name))
        .toList();
  }

  /**
   * The dialect of a name.
   *
   * @throws LimbeckException LMB-101 where there is none
   */
  public static Dialect named(String name) {
    List<Dialect> all = all();
    return all.stream()
        .filter(dialect -> dialect.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new LimbeckException(
                    "LMB-101",
                    "There is no dialect " + name + ".\n  Known are: " + names(all) + "."));
  }

  /**
   * The dialect that a JDBC URL leads to.
   *
   * @throws LimbeckException LMB-101 where there is none
   */
  public static Dialect ofUrl(String jdbcUrl) {
    List<Dialect> all = all();
    return all.stream()
        .filter(dialect -> jdbcUrl.startsWith(dialect.jdbcPrefix()))
        .findFirst()
        .orElseThrow(
            () ->
                new LimbeckException(
                    "LMB-101",
                    "No dialect knows a database whose URL begins with "
                        + beginning(jdbcUrl)
                        + "\n  Known are: "
                        + names(all)
                        + "."));
  }

  /** What of a URL can hold no secret. */
  private static String beginning(String url) {
    int second = url.indexOf(':', url.indexOf(':') + 1);
    return second < 0 ? url.substring(0, Math.min(10, url.length())) : url.substring(0, second + 1);
  }

  private static String names(List<Dialect> all) {
    return all.stream().map(Dialect::name).collect(Collectors.joining(", "));
  }
}
