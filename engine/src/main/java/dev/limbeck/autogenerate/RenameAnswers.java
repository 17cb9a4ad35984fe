package dev.limbeck.autogenerate;

import dev.limbeck.LimbeckException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people said about renames: {@code orders} is now {@code purchase_orders}, {@code
 * orders.total} is now {@code total_amount}, and {@code orders.fax} is no other column's old name
 * ({@value #NONE}).
 *
 * @param answers the new name, or {@value #NONE}, by the old one as {@link LookAlike#key} spells it
 * @param required the old names whose answers have to be of use now; others may be of a time before
 */
public record RenameAnswers(Map<String, String> answers, Set<String> required) {

  /** Says that something goes, whatever looks like it. */
  public static final String NONE = "-";

  public RenameAnswers {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    required = Set.copyOf(required);
  }

  public static RenameAnswers none() {
    return new RenameAnswers(Map.of(), Set.of());
  }

  /**
   * Reads answers as options give them.
   *
   * @param options each {@code table:new}, {@code table.column:new}, or with {@value #NONE} for new
   * @throws LimbeckException LMB-271 for others
   */
  public static RenameAnswers parse(List<String> options) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String option : options) {
      int colon = option.lastIndexOf(':');
      if (colon <= 0 || colon == option.length() - 1) {
        throw new LimbeckException(
            "LMB-271",
            "A rename is not readable: "
                + option
                + "\n  Write table:new_name or table.column:new_name; - for the new name says that it goes.");
      }
      answers.put(option.substring(0, colon).strip(), option.substring(colon + 1).strip());
    }
    return new RenameAnswers(answers, answers.keySet());
  }

  /** These answers, and others where these say nothing. */
  public RenameAnswers and(RenameAnswers others) {
    Map<String, String> all = new LinkedHashMap<>(others.answers);
    all.putAll(answers);
    Set<String> needed = new HashSet<>(required);
    needed.addAll(others.required);
    return new RenameAnswers(all, needed);
  }

  /** What was said of a look-alike: true, it is that; false, it is not; empty where nothing was. */
  Optional<Boolean> of(LookAlike alike) {
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      if (same(answer.getKey(), alike.key())) {
        return Optional.of(
            !answer.getValue().equals(NONE) && same(answer.getValue(), alike.newName()));
      }
    }
    return Optional.empty();
  }

  /** True where it was said that this one goes, whatever looks like it. */
  boolean denies(String key) {
    return answers.entrySet().stream()
        .anyMatch(answer -> answer.getValue().equals(NONE) && same(answer.getKey(), key));
  }

  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }
}
