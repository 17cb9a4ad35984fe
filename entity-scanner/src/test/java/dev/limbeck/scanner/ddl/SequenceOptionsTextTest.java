package dev.limbeck.scanner.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import org.junit.jupiter.api.Test;

class SequenceOptionsTextTest {
  private static final Sequence PLAIN = Sequence.of(QualifiedName.parse("s"), 3, 50);

  @Test
  void options_say_more_of_a_sequence() {
    assertThat(SequenceOptionsText.parse(PLAIN, "CYCLE"))
        .isEqualTo(new SequenceOptionsText(PLAIN.withCycle(true), ""));
    assertThat(
            SequenceOptionsText.parse(
                PLAIN.withBounds(3L, 4L),
                "cache 20 minvalue -5 no maxvalue no cycle owned by none as bigint"))
        .isEqualTo(new SequenceOptionsText(PLAIN.withCache(20).withBounds(-5L, null), ""));
    assertThat(SequenceOptionsText.parse(PLAIN, "no minvalue maxvalue +9 increment by -2 start 7"))
        .isEqualTo(
            new SequenceOptionsText(PLAIN.withBounds(null, 9L).withIncrement(-2).withStart(7), ""));
    assertThat(SequenceOptionsText.parse(PLAIN, "start with 8 increment 4").sequence())
        .isEqualTo(PLAIN.withStart(8).withIncrement(4));
  }

  @Test
  void what_is_not_understood_is_told() {
    assertThat(SequenceOptionsText.parse(PLAIN, "cache 2 as smallint cycle"))
        .isEqualTo(new SequenceOptionsText(PLAIN.withCache(2), "as smallint cycle"));
    assertThat(SequenceOptionsText.parse(PLAIN, "maxvalue 99999999999999999999").unread())
        .isEqualTo("maxvalue 99999999999999999999");
    assertThat(SequenceOptionsText.parse(PLAIN, "cache").unread()).isEqualTo("cache");
  }
}
