package dev.limbeck.dialect.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.model.QualifiedName;
import dev.limbeck.sql.SqlText;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The keys of the advisory locks of a deployment, and who holds them. */
final class PostgresLockKey {
  /** What the lock is for that keeps deployers apart. */
  static final String DEPLOYING = "limbeck:";

  /** What the lock is for of the session that works. */
  static final String WORKING = "limbeck-work:";

  /** Of a session: it has such locks in its own database only. */
  static final String HELD_BY_SESSION =
      """
      l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
        AND l.classid::bigint = ? AND l.objid::bigint = ?
      """;

  /** Of whatever session of this database. */
  static final String HELD =
      HELD_BY_SESSION
          + "AND l.database = (SELECT oid FROM pg_catalog.pg_database"
          + " WHERE datname = current_database())\n";

  private PostgresLockKey() {}

  /** Advisory locks are per database already; the version table says which deployment it is. */
  static long of(String purpose, QualifiedName versionTable, @Nullable String defaultSchema) {
    String schema = versionTable.schema() == null ? defaultSchema : versionTable.schema().key();
    String name = purpose + schema + "." + versionTable.name().key();
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform knows SHA-256", e);
    }
  }

  /** The key as an expression that asks the server for the default schema. */
  static String keyExpression(QualifiedName versionTable) {
    return keyExpression(DEPLOYING, versionTable);
  }

  /** The same for the key of the session that works. */
  static String workKeyExpression(QualifiedName versionTable) {
    return keyExpression(WORKING, versionTable);
  }

  private static String keyExpression(String purpose, QualifiedName versionTable) {
    String schema =
        versionTable.schema() == null
            ? "pg_catalog.current_schema()"
            : SqlText.literal(versionTable.schema().key());
    String name =
        SqlText.literal(purpose)
            + " || "
            + schema
            + " || "
            + SqlText.literal("." + versionTable.name().key());
    return "('x' || substr(encode(sha256(convert_to("
        + name
        + ", 'UTF8')), 'hex'), 1, 16))::bit(64)::bigint";
  }

  /** {@code pg_locks} shows the halves of the key, without a sign. */
  static void set(PreparedStatement statement, int first, long key) throws SQLException {
    statement.setLong(first, key >>> 32);
    statement.setLong(first + 1, key & 0xFFFF_FFFFL);
  }
}
