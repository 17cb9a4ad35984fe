package dev.limbeck.autogenerate;

import dev.limbeck.model.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How much alike two names are. */
final class NameLikeness {
  private static final double CONTAINED = 0.8;

  private NameLikeness() {}

  /** From 0, nothing in common, to 1, the same but for case and underscores. */
  static double of(Identifier one, Identifier other) {
    List<String> a = words(one.text());
    List<String> b = words(other.text());
    if (String.join("", a).equals(String.join("", b))) {
      return 1;
    }
    Set<String> common = new HashSet<>(a);
    common.retainAll(b);
    Set<String> all = new HashSet<>(a);
    all.addAll(b);
    double shared = (double) common.size() / all.size();
    boolean contained = !common.isEmpty() && (common.containsAll(a) || common.containsAll(b));
    String x = String.join("_", a);
    String y = String.join("_", b);
    double edits = 1 - (double) edits(x, y) / Math.max(x.length(), y.length());
    return Math.max(Math.max(shared, contained ? CONTAINED : 0), edits);
  }

  /** The words of a name, in lower case, divided at underscores and capitals. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean starts =
          Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      if (!Character.isLetterOrDigit(c) || starts) {
        add(words, word);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      }
    }
    add(words, word);
    return words;
  }

  private static void add(List<String> words, StringBuilder word) {
    if (word.length() > 0) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }

  /** Levenshtein's distance. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(row[j - 1], above) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
