package dev.limbeck.filter;

import dev.limbeck.LimbeckException;
import dev.limbeck.hook.SchemaObject;
import dev.limbeck.hook.SchemaObject.Kind;
import dev.limbeck.model.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that names objects of a schema: {@code table:qrtz_*}, {@code column:orders.tmp_*}.
 *
 * <p>It is {@code kind:name}. Kinds are {@code schema}, {@code table}, {@code column}, {@code
 * primary-key}, {@code unique}, {@code foreign-key}, {@code check}, {@code constraint} (any of
 * these four), {@code index}, {@code sequence} and {@code type}. The name may say more, from the
 * right: {@code schema.table}, {@code table.column}, {@code schema.table.column}; what it leaves
 * out is anything. {@code *} stands for any characters, {@code ?} for one; neither stands for the
 * dot between names. Letters match whatever their case. A name in back ticks is taken as it is,
 * with its dots, stars and case.
 *
 * @param text the pattern as it is written
 * @param kinds the kinds that it speaks of
 * @param names the names in it, the outermost first; at least one
 */
public record ObjectPattern(String text, Set<Kind> kinds, List<Name> names) {
  private static final String CONSTRAINT = "constraint";
  private static final int NAMES_OF_A_PART = 3;
  private static final int NAMES_OF_AN_OBJECT = 2;

  public ObjectPattern {
    kinds = Set.copyOf(kinds);
    names = List.copyOf(names);
  }

  /**
   * A name of a pattern.
   *
   * @param text the name, without back ticks
   * @param exact true where it stands for itself alone
   */
  public record Name(String text, boolean exact) {
    boolean matches(String name) {
      return exact
          ? text.equals(name)
          : glob(text.toLowerCase(Locale.ROOT), 0, name.toLowerCase(Locale.ROOT), 0);
    }

    /** One star at most is tried anew at a time, so that it takes no more than length by length. */
    private static boolean glob(String pattern, int patternFrom, String name, int nameFrom) {
      int p = patternFrom;
      int n = nameFrom;
      int star = -1;
      int afterStar = 0;
      while (n < name.length()) {
        if (p < pattern.length() && pattern.charAt(p) == '*') {
          star = p++;
          afterStar = n;
        } else if (p < pattern.length()
            && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
          p++;
          n++;
        } else if (star >= 0) {
          p = star + 1;
          n = ++afterStar;
        } else {
          return false;
        }
      }
      while (p < pattern.length() && pattern.charAt(p) == '*') {
        p++;
      }
      return p == pattern.length();
    }
  }

  /**
   * Reads patterns, divided by commas or spaces.
   *
   * @param origin where they stand, as errors name it
   * @param code the code of the error for such a place
   * @throws LimbeckException with all that are wrong
   */
  public static List<ObjectPattern> parse(String text, String origin, String code) {
    List<ObjectPattern> patterns = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String each : split(text)) {
      String problem = problem(each);
      if (problem == null) {
        patterns.add(read(each));
      } else {
        problems.add(origin + "   " + each + "   " + problem);
      }
    }
    if (!problems.isEmpty()) {
      throw new LimbeckException(
          code,
          "A pattern of objects is not understood.\n  "
              + String.join("\n  ", problems)
              + "\n  A pattern is kind:name, such as table:qrtz_* or column:orders.tmp_*.");
    }
    return List.copyOf(patterns);
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean inTicks = false;
    for (char c : text.toCharArray()) {
      inTicks ^= c == '`';
      if (!inTicks && (c == ',' || Character.isWhitespace(c))) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    parts.removeIf(String::isEmpty);
    return parts;
  }

  /** What is wrong with a pattern, or null. */
  private static @Nullable String problem(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return "it does not say of what kind the object is";
    }
    Set<Kind> kinds = kinds(text.substring(0, colon));
    if (kinds.isEmpty()) {
      return "there is no kind " + text.substring(0, colon) + "; kinds are " + allKinds();
    }
    if (text.chars().filter(c -> c == '`').count() % 2 != 0) {
      return "a back tick is not closed";
    }
    List<Name> names = names(text.substring(colon + 1));
    if (names.stream().anyMatch(name -> name.text().isEmpty())) {
      return "a name is empty";
    }
    Kind kind = kinds.iterator().next();
    int most = kind == Kind.SCHEMA ? 1 : kind.isPart() ? NAMES_OF_A_PART : NAMES_OF_AN_OBJECT;
    return names.size() <= most
        ? null
        : "it has "
            + names.size()
            + " names, and a "
            + text.substring(0, colon)
            + " has "
            + most
            + " at most: put a name with a dot into back ticks";
  }

  private static String allKinds() {
    return Arrays.stream(Kind.values()).map(Kind::text).collect(Collectors.joining(", "))
        + " and "
        + CONSTRAINT;
  }

  private static ObjectPattern read(String text) {
    int colon = text.indexOf(':');
    return new ObjectPattern(
        text, kinds(text.substring(0, colon)), names(text.substring(colon + 1)));
  }

  private static Set<Kind> kinds(String keyword) {
    if (keyword.equals(CONSTRAINT)) {
      return EnumSet.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.FOREIGN_KEY, Kind.CHECK);
    }
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.text().equals(keyword))
        .collect(Collectors.toSet());
  }

  private static List<Name> names(String text) {
    List<Name> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean inTicks = false;
    boolean exact = false;
    for (char c : text.toCharArray()) {
      if (c == '`') {
        inTicks = !inTicks;
        exact = true;
      } else if (c == '.' && !inTicks) {
        names.add(new Name(name.toString(), exact));
        name.setLength(0);
        exact = false;
      } else {
        name.append(c);
      }
    }
    names.add(new Name(name.toString(), exact));
    return names;
  }

  /**
   * Whether it names an object.
   *
   * @param defaultSchemas what the default schema is called
   */
  public boolean matches(SchemaObject object, Collection<String> defaultSchemas) {
    if (!kinds.contains(object.kind())) {
      return false;
    }
    List<Collection<String>> actual = new ArrayList<>();
    Identifier schema = object.schema();
    actual.add(schema == null ? defaultSchemas : List.of(schema.text()));
    Identifier table = object.table();
    if (table != null) {
      actual.add(List.of(table.text()));
    }
    actual.add(List.of(object.name().text()));
    for (int i = 1; i <= names.size(); i++) {
      Name name = names.get(names.size() - i);
      if (actual.get(actual.size() - i).stream().noneMatch(name::matches)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return text;
  }
}
