package dev.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Column;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.runtime.UnitAtWork;
import dev.limbeck.testing.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key of the type {@code integer} numbers rows without one; a rebuild makes no other such. */
class RowIdAliasTest {
  private static final Dialect SQLITE = Dialects.named("sqlite");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id integer primary key          |        | integer | true
          id integer not null primary key |        | integer | true
          id bigint not null primary key  |        | bigint  | false
          id int not null primary key     |        | int     | false
          id INT primary key              | strict | INT     | false
          """)
  void a_rebuilt_key_is_an_alias_where_it_was_one(
      String key, String options, String type, boolean alias) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      execute(
          connection,
          "create table t (" + key + ", x text)" + Objects.requireNonNullElse(options, ""));
      Table table =
          SQLITE
              .catalog()
              .read(connection, new CatalogScope(Set.of(), null, Set.of(), Set.of()))
              .tables()
              .get(0);
      Column before = table.columns().get(1);
      Column after = before.withNullable(false).withDefault(SqlExpression.of("'a'"));

      new Schema(SQLITE, connection)
          .inTransaction(
              () -> {
                UnitAtWork.run(
                    SQLITE,
                    connection,
                    List.of(
                        new AlterTable(
                            table.name(),
                            List.of(Objects.requireNonNull(AlterColumn.between(before, after))))));
                assertThat(declaredType(connection)).isEqualToIgnoringCase(type);
                assertThat(takesNoKey(connection)).isEqualTo(alias);
              });
    }
  }

  private static boolean takesNoKey(Connection connection) {
    try {
      execute(connection, "insert into t (x) values ('one')");
      return true;
    } catch (SQLException refused) {
      assertThat(refused.getMessage()).contains("NOT NULL");
      return false;
    }
  }

  private static String declaredType(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select type from pragma_table_info('t') where name = 'id'")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
