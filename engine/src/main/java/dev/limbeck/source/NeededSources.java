package dev.limbeck.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the sources that were compiled together a source needs: itself, every one that was
 * compiled though nobody asked for it, and those asked for whose name occurs in it. Never too few.
 */
final class NeededSources {
  private final Map<String, List<Path>> requestedByName = new LinkedHashMap<>();
  private final List<Path> unasked = new ArrayList<>();

  NeededSources(Collection<Path> compiled, Collection<Path> requested) {
    Set<Path> asked = new HashSet<>(requested);
    for (Path source : compiled) {
      if (asked.contains(source)) {
        requestedByName.computeIfAbsent(name(source), any -> new ArrayList<>()).add(source);
      } else {
        unasked.add(source);
      }
    }
  }

  /** What a source needs, itself among them. */
  List<Path> of(Path source) throws IOException {
    Set<Path> needed = new HashSet<>();
    needed.add(source);
    needed.addAll(unasked);
    String text = Files.readString(source, UTF_8);
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !isPart(text.charAt(i))) {
        if (i > begin) {
          needed.addAll(requestedByName.getOrDefault(text.substring(begin, i), List.of()));
        }
        begin = i + 1;
      }
    }
    return needed.stream().sorted().toList();
  }

  /** Half of a character beyond 16 bits counts: names may have those. */
  private static boolean isPart(char c) {
    return Character.isJavaIdentifierPart(c) || Character.isSurrogate(c);
  }

  private static String name(Path source) {
    String file = source.getFileName().toString();
    return file.substring(0, file.length() - ".java".length());
  }
}
