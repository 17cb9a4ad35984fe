package dev.limbeck.scanner.ddl;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Sequence;

/**
 * What the options of a {@code @SequenceGenerator} make of its sequence. Hibernate puts them behind
 * its own statement as they are.
 *
 * @param sequence the sequence with all that the options say
 * @param unread what they say beyond that, or an empty text
 */
public record SequenceOptionsText(Sequence sequence, String unread) {
  public SequenceOptionsText {
    requireNonNull(sequence, "sequence");
    requireNonNull(unread, "unread");
  }

  /**
   * Reads {@code cache 20 minvalue 1 maxvalue 1000 no cycle}.
   *
   * @param plain the sequence without the options
   */
  public static SequenceOptionsText parse(Sequence plain, String sql) {
    DdlTokens tokens = new DdlTokens(sql);
    Sequence sequence = plain;
    String unread = "";
    while (!tokens.atEnd() && unread.isEmpty()) {
      Long number = tokens.numberAfter("cache");
      if (number != null) {
        sequence = sequence.withCache(number);
      } else if ((number = tokens.numberAfter("minvalue")) != null) {
        sequence = sequence.withBounds(number, sequence.maximum());
      } else if ((number = tokens.numberAfter("maxvalue")) != null) {
        sequence = sequence.withBounds(sequence.minimum(), number);
      } else if ((number = tokens.numberAfter("start", "with")) != null
          || (number = tokens.numberAfter("start")) != null) {
        sequence = sequence.withStart(number);
      } else if ((number = tokens.numberAfter("increment", "by")) != null
          || (number = tokens.numberAfter("increment")) != null) {
        sequence = sequence.withIncrement(number);
      } else if (tokens.skip("no", "minvalue")) {
        sequence = sequence.withBounds(null, sequence.maximum());
      } else if (tokens.skip("no", "maxvalue")) {
        sequence = sequence.withBounds(sequence.minimum(), null);
      } else if (tokens.skip("no", "cycle")) {
        sequence = sequence.withCycle(false);
      } else if (tokens.skip("cycle")) {
        sequence = sequence.withCycle(true);
      } else if (!tokens.skip("as", "bigint") && !tokens.skip("owned", "by", "none")) {
        unread = tokens.rest();
      }
    }
    return new SequenceOptionsText(sequence, unread);
  }
}
