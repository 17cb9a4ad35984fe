package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.bool;
import static dev.limbeck.model.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.limbeck.model.Generation;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change that rows can refuse, on an empty table, with rows that bear it, and with others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RefusedChangesContract {
  private TestDatabase database;

  abstract TestDatabase fresh() throws Exception;

  @BeforeAll
  void open() throws Exception {
    database = fresh();
  }

  @AfterAll
  void close() {
    database.close();
  }

  static Stream<RefusedChange> changes() {
    return RefusedChanges.all();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void rows_are_kept_or_refuse(RefusedChange change) throws Exception {
    Limbeck limbeck =
        limbeck(
            new FixedRevisions()
                .then(
                    "one",
                    change::create,
                    op -> {
                      op.dropTable("t");
                      op.dropTable("parent");
                    })
                .then(
                    "two",
                    op -> {
                      op.createTable("other", t -> t.column("x", bool()));
                      op.alterTable("t", change.upgrade());
                    },
                    op -> {
                      op.alterTable("t", change.downgrade());
                      op.dropTable("other");
                    }));
    limbeck.upgrade("two");
    limbeck.downgrade("one");

    database.execute("insert into parent values (10)");
    if (change.good() != null) {
      database.execute("insert into t values " + change.good());
      limbeck.upgrade("two");
      if (!change.kept().isEmpty()) {
        assertThat(
                database.rows("select * from t order by id").stream()
                    .map(row -> row.subList(1, row.size()))
                    .toList())
            .hasToString(change.kept());
      }
      String rows = database.rows("select count(*), count(*) from t").toString();
      limbeck.downgrade("one");
      assertThat(database.rows("select count(*), count(*) from t")).hasToString(rows);
      database.execute("delete from t");
    }

    if (!change.bad().isEmpty()) {
      database.execute("insert into t values " + change.bad());
      SchemaFacts facts = facts();
      String rows = database.rows("select * from t order by id").toString();
      assertThat(told(catchThrowable(() -> limbeck.upgrade("two"))))
          .isEqualTo(
              "LMB-220 The rows that are there refuse revision two.\n  "
                  + change.refusal().get(0)
                  + "\n  but "
                  + change.refusal().get(1)
                  + "\n  "
                  + change.refusal().get(2));
      assertThat(facts.differenceTo(facts())).hasToString("");
      assertThat(database.rows("select * from t order by id")).hasToString(rows);
      assertThat(limbeck.current().rows()).containsExactly("one");
    }
    limbeck.downgrade("base");
  }

  @Test
  void all_refusals_are_told_at_once_and_before_anything_ran() throws Exception {
    Limbeck limbeck =
        limbeck(
            new FixedRevisions()
                .then(
                    "one",
                    op ->
                        op.createTable(
                            "t",
                            t -> {
                              t.column("a", integer());
                              t.column("b", integer());
                            }),
                    op -> op.dropTable("t"))
                .then(
                    "two",
                    op -> {
                      op.outsideTransaction(o -> o.alterTable("t", t -> t.addIndex("ix_t_a", "a")));
                      op.renameTable("t", "u");
                      op.alterTable(
                          "u",
                          t -> {
                            t.renameColumn("a", "x");
                            t.alterColumn("x").nullable(true, false);
                            t.addUnique("uq_u_b", "b");
                          });
                    },
                    op -> {}));
    limbeck.upgrade("one");
    database.execute("insert into t values (null, 1), (2, 1)");
    SchemaFacts facts = facts();
    assertThat(told(catchThrowable(() -> limbeck.upgrade("two"))))
        .isEqualTo(
            """
            LMB-220 The rows that are there refuse revision two.
              forbids null in u.x
              but 1 of 2 rows of t has null in it.
              Say what they get: .fill("…") after the change, or an execute before it.
              makes u(b) unique
              but all 2 rows of t share their values with others.
              Tell them apart, or delete what is there twice, in an execute before it.""");
    assertThat(facts.differenceTo(facts())).hasToString("");
    limbeck.downgrade("base");
  }

  @Test
  void what_sql_made_of_the_rows_counts() throws Exception {
    Limbeck limbeck =
        limbeck(
            new FixedRevisions()
                .then(
                    "one",
                    op -> op.createTable("t", t -> t.column("a", integer())),
                    op -> op.dropTable("t"))
                .then(
                    "two",
                    op -> {
                      op.execute("UPDATE t SET a = 0 WHERE a IS NULL");
                      op.alterTable("t", t -> t.alterColumn("a").nullable(true, false));
                    },
                    op -> op.alterTable("t", t -> t.alterColumn("a").nullable(false, true))));
    limbeck.upgrade("one");
    database.execute("insert into t values (null), (2)");
    limbeck.upgrade("two");
    assertThat(database.rows("select a from t order by a")).hasToString("[[0], [2]]");
    limbeck.downgrade("base");
  }

  @Test
  void an_identity_goes_on_behind_the_rows_that_are_there() throws Exception {
    Limbeck limbeck =
        limbeck(
            new FixedRevisions()
                .then(
                    "one",
                    op ->
                        op.createTable(
                            "t",
                            t -> {
                              t.column("id", bigint()).notNull();
                              t.column("a", integer());
                              t.primaryKey("pk_t", "id");
                            }),
                    op -> op.dropTable("t"))
                .then(
                    "two",
                    op ->
                        op.alterTable(
                            "t", t -> t.alterColumn("id").generation(null, Generation.identity())),
                    op ->
                        op.alterTable(
                            "t",
                            t -> t.alterColumn("id").generation(Generation.identity(), null))));
    limbeck.upgrade("two");
    database.execute("insert into t (a) values (1)");
    limbeck.downgrade("one");
    database.execute("insert into t values (7, 2), (100, 3)");
    limbeck.upgrade("two");
    database.execute("insert into t (a) values (4), (5)");
    assertThat(database.rows("select id, a from t order by id"))
        .hasToString("[[1, 1], [7, 2], [100, 3], [101, 4], [102, 5]]");
    limbeck.downgrade("base");
  }

  /** Without the places, which change with this file. */
  private static String told(Throwable thrown) {
    return List.of(thrown.getMessage().split("\n")).stream()
        .map(
            line -> {
              int end = line.indexOf("   ", 2);
              return end < 0 || !line.contains(".java:") ? line : "  " + line.substring(end + 3);
            })
        .reduce((a, b) -> a + "\n" + b)
        .orElseThrow();
  }

  private SchemaFacts facts() throws SQLException {
    try (Connection connection = database.connection()) {
      return SchemaFacts.of(connection);
    }
  }

  private Limbeck limbeck(FixedRevisions revisions) {
    return Limbeck.builder().dataSource(database.dataSource()).revisions(revisions).build();
  }
}
