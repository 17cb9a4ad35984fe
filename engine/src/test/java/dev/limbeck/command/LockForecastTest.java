package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.text;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.LockDemand;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import dev.limbeck.plan.Notice;
import dev.limbeck.plan.Transactions;
import dev.limbeck.testsupport.SmallPostgres;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Transactions that take more locks than a server has room for. */
class LockForecastTest {
  private static SmallPostgres server;

  @BeforeAll
  static void start() {
    server = SmallPostgres.with(Map.of("max_locks_per_transaction", "10", "max_connections", "10"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static Consumer<Operations> tables(int count) {
    return op -> {
      for (int i = 0; i < count; i++) {
        op.createTable("t" + i, t -> t.column("id", integer()));
      }
    };
  }

  private static Limbeck limbeck(
      DataSource database, Transactions transactions, Consumer<Operations> upgrade) {
    return Limbeck.builder()
        .dataSource(database)
        .revisions(new FixedRevisions().then("one", upgrade, op -> {}))
        .transactions(transactions)
        .build();
  }

  @Test
  void what_cannot_fit_is_refused_before_it_runs_and_goes_without_a_transaction() throws Exception {
    DataSource database = server.freshDatabase().dataSource();
    Limbeck limbeck = limbeck(database, Transactions.REVISION, tables(1000));

    assertThatThrownBy(() -> limbeck.upgrade("head"))
        .hasMessage(
            """
            LMB-445 Revision one is too large for one transaction.
              It takes about 2,000 locks, and the server keeps room for 450: \
            max_locks_per_transaction is 10 for 45 processes. With 64 it has room; the server has to \
            be restarted for that.
              Or divide it: several revisions, `op.outsideTransaction`, or `--transactions none`.
              Nothing of it was run.""");
    assertThat(limbeck.planUpgrade("head").concerns())
        .singleElement()
        .asString()
        .startsWith("Revision one is too large for one transaction.");
    assertThat(limbeck.current().rows()).isEmpty();

    Limbeck piecemeal = limbeck(database, Transactions.NONE, tables(1000));
    assertThat(piecemeal.planUpgrade("head").concerns()).isEmpty();
    piecemeal.upgrade("head");
    assertThat(piecemeal.current().rows()).containsExactly("one");
  }

  @Test
  void what_may_fit_is_warned_of_and_tried() {
    DataSource another = server.freshDatabase().dataSource();

    List<Notice> notices =
        limbeck(another, Transactions.REVISION, tables(300)).upgrade("head").notices();

    assertThat(notices)
        .singleElement()
        .satisfies(notice -> assertThat(notice.level()).isEqualTo(Notice.Level.WARNING))
        .satisfies(
            notice ->
                assertThat(notice.text())
                    .startsWith("Revision one may be too large for one transaction."));
    assertThatThrownBy(
            () ->
                Limbeck.builder()
                    .dataSource(another)
                    .revisions(
                        new FixedRevisions()
                            .then("one", tables(300), op -> {})
                            .then(
                                "two",
                                op -> {
                                  for (int i = 0; i < 650; i++) {
                                    op.createTable("s" + i, t -> t.column("id", integer()));
                                  }
                                },
                                op -> {}))
                    .build()
                    .upgrade("head"))
        .hasMessageStartingWith("LMB-405 Revision two failed.")
        .hasMessageContaining("out of shared memory")
        .hasMessageContaining("Raise max_locks_per_transaction")
        .hasMessageContaining("It was rolled back");
  }

  private static void rich(Operations op) {
    for (int i = 0; i < 60; i++) {
      String name = "t" + i;
      String before = "t" + (i - 1);
      boolean refers = i > 0;
      op.createTable(
          name,
          t -> {
            t.column("id", bigint()).identity();
            t.column("before_id", bigint());
            t.column("name", varchar(20)).notNull().defaultValue("'x'");
            t.column("note", text());
            t.primaryKey("pk_" + name, "id");
            t.unique("uq_" + name, "name");
            if (refers) {
              t.foreignKey("fk_" + name, "before_id").references(before, "id");
            }
            t.index("ix_" + name, "before_id");
          });
    }
  }

  private static void dropAll(Operations op) {
    for (int i = 59; i >= 0; i--) {
      op.dropTable("t" + i);
    }
  }

  /** The forecast against what the server's own table of locks shows. */
  @Test
  void the_number_is_near_what_the_server_counts() throws Exception {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      FixedRevisions revisions = new FixedRevisions();
      assertNear(database, LockForecastTest::rich, revisions);
      revisions.then("rich", LockForecastTest::rich, op -> {});
      Limbeck.builder()
          .dataSource(database.dataSource())
          .revisions(revisions)
          .build()
          .upgrade("head");
      assertNear(database, LockForecastTest::dropAll, revisions);
    }
  }

  /** Counts in a revision behind those that are there, and lets it fail. */
  private static void assertNear(
      TestDatabase database, Consumer<Operations> work, FixedRevisions before) throws Exception {
    LockDemand demand;
    try (Connection connection = database.connection()) {
      demand =
          Objects.requireNonNull(
              Dialects.named("postgresql")
                  .deployment()
                  .lockDemand(connection, Recorder.upgrade(migration(work)).operations()));
    }
    long[] held = new long[1];
    FixedRevisions counted =
        before
            .copy()
            .then(
                "counted",
                op -> {
                  work.accept(op);
                  op.run("count", db -> held[0] = locks(db.connection()));
                  op.execute("SELECT * FROM not_there");
                },
                op -> {});
    assertThatThrownBy(
            () ->
                Limbeck.builder()
                    .dataSource(database.dataSource())
                    .revisions(counted)
                    .build()
                    .upgrade("head"))
        .hasMessageContaining("not_there");
    assertThat(demand.locks()).isBetween(held[0] * 7 / 10, held[0] * 13 / 10);
  }

  private static long locks(Connection connection) throws java.sql.SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(DISTINCT (locktype, relation, classid, objid)) FROM pg_locks"
                    + " WHERE pid = pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Migration migration(Consumer<Operations> work) {
    return new Migration() {
      @Override
      public void upgrade(Operations op) {
        work.accept(op);
      }

      @Override
      public void downgrade(Operations op) {}
    };
  }
}
