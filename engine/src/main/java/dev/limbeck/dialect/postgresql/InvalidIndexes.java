package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.DropIndex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code CREATE INDEX CONCURRENTLY} and {@code DROP INDEX CONCURRENTLY} leave where they are
 * broken off: an index that is kept up to date and used by nobody, and whose name is taken
 * (PostgreSQL's manual on {@code CREATE INDEX}, Building Indexes Concurrently).
 */
final class InvalidIndexes {
  private InvalidIndexes() {}

  /** The statements that drop them, as far as the operation is about them. */
  static List<String> dropping(
      Connection connection, IdentifierRules identifiers, Operation operation) throws SQLException {
    List<String> statements = new ArrayList<>();
    if (operation instanceof AlterTable alter) {
      for (TableAlteration alteration : alter.alterations()) {
        Identifier name = concurrent(alteration);
        if (name != null && isInvalid(connection, identifiers, alter.table(), name)) {
          statements.add(
              "DROP INDEX CONCURRENTLY " + identifiers.render(alter.table().withName(name)));
        }
      }
    }
    return statements;
  }

  private static @Nullable Identifier concurrent(TableAlteration alteration) {
    if (alteration instanceof AddIndex add && add.concurrently()) {
      return add.index().name();
    }
    return alteration instanceof DropIndex drop && drop.concurrently() ? drop.name() : null;
  }

  private static boolean isInvalid(
      Connection connection, IdentifierRules identifiers, QualifiedName table, Identifier index)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT EXISTS (
              SELECT FROM pg_catalog.pg_index
              WHERE indrelid = pg_catalog.to_regclass(?) AND NOT indisvalid
                AND indexrelid = pg_catalog.to_regclass(?))
            """)) {
      statement.setString(1, identifiers.render(table));
      statement.setString(2, identifiers.render(table.withName(index)));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
