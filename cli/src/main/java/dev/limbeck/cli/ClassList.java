package dev.limbeck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the list of classes that the virtual machine wrote those of the bundled Hibernate. They
 * are loaded by a class loader of the scanner, whose classes the virtual machine takes from an
 * archive as well, where their bytes are the same, but does not list by itself: it has to be told
 * which class each of them extends and which jar it is from. {@code bin/limbeck-archive} starts it.
 *
 * <p>It is read from the log of class loading, of two lines for a class:
 *
 * <pre>
 * org.hibernate.Session source: file:/opt/limbeck/lib/hibernate/hibernate-core.jar
 *  klass: 0x12 super: 0x34 interfaces: 0x56 loader: [loader data: … instance of …] bytes: 7 …
 * </pre>
 */
final class ClassList {
  private static final String SOURCE = " source: ";
  private static final String KLASS = "klass:";
  private static final String LOADER = " loader: [";

  private final String jars;
  private final List<String> list = new ArrayList<>();
  private final Set<String> listed = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> ofNames = new LinkedHashMap<>();

  private ClassList(String jars) {
    this.jars = jars;
  }

  /**
   * @param args the log, the list of the virtual machine, and the list to write
   */
  public static void main(String[] args) throws IOException {
    Path hibernate = Path.of(System.getProperty("limbeck.home"), "lib", "hibernate");
    List<String> lines =
        of(
            hibernate.toUri().getPath(),
            Files.readAllLines(Path.of(args[0])),
            Files.readAllLines(Path.of(args[1])));
    Files.write(Path.of(args[2]), lines);
  }

  /**
   * The whole list.
   *
   * @param jars the directory of the jars of Hibernate, as it stands in the log
   * @param log what was loaded
   * @param known the list without Hibernate
   */
  static List<String> of(String jars, List<String> log, List<String> known) {
    ClassList classes = new ClassList(jars);
    for (int i = 1; i < log.size(); i++) {
      int source = log.get(i - 1).indexOf(SOURCE);
      if (source > 0 && log.get(i).strip().startsWith(KLASS)) {
        classes.add(
            log.get(i - 1).substring(0, source).strip(),
            log.get(i - 1).substring(source + SOURCE.length()),
            log.get(i).strip());
      }
    }
    for (String line : known) {
      String name = line.strip();
      if (!name.isEmpty() && !name.startsWith("#") && !classes.listed.contains(name)) {
        classes.list.add(name);
      }
    }
    return classes.list;
  }

  private void add(String name, String source, String facts) {
    if (name.contains("/") || name.contains("+0x") || name.contains("$Proxy")) {
      return; // Made at run time.
    }
    int loader = facts.indexOf(LOADER);
    if (loader < 0) {
      return;
    }
    List<String> words = List.of(facts.substring(0, loader).split(" +"));
    String klass = words.get(1);
    String path = name.replace('.', '/');
    String line = facts.substring(loader);
    boolean ownLoader = line.contains(" instance ") && !line.contains("ClassLoaders$");
    if (!ownLoader) {
      listed.add(path);
      number(path, klass, "");
    } else if (source.startsWith("file:" + jars) && source.endsWith(".jar")) {
      String supertypes = supertypes(words);
      if (supertypes != null) {
        number(path, klass, supertypes + " source: " + source.substring("file:".length()));
      }
    }
  }

  /** What a class extends and implements, by numbers; null where one of them is not listed. */
  private @Nullable String supertypes(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (String word : words.subList(2, words.size())) {
      Integer number = numbers.get(word);
      if (number == null && word.startsWith("0x")) {
        return null;
      }
      text.append(' ').append(number == null ? word : number);
    }
    return text.toString();
  }

  /** A class that a second loader loads again has the number of the first. */
  private void number(String path, String klass, String more) {
    Integer number = ofNames.get(path);
    if (number == null) {
      number = ofNames.size() + 1;
      ofNames.put(path, number);
      list.add(path + " id: " + number + more);
    }
    numbers.put(klass, number);
  }
}
