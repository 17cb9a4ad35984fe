package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A type and its labels may get other names at once. */
class TypeRenamesTest {
  private static final QualifiedName MOOD = QualifiedName.parse("mood");
  private static final QualifiedName HUMOUR = QualifiedName.parse("humour");

  private static TypeRenames renames(List<String> wanted, String... answers) {
    DatabaseModel model =
        DatabaseModel.empty()
            .withEnumTypes(List.of(new EnumType(MOOD, List.of("NEW", "new", "OLD"))));
    return new TypeRenames(
        new KnownSchema(model, model, Dialects.named("postgresql").projection()),
        DatabaseModel.empty().withEnumTypes(List.of(new EnumType(HUMOUR, wanted))),
        RenameAnswers.parse(List.of(answers)));
  }

  @Test
  void a_label_may_be_named_behind_the_old_name_of_a_type_that_gets_another_one() {
    TypeRenames renames =
        renames(List.of("NEW", "new", "BYGONE"), "mood:humour", "mood.OLD:BYGONE");

    assertThat(renames.operations(DatabaseModel.empty()))
        .containsExactly(
            new RenameEnumType(MOOD, HUMOUR),
            new RenameEnumLabel(HUMOUR, "OLD", "BYGONE", List.of()));
    assertThat(renames.isUsed("mood.OLD", "BYGONE")).isTrue();
    assertThat(renames.isUsed("humour.OLD", "BYGONE")).isTrue();
  }

  @Test
  void labels_are_named_in_their_own_case() {
    TypeRenames renames = renames(List.of("FRESH", "OLD"), "mood:humour", "Mood.new:FRESH");

    assertThat(renames.operations(DatabaseModel.empty()))
        .containsExactly(
            new RenameEnumType(MOOD, HUMOUR),
            new RenameEnumLabel(HUMOUR, "new", "FRESH", List.of()));
    assertThat(renames.isUsed("mood.NEW", "FRESH")).isFalse();
  }

  @Test
  void a_default_follows_its_label_where_the_column_has_the_name_that_another_one_had()
      throws SQLException {
    EnumType old = new EnumType(MOOD, List.of("OLD"));
    EnumType now = new EnumType(MOOD, List.of("BYGONE"));
    Column text = Column.of("a", Types.text()).withDefault(SqlExpression.of("'OLD'"));
    Column mood = Column.of("b", Types.named("mood")).withDefault(SqlExpression.of("'OLD'"));
    Table table = Table.of("t", text, mood);
    DatabaseModel known = DatabaseModel.of(table).withEnumTypes(List.of(old));
    DatabaseModel wanted =
        DatabaseModel.of(
                Table.of(
                    "t",
                    text.withName(mood.name()),
                    mood.withName(text.name()).withDefault(SqlExpression.of("'BYGONE'"))))
            .withEnumTypes(List.of(now));
    DatabaseModel live = Dialects.named("sqlite").project(known);
    RenameSearch search =
        new RenameSearch(
            new KnownSchema(known, live, Dialects.named("sqlite").projection()),
            wanted,
            new Renaming(
                Map.of("E", "t", "E#text", "t.a", "E#mood", "t.b"),
                Map.of("E", "t", "E#text", "t.b", "E#mood", "t.a"),
                RenameAnswers.parse(List.of("mood.OLD:BYGONE")),
                Renaming.Questions.nobody(),
                false),
            name -> name);

    DatabaseModel stored =
        search
            .settled(
                NamingConvention.standard(),
                renames -> {
                  DatabaseModel before = RenameSearch.played(live, search.stored(renames));
                  return new RenameSearch.Attempt<>(before, List.of(), before);
                })
            .found();

    assertThat(stored.table(table.name()).column(text.name()).defaultValue())
        .isEqualTo(SqlExpression.of("'BYGONE'"));
    assertThat(stored.table(table.name()).column(mood.name()).defaultValue())
        .isEqualTo(SqlExpression.of("'OLD'"));
  }
}
