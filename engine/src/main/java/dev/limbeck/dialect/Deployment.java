package dev.limbeck.dialect;

import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a database keeps two deployers apart, and what surrounds the transaction of a revision. */
public interface Deployment {

  /** Opens connections to the database that is deployed to. */
  @FunctionalInterface
  interface ConnectionSource {
    Connection open() throws SQLException;

    /**
     * Opens a connection that is only read from. A database that is not there yet is empty for it,
     * and is not made.
     */
    default Connection openToRead() throws SQLException {
      return open();
    }

    /**
     * What opens connections to another database of the same server, as the same user; null where
     * this leads to one database only.
     */
    default @Nullable ConnectionSource beside(String database) {
      return null;
    }

    /** The JDBC URL, where it is known without a connection; null where only one tells. */
    default @Nullable String jdbcUrl() {
      return null;
    }

    /** The database as errors name it, without passwords; empty where that is not known. */
    default String place() {
      return "";
    }
  }

  /** The right to deploy, until it is closed. It ends with the process at the latest. */
  interface Lock extends AutoCloseable {
    /** Fails with LMB-407 where the lock was lost, for example because its connection broke. */
    void verify();

    /**
     * Does as {@link #verify} does and runs a query, in one round trip where the database that
     * answers the query can also tell who holds the lock.
     *
     * @param work the connection on which the revisions are run
     * @param query a SELECT of one column of texts, none of them null, without ORDER BY
     * @return the texts
     */
    default List<String> verifyAndAsk(Connection work, String query) throws SQLException {
      verify();
      try (Statement statement = work.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        return texts(rows);
      }
    }

    /**
     * The one statement, without parameters, that {@link #verifyAndAsk} runs on the connection on
     * which the revisions are run; {@link #texts} reads its result. Null where the database that
     * answers the query cannot tell who holds the lock.
     */
    default @Nullable String asking(String query) {
      return null;
    }

    /**
     * The texts of a result, of a query or of {@link #asking}.
     *
     * @throws dev.limbeck.LimbeckException LMB-407 where the result says that the lock was lost
     */
    default List<String> texts(ResultSet rows) throws SQLException {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }

    /**
     * Makes sure that whoever held the right before is not at work any more: its last statement may
     * go on in the database after its process ended. From now on the same is true of this
     * connection.
     *
     * @param work the connection on which the revisions are run
     * @throws dev.limbeck.LimbeckException LMB-406 where an earlier statement does not end in time
     */
    default void guard(Connection work) throws SQLException {}

    /** Takes back what {@link #guard} did to a connection, which may go back to a pool. */
    default void unguard(Connection work) {}

    @Override
    void close();
  }

  /**
   * Takes the right to deploy, waiting for another deployer if need be.
   *
   * @param connections opens a connection where the lock needs one of its own
   * @param versionTable the version table that the right is about
   * @param timeout how long to wait
   * @param waiting told who holds it, where it has to be waited for
   * @throws dev.limbeck.LimbeckException LMB-406 where another holds it for longer, with what is
   *     known of the holder
   */
  Lock lock(
      ConnectionSource connections,
      QualifiedName versionTable,
      Duration timeout,
      Consumer<String> waiting)
      throws SQLException;

  /** Takes the right to deploy, and tells nobody who holds it meanwhile. */
  default Lock lock(ConnectionSource connections, QualifiedName versionTable, Duration timeout)
      throws SQLException {
    return lock(connections, versionTable, timeout, holder -> {});
  }

  /**
   * What is run on a fresh connection, outside of any transaction, before a revision's transaction
   * begins.
   */
  List<String> beforeTransaction();

  /** Begins the revision's transaction; auto-commit is off afterwards. */
  void begin(Connection connection) throws SQLException;

  /**
   * True where a prepared statement may be several, with semicolons between them, so that they are
   * one round trip. Each has a result of its own; a COMMIT may be the last, and is not run where
   * one before it fails.
   */
  default boolean preparesSeveral() {
    return false;
  }

  /**
   * The statement that lets the commit of the present transaction not wait until it is on disk. A
   * crash of the server may undo it and all that was committed behind it, but nothing of it alone,
   * and nothing at all once a later commit was waited for. Null where the database has no such
   * thing.
   */
  default @Nullable String letCommitNotWait() {
    return null;
  }

  /** Commits the transaction that {@link #begin} began. */
  void commit(Connection connection) throws SQLException;

