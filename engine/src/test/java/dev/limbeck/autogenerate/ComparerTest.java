package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparerTest {
  private static final Dialect SQLITE = Dialects.named("sqlite");
  private static final CreateSchema CREATE_SCHEMA = new CreateSchema(Identifier.of("shop"));
  private static final DatabaseModel WANTED =
      DatabaseModel.of(Table.of("shop.orders", Column.of("total", Types.integer())))
          .withSchemas(List.of(Identifier.of("shop")));

  private static final Table ORDER = Table.of("`Order`", Column.of("id", Types.integer()));

  @TempDir Path directory;

  @Test
  void a_database_without_schemas_has_a_revision_make_them_for_the_others() throws SQLException {
    try (TestDatabase database = TestSqlite.fresh(directory);
        Connection connection = database.connection()) {
      assertThat(compare(connection, DatabaseModel.empty()))
          .containsExactly(CREATE_SCHEMA, new CreateTable(WANTED.tables().get(0)));
      assertThat(compare(connection, DatabaseModel.empty().withSchemas(WANTED.schemas())))
          .containsExactly(new CreateTable(WANTED.tables().get(0)));

      database.execute("create table orders (total integer)");
      assertThat(compare(connection, DatabaseModel.empty())).isEmpty();
    }
  }

  @Test
  void a_column_that_is_quoted_otherwise_is_renamed() throws SQLException {
    DatabaseModel replay =
        DatabaseModel.of(Table.of("`group`", Column.of("`order`", Types.integer())), ORDER);
    DatabaseModel wanted =
        DatabaseModel.of(Table.of("`group`", Column.of("`Order`", Types.integer())), ORDER);
    for (TestDatabase database :
        List.of(TestSqlite.fresh(directory), TestPostgres.freshDatabase())) {
      Connection connection = database.connection();
      database.execute(
          "create table \"group\" (\"order\" integer)", "create table \"Order\" (id integer)");
      assertThat(
              new Comparer(
                      Dialects.ofUrl(database.jdbcUrl()),
                      (live, dialect, scope) -> dialect.catalog().read(live, scope),
                      NamingConvention.standard(),
                      Set.of(),
                      true,
                      false)
                  .compare(
                      connection,
                      replay,
                      wanted,
                      new Renaming(
                          Map.of("T.a", "`group`.`order`"),
                          Map.of("T.a", "`group`.`Order`"),
                          RenameAnswers.none(),
                          Renaming.Questions.nobody(),
                          true))
                  .operations())
          .containsExactly(
              new AlterTable(
                  QualifiedName.parse("`group`"),
                  List.of(
                      new RenameColumn(Identifier.quoted("order"), Identifier.quoted("Order")))));
      connection.close();
      database.close();
    }
  }

  @Test
  void a_name_that_the_mapping_quotes_is_the_one_that_the_database_has() throws SQLException {
    Table table =
        Table.of("orders", Column.of("total", Types.integer()))
            .withConstraints(
                List.of(Unique.of(Identifier.quoted("UQ Total"), List.of(Identifier.of("total")))))
            .withIndexes(
                List.of(
                    Index.of(
                        Identifier.quoted("IX Total"), false, List.of(Identifier.of("total")))));
    try (TestDatabase database = TestSqlite.fresh(directory);
        Connection connection = database.connection()) {
      database.execute(
          "create table orders (total integer, constraint \"UQ Total\" unique (total))",
          "create index \"IX Total\" on orders (total)");

      assertThat(compare(connection, DatabaseModel.of(table), DatabaseModel.of(table))).isEmpty();
    }
  }

  private List<Operation> compare(Connection connection, DatabaseModel replay) throws SQLException {
    return compare(connection, replay, WANTED);
  }

  private static List<Operation> compare(
      Connection connection, DatabaseModel replay, DatabaseModel wanted) throws SQLException {
    return new Comparer(
            SQLITE,
            (live, dialect, scope) -> dialect.catalog().read(live, scope),
            NamingConvention.standard(),
            Set.of(),
            true,
            false)
        .compare(connection, replay, wanted, Renaming.unknown())
        .operations();
  }
}
