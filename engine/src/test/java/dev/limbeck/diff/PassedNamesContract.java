package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.DowngradeBody;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Operation;
import dev.limbeck.testing.Schema;
import dev.limbeck.testsupport.TestDatabase;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that a mapping passes from one table's part to another's, up and down. */
abstract class PassedNamesContract {
  private static final List<Identifier> CODE = List.of(Identifier.of("code"));

  abstract TestDatabase fresh();

  abstract Dialect dialect();

  @Test
  void indexes_of_two_tables_exchange_their_names() throws Exception {
    leadsThereAndBack(
        DatabaseModel.of(indexed("a", "ix_one"), indexed("b", "ix_two")),
        DatabaseModel.of(indexed("a", "ix_two"), indexed("b", "ix_one")));
  }

  @Test
  void unique_constraints_of_two_tables_exchange_their_names() throws Exception {
    leadsThereAndBack(
        DatabaseModel.of(unique("a", "uq_one"), unique("b", "uq_two")),
        DatabaseModel.of(unique("a", "uq_two"), unique("b", "uq_one")));
  }

  @Test
  void a_constraint_and_an_index_exchange_their_names() throws Exception {
    leadsThereAndBack(
        DatabaseModel.of(unique("a", "one"), indexed("b", "two")),
        DatabaseModel.of(unique("a", "two"), indexed("b", "one")));
  }

  @Test
  void a_name_passes_on_from_one_table_to_the_next() throws Exception {
    leadsThereAndBack(
        DatabaseModel.of(indexed("a", "ix_one"), indexed("b", "ix_two"), unique("c", "uq_three")),
        DatabaseModel.of(indexed("a", "ix_four"), indexed("b", "ix_one"), unique("c", "ix_two")));
    leadsThereAndBack(
        DatabaseModel.of(indexed("a", "ix_one"), indexed("b", "ix_two"), plain("c")),
        DatabaseModel.of(indexed("a", "ix_two"), plain("b"), indexed("c", "ix_one")));
  }

  @Test
  void a_new_part_takes_the_name_of_one_that_gets_another() throws Exception {
    leadsThereAndBack(
        DatabaseModel.of(plain("a"), indexed("b", "ix_one")),
        DatabaseModel.of(indexed("a", "ix_one"), indexed("b", "ix_two")));
    leadsThereAndBack(
        DatabaseModel.of(plain("b"), indexed("a", "ix_one")),
        DatabaseModel.of(indexed("b", "ix_one"), indexed("a", "ix_two")));
  }

  private static Table plain(String table) {
    return Table.of(table, Column.of("code", Types.varchar(20)));
  }

  private static Table indexed(String table, String name) {
    return plain(table).withIndexes(List.of(Index.of(Identifier.of(name), false, CODE)));
  }

  private static Table unique(String table, String name) {
    return plain(table).withConstraints(List.of(Unique.of(Identifier.of(name), CODE)));
  }

  private void leadsThereAndBack(DatabaseModel before, DatabaseModel after) throws Exception {
    try (TestDatabase database = fresh();
        Connection connection = database.connection()) {
      Schema schema = new Schema(dialect(), connection);
      schema.create(before);
      List<Operation> upgrade = new Differ(NamingConvention.standard()).diff(before, after);

      schema.apply(before, upgrade);
      assertThat(schema.readStored(after)).isEqualTo(schema.wanted(after));
      schema.apply(after, DowngradeBody.of(upgrade));
      assertThat(schema.readStored(before)).isEqualTo(schema.wanted(before));
    }
  }
}