  /** Rolls back the transaction that {@link #begin} began. */
  void rollback(Connection connection) throws SQLException;

  /**
   * Makes sure, before the commit, that the transaction leaves nothing broken behind that was whole
   * before, such as foreign keys on a database that did not check them meanwhile.
   *
   * @param before what {@link #violations} said at the beginning of the transaction
   * @throws dev.limbeck.LimbeckException LMB-408 with the rows that are broken now
   */
  void verify(Connection connection, List<String> before) throws SQLException;

  /** The rows that are broken now, a line for each; empty on a database that always checks. */
  List<String> violations(Connection connection) throws SQLException;

  /** What is run after the transaction ended, whichever way, where no connection can be asked. */
  List<String> afterTransaction();

  /**
   * What is run on a connection after the transaction ended, whichever way, so that its settings
   * are as they were.
   *
   * @param connection the connection, before {@link #beforeTransaction} is run on it
   */
  default List<String> afterTransaction(Connection connection) throws SQLException {
    return afterTransaction();
  }

  /**
   * The stored statements that create the triggers of a table; see {@link SchemaState#attachments}.
   */
  List<String> attachments(Connection connection, QualifiedName table) throws SQLException;

  /** The statement that creates the version table where it is not there. */
  String createVersionTable(QualifiedName versionTable);

  /**
   * The statement that creates the table of what was done where it is not there: {@code id} (a
   * whole number of 64 bits, the key), {@code revision}, {@code direction}, {@code started_at},
   * {@code finished_at}, {@code duration_ms} (64 bits), {@code db_user}, {@code os_user}, {@code
   * host}, {@code tool_version}, {@code operations}, {@code source_hash}, {@code class_hash},
   * {@code outcome} and {@code error}. What is not said to be a number is a text of any length;
   * key, revision, direction, start and outcome take no null.
   */
  String createHistoryTable(QualifiedName historyTable);

  /**
   * The statement that creates the table of unfinished revisions where it is not there: {@code
   * revision}, {@code direction} and {@code step} (32 bits), its key; {@code steps} (32 bits),
   * {@code what}, {@code hash}, {@code state}, {@code started_at} and {@code position}. What is not
   * said to be a number is a text of any length; only the position takes null.
   */
  String createJournalTable(QualifiedName journalTable);

  /**
   * The statements that remove what an attempt at an operation left behind that was broken off
   * outside of a transaction, such as an index that is not valid. They are run one by one, outside
   * of a transaction too.
   */
  default List<String> leftovers(Connection connection, Operation operation) throws SQLException {
    return List.of();
  }

  /**
   * The SQL expression that makes of a value the literal that stands for it in SQL.
   *
   * @param expression the value
   */
  String literalOf(String expression);

  /** The statements that give a connection these limits. */
  List<String> limits(Patience patience);

  /**
   * The statements that give a connection the limits that it has now, as far as {@link #limits}
   * would change them: it may go back to a pool.
   */
  List<String> present(Connection connection, Patience patience) throws SQLException;

  /**
   * True for a failure that may not come again when the same transaction is run once more: a lock
   * that was not to be had, a deadlock.
   */
  boolean isTransient(SQLException failure);

  /**
   * How many locks a transaction with these operations would hold; null where the database sets no
   * bounds to them, or they are few.
   */
  default @Nullable LockDemand lockDemand(Connection connection, List<Operation> operations)
      throws SQLException {
    return null;
  }

  /**
   * What somebody can do about a failure that is none of the statement; null where that is not
   * known.
   */
  default @Nullable String remedy(SQLException failure) {
    return null;
  }

  /**
   * Copies the database into a file beside it, where it is one file.
   *
   * @param suffix what the name of the copy has behind that of the database
   * @return the copy; null where this is for other programs to do
   */
  default @Nullable Path backup(Connection connection, String suffix) throws SQLException {
    return null;
  }

  /** The name of the database, by which people know it: what they type to confirm. */
  String databaseName(Connection connection) throws SQLException;

  /**
   * The tables that are there, with how many rows and bytes they have, in a number of statements
   * that does not grow with them.
   *
   * @param tables the tables, by the names that they have in this database
   */
  List<TableSize> sizes(Connection connection, Collection<QualifiedName> tables)
      throws SQLException;

  /** True where a table of Limbeck's own is there. */
  boolean hasTable(Connection connection, QualifiedName table) throws SQLException;
}
