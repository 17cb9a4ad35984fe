package dev.limbeck.diff;

import static dev.limbeck.model.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
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
}
