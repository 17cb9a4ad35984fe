package dev.limbeck.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SQL says of a column that gets another name. */
class RenamedExpressionsTest {

  /** SQLite shows names without quotes, and finds them in any case. */
  @Test
  void a_name_in_quotes_is_found_as_it_is_spelled() {
    assertThat(renamed("createdAt", "\"createdAt\" > 0 and \"createdat\" > 1", "at"))
        .isEqualTo("\"at\" > 0 and \"at\" > 1");
    assertThat(renamed("`createdAt`", "\"createdAt\" > 0 and \"createdat\" > 1", "at"))
        .isEqualTo("\"at\" > 0 and \"createdat\" > 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "total > 0            | cost      | cost > 0",
        "total > 0            | netCost   | netCost > 0",
        "\"total\" > 0        | cost      | \"cost\" > 0",
        "\"total\" > 0        | netCost   | \"netcost\" > 0",
        "total > 0            | it's      | \"it's\" > 0",
        "total > 0            | user      | \"user\" > 0",
        "total > 0            | Index     | \"index\" > 0",
        "total > 0            | 1st       | \"1st\" > 0",
        "total > 0            | a \" b    | \"a \"\" b\" > 0",
        "total > 0            | `Cost`    | \"Cost\" > 0",
        "total(total) > total | größe     | total(größe) > größe",
      })
  void a_new_name_is_quoted_where_sql_would_read_something_else(
      String sql, String name, String renamed) {
    assertThat(renamed("total", sql, name)).isEqualTo(renamed);
  }

  /** The condition of a check after its column got another name. */
  private static String renamed(String column, String sql, String name) {
    Table table =
        Table.of("orders", Column.of(column, Types.integer()))
            .withConstraints(
                List.of(new Check(Identifier.of("ck_orders"), CheckCondition.sql(sql))));
    RenameColumn rename = new RenameColumn(Identifier.parse(column), Identifier.parse(name));
    DatabaseModel after =
        Evolver.evolve(
            DatabaseModel.of(table), List.of(new AlterTable(table.name(), List.of(rename))));
    Check check =
        (Check)
            Objects.requireNonNull(after.table(QualifiedName.parse("orders"))).constraints().get(0);
    return ((CheckCondition.Sql) check.condition()).expression().text();
  }
}
