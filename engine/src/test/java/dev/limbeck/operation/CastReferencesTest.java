package dev.limbeck.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

class CastReferencesTest {
  private static Table table(String type, String value, String check) {
    return Table.of(
            "guest",
            Column.of("mood", Types.named(type)).withDefault(SqlExpression.of(value)),
            Column.of("note", Types.text()))
        .withConstraints(List.of(new Check(Identifier.of("ck"), CheckCondition.sql(check))));
  }

  private static Table renamed(Table table, String from, String to) {
    return EnumReferences.withTypeRenamed(
        table, QualifiedName.parse(from), QualifiedName.parse(to));
  }

  @Test
  void casts_to_a_type_get_its_new_name() {
    assertThat(
            renamed(
                table(
                    "mood", "'X'::mood", "mood <> 'a::mood'::mood AND note::text <> '' -- ::mood"),
                "mood",
                "humour"))
        .isEqualTo(
            table(
                "humour",
                "'X'::humour",
                "mood <> 'a::mood'::humour AND note::text <> '' -- ::mood"));
  }

  @Test
  void schemas_and_odd_names_are_kept_apart() {
    assertThat(
            renamed(
                table("shop.mood", "'X'::shop.mood", "mood <> ALL (ARRAY['Y'::other.mood])"),
                "shop.mood",
                "shop.`Odd one`"))
        .isEqualTo(
            table(
                "shop.`Odd one`", "'X'::shop.\"Odd one\"", "mood <> ALL (ARRAY['Y'::other.mood])"));
  }
}
