package dev.limbeck.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Types;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.testing.Schema;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite shows any whole number that is the key as {@code integer}, whatever it is called. */
class RenamedKeyTest {
  private static final Identifier ID = Identifier.of("id");
  private static final Identifier NUMBER = Identifier.of("number");

  @Test
  void a_key_gets_another_name_and_another_type(@TempDir Path directory) throws SQLException {
    Dialect dialect = Dialects.named("sqlite");
    Operation change =
        new AlterTable(
            QualifiedName.parse("t"),
            List.of(
                new RenameColumn(ID, NUMBER),
                new AlterColumn(
                    NUMBER,
                    new Changed<>(Types.bigint(), Types.tinyint()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)));
    try (TestDatabase database = TestSqlite.fresh(directory);
        Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (id integer NOT NULL, PRIMARY KEY (id))");
      statement.execute("INSERT INTO t VALUES (7)");
      new Schema(dialect, connection)
          .inTransaction(
              () -> {
                UnitAtWork.run(dialect, connection, List.of(change));
                try (var row = statement.executeQuery("SELECT number FROM t")) {
                  assertThat(row.next()).isTrue();
                  assertThat(row.getInt(1)).isEqualTo(7);
                }
              });
    }
  }
}
