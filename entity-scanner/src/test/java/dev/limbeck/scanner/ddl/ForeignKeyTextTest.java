package dev.limbeck.scanner.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.Deferral;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignKeyTextTest {

  @Test
  void a_whole_definition_names_columns_target_and_rules() {
    assertThat(
            ForeignKeyText.parse(
                "foreign key (a, \"B\") references s.t (c, d) on update cascade on delete set"
                    + " default deferrable initially deferred"))
        .isEqualTo(
            new ForeignKeyText(
                List.of(Identifier.of("a"), Identifier.quoted("B")),
                QualifiedName.parse("s.t"),
                List.of(Identifier.of("c"), Identifier.of("d")),
                ReferentialAction.SET_DEFAULT,
                ReferentialAction.CASCADE,
                Deferral.INITIALLY_DEFERRED,
                ""));
  }

  @Test
  void options_stand_alone() {
    assertThat(ForeignKeyText.parse("on delete no action deferrable"))
        .isEqualTo(
            new ForeignKeyText(
                List.of(),
                null,
                List.of(),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Deferral.INITIALLY_IMMEDIATE,
                ""));
    assertThat(ForeignKeyText.parse("not valid").unread()).isEqualTo("not valid");
  }
}
