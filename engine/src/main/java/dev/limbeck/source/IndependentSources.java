package dev.limbeck.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sources that can be compiled in two runs of the compiler, side by side, as well as in one. */
final class IndependentSources {
  /** Below this one run is done before a second one is worth its beginning. */
  private static final int ENOUGH = 100;

  private IndependentSources() {}

  /**
   * The sources in one or two parts, of which none mentions a source of the other.
   *
   * @param processors how many there are
   */
  static List<List<Path>> parts(List<Path> sources, int processors) throws IOException {
    if (processors < 2 || sources.size() < ENOUGH) {
      return List.of(sources);
    }
    NeededSources mentioned = new NeededSources(sources, sources);
    Set<Path> first = new LinkedHashSet<>();
    for (Path source : sources) {
      List<Path> needed = mentioned.of(source);
      if (needed.size() > 1) {
        first.addAll(needed);
      }
    }
    List<Path> second = new ArrayList<>();
    for (Path source : sources) {
      if (!first.contains(source)) {
        if (second.size() < sources.size() / 2) {
          second.add(source);
        } else {
          first.add(source);
        }
      }
    }
    return first.isEmpty() || second.isEmpty()
        ? List.of(sources)
        : List.of(List.copyOf(first), second);
  }

  /**
   * True where it shows in the classes that the parts were not compiled as they are together: a
   * class comes from two sources, or has another name than its source, so that the other part did
   * not see it.
   *
   * @param parts of each part the classes by the source that they come from
   */
  static boolean meet(List<Map<Path, Map<String, byte[]>>> parts) {
    Map<String, Path> sources = new HashMap<>();
    for (Map<Path, Map<String, byte[]>> part : parts) {
      for (Map.Entry<Path, Map<String, byte[]>> compiled : part.entrySet()) {
        Path source = compiled.getKey();
        for (String type : compiled.getValue().keySet()) {
          Path other = sources.putIfAbsent(type, source);
          if (!isNamedAs(source, type) || other != null && !other.equals(source)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isNamedAs(Path source, String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return (simple + ".java").equals(source.getFileName().toString())
        || simple.indexOf('$') > 0
            && isNamedAs(source, simple.substring(0, simple.lastIndexOf('$')));
  }
}
