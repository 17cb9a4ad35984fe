package dev.limbeck.autogenerate;

import static dev.limbeck.model.Types.integer;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.autogenerate.EntityModel.Mapping;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NameClashesTest {
  private static final EntityModel WANTED =
      new EntityModel(
          DatabaseModel.of(table("a.t"), table("b.t"), table("`User`"), table("`user`")),
          Mapping.of(
              new TreeMap<>(
                  Map.of(
                      "shop.T", "a.t",
                      "shop.Other", "b.t",
                      "shop.User", "`User`",
                      "shop.User.id", "`User`.id"))),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private static Table table(String name) {
    return Table.of(name, Column.of("id", integer()));
  }

  @Test
  void names_that_differ_by_schema_or_case_are_one_on_sqlite() {
    assertThatThrownBy(
            () ->
                NameClashes.check(
                    WANTED, List.of(Dialects.named("postgresql"), Dialects.named("sqlite"))))
        .hasMessage(
            """
            LMB-215 On sqlite, tables or sequences of the entities have one name.
              a.t of shop.T and b.t of shop.Other
              `User` of shop.User and `user`
              Names there differ neither by schema nor by case: give one of them another name, \
            or leave the dialect out.""");
  }

  @Test
  void on_postgresql_they_are_names_of_their_own() {
    assertThatCode(() -> NameClashes.check(WANTED, List.of(Dialects.named("postgresql"))))
        .doesNotThrowAnyException();
  }
}
