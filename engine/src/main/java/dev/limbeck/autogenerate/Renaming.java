package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known about renames before two schemas are compared.
 *
 * @param oldPlaces where entities and attributes are kept so far, by their path
 * @param newPlaces where the entities want them
 * @param answers what people said
 * @param questions asks people about the rest
 * @param stops true to stop where a look-alike has no answer; false to take it for a drop and an
 *     addition, with a note
 */
public record Renaming(
    Map<String, String> oldPlaces,
    Map<String, String> newPlaces,
    RenameAnswers answers,
    Questions questions,
    boolean stops) {

  /** Asks a person. */
  @FunctionalInterface
  public interface Questions {

    /** True, it is the same thing; false, it is not; empty where there is nobody to ask. */
    Optional<Boolean> ask(LookAlike alike);

    /** Nobody is there. */
    static Questions nobody() {
      return alike -> Optional.empty();
    }
  }

  public Renaming {
    oldPlaces = Collections.unmodifiableMap(new TreeMap<>(oldPlaces));
    newPlaces = Collections.unmodifiableMap(new TreeMap<>(newPlaces));
    requireNonNull(answers, "answers");
    requireNonNull(questions, "questions");
  }

  /** Nothing is known, and look-alikes are only noted. */
  public static Renaming unknown() {
    return new Renaming(Map.of(), Map.of(), RenameAnswers.none(), Questions.nobody(), false);
  }
}
