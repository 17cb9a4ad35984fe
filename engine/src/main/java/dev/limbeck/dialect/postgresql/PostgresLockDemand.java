package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.dialect.LockDemand;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Foresees how many entries of the server's lock table a transaction takes. Every relation that it
 * makes or drops is locked to its end: tables, indexes, sequences, tables of large values (TOAST).
 * What depends on a dropped one is locked too: constraints, defaults, triggers, types.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/runtime-config-locks.html">max_locks_per_transaction</a>
 */
final class PostgresLockDemand {
  /** Below these no server runs out, so that none has to be asked. */
  private static final long HARMLESS = 200;

  /** Of a table that is dropped and whose parts nobody has counted yet. */
  private static final int DROPPED_TABLE = 10;

  /**
   * The table is in shared memory, which is given out as it is needed, so that it grows beyond what
   * is reserved for it: by 57 to 150 percent on PostgreSQL 18.
   */
  private static final int SLACK = 3;

  /** A row that may be longer than this has a table of large values. */
  private static final int LONG_ROW = 2_000;

  private static final int BYTES_OF_A_CHARACTER = 4;
  private static final int BYTES_OF_A_NUMBER = 8;
  private static final int RESERVE = 64;

  private final Connection connection;
  private final IdentifierRules identifiers;

  PostgresLockDemand(Connection connection, IdentifierRules identifiers) {
    this.connection = connection;
    this.identifiers = identifiers;
  }

  /** What the operations take; null where it is too little to matter. */
  @Nullable LockDemand of(List<Operation> operations) throws SQLException {
    long others =
        operations.stream()
            .filter(operation -> !(operation instanceof DropTable))
            .mapToLong(PostgresLockDemand::locks)
            .sum();
    List<QualifiedName> dropped =
        operations.stream()
            .filter(DropTable.class::isInstance)
            .map(operation -> ((DropTable) operation).name())
            .toList();
    if (others + (long) DROPPED_TABLE * dropped.size() < HARMLESS) {
      return null;
    }
    return demand(others + dropped(dropped));
  }

  private static long locks(Operation operation) {
    if (operation instanceof CreateTable create) {
      return locks(create.table());
    }
    if (operation instanceof AlterTable alter) {
      return 1
          + alter.alterations().stream()
              .mapToLong(each -> each instanceof AddConstraint add ? locks(add.constraint()) : 1)
              .sum();
    }
    return 1;
  }

  /** The table and its row type, and its parts. */
  private static long locks(Table table) {
    long locks = 2 + table.indexes().size() + (isLong(table) ? 2 : 0);
    for (Constraint constraint : table.constraints()) {
      locks += locks(constraint);
    }
    for (Column column : table.columns()) {
      locks += column.generation() == null ? 0 : 1;
    }
    return locks;
  }

  private static long locks(Constraint constraint) {
    boolean hasIndex = constraint instanceof PrimaryKey || constraint instanceof Unique;
    return hasIndex || constraint instanceof ForeignKey ? 2 : 0;
  }

  private static boolean isLong(Table table) {
    return table.columns().stream().mapToLong(column -> bytes(column.type())).sum() > LONG_ROW;
  }

  private static long bytes(ColumnType type) {
    if (type instanceof NamedType) {
      return BYTES_OF_A_NUMBER;
    }
    if (!(type instanceof ScalarType scalar)) {
      return LONG_ROW + 1L;
    }
    return switch (scalar.kind()) {
      case CHAR, VARCHAR, NCHAR, NVARCHAR ->
          scalar.length() == null ? LONG_ROW + 1L : (long) BYTES_OF_A_CHARACTER * scalar.length();
      case NUMERIC, DECIMAL -> scalar.length() == null ? LONG_ROW + 1L : scalar.length();
      case TEXT, NTEXT, BINARY, VARBINARY, BYTES, JSON, XML, GEOMETRY, GEOGRAPHY -> LONG_ROW + 1L;
      default -> BYTES_OF_A_NUMBER;
    };
  }

  /** Counted in the catalog; a table that is not there yet counts as a usual one. */
  private long dropped(List<QualifiedName> tables) throws SQLException {
    String query =
        """
        SELECT count(*), coalesce(sum(3
          + CASE WHEN c.reltoastrelid = 0 THEN 0 ELSE 2 END
          + (SELECT count(*) FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid)
          + (SELECT count(*) + 2 * count(*) FILTER (WHERE k.contype = 'f')
             FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid)
          + (SELECT count(*) FROM pg_catalog.pg_attrdef d WHERE d.adrelid = c.oid)
          + (SELECT count(*) FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid)
          + (SELECT count(*) FROM pg_catalog.pg_depend d
             JOIN pg_catalog.pg_class s ON s.oid = d.objid AND s.relkind = 'S'
             WHERE d.classid = 'pg_catalog.pg_class'::regclass
               AND d.refclassid = d.classid AND d.refobjid = c.oid AND d.deptype IN ('a', 'i'))), 0)
        FROM unnest(?::text[]) AS n(name)
        JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(n.name)
        """;
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      String[] names = tables.stream().map(identifiers::render).toArray(String[]::new);
      statement.setArray(1, connection.createArrayOf("text", names));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(2) + (tables.size() - row.getLong(1)) * DROPPED_TABLE;
      }
    }
  }

  /** The server's own arithmetic: room for so many locks of each process that may have any. */
  private LockDemand demand(long locks) throws SQLException {
    String query =
        """
        SELECT sum(setting::bigint) FILTER (WHERE name = 'max_locks_per_transaction'),
          sum(setting::bigint) FILTER (WHERE name IN ('max_connections',
            'max_prepared_transactions', 'max_worker_processes', 'max_wal_senders'))
          + max(setting::bigint) FILTER (WHERE name LIKE 'autovacuum%') + 1
        FROM pg_catalog.pg_settings
        WHERE name IN ('max_locks_per_transaction', 'max_connections', 'max_prepared_transactions',
          'max_worker_processes', 'max_wal_senders', 'autovacuum_max_workers',
          'autovacuum_worker_slots')
        """;
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      long each = row.getLong(1);
      long processes = row.getLong(2);
      long room = each * processes;
      long needed = (locks / processes / RESERVE + 1) * RESERVE;
      return new LockDemand(
          locks,
          room,
          SLACK * room,
          "max_locks_per_transaction is "
              + each
              + " for "
              + processes
              + " processes. With "
              + needed
              + " it has room; the server has to be restarted for that.");
    }
  }
}
