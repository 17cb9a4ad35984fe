package dev.limbeck.diff;

import static dev.limbeck.model.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReconcilerTest {

  private static DatabaseModel named(String name) {
    return DatabaseModel.of(
        Table.of("t", Column.of("a", bigint()))
            .withConstraints(
                List.of(Unique.of(Identifier.parse(name), List.of(Identifier.of("a"))))));
  }

  @Test
  void a_constraint_whose_name_lost_its_quotes_bears_it_all_the_same() throws SQLException {
    Dialect sqlite = Dialects.named("sqlite");
    DatabaseModel wanted = named("`Uq_A`");

    DatabaseModel found =
        new Reconciler(sqlite, List.of(wanted), null, false, Set.of())
            .reconcile(sqlite.project(wanted), null)
            .model();

    assertThat(new Differ(NamingConvention.standard()).diff(found, wanted)).isEmpty();
  }

  /** What is told of a difference are its facts: an equal name in other letters is none. */
  @Test
  void what_does_not_differ_in_a_part_that_differs_is_said_as_the_model_says_it()
      throws SQLException {
    Dialect postgresql = Dialects.named("postgresql");

    DatabaseModel found =
        new Reconciler(postgresql, List.of(family(true, name -> name)), null, false, Set.of())
            .reconcile(
                postgresql.project(family(false, name -> name.toLowerCase(Locale.ROOT))), null)
            .model();

    assertThat(found.toString()).isEqualTo(family(false, name -> name).toString());
  }

  /**
   * Two tables.
   *
   * @param other whether all constraints and indexes differ from those without
   * @param letters how names are spelled
   */
  private static DatabaseModel family(boolean other, UnaryOperator<String> letters) {
    Function<String, Identifier> name = text -> Identifier.of(letters.apply(text));
    List<Identifier> key = List.of(name.apply("dadRef"));
    ReferentialAction onDelete = other ? ReferentialAction.CASCADE : ReferentialAction.NO_ACTION;
    return DatabaseModel.of(
        Table.of(letters.apply("Dad"), Column.of(letters.apply("Id"), bigint())),
        Table.of(
                letters.apply("Kid"),
                Column.of(letters.apply("dadRef"), bigint()),
                Column.of(letters.apply("Extra"), bigint()))
            .withConstraints(
                List.of(
                    ForeignKey.of(
                            Identifier.of("fk"),
                            key,
                            QualifiedName.of(name.apply("Dad")),
                            List.of(name.apply("Id")))
                        .withActions(onDelete, ReferentialAction.NO_ACTION),
                    new Unique(Identifier.of("uq"), key, other, Deferral.NONE)))
            .withIndexes(
                List.of(
                    Index.of(Identifier.of("ix"), true, key)
                        .withInclude(List.of(name.apply("Extra")))
                        .withNullsNotDistinct(other))));
  }
}
