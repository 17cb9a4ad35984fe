package dev.limbeck.command;

import static dev.limbeck.model.ReferentialAction.CASCADE;
import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.operation.DataAccess;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.Fact;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the facade does on a real database; a subclass for each. */
abstract class LimbeckContract {
  private static final Set<String> OWN_TABLES =
      Set.of("limbeck_version", "limbeck_history", "limbeck_journal");

  TestDatabase database;

  abstract TestDatabase fresh() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = fresh();
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  @Test
  void an_upgrade_applies_everything_and_a_downgrade_undoes_it() throws Exception {
    Limbeck limbeck = limbeck(shop());
    assertThat(ids(limbeck.upgrade("head"))).containsExactly("one", "two");
    assertThat(limbeck.current().rows()).containsExactly("two");
    assertThat(limbeck.current().atHead()).isTrue();
    assertThat(limbeck.upgrade("head").steps()).isEmpty();
    assertThat(ids(limbeck.downgrade("base"))).containsExactly("two", "one");
    assertThat(limbeck.current().rows()).isEmpty();
    assertThat(facts().lines()).isEmpty();
  }

  @Test
  void rows_survive_a_change_of_their_table_and_of_the_table_they_refer_to() throws Exception {
    Limbeck limbeck = limbeck(shop());
    limbeck.upgrade("one");
    database.execute("insert into customer (id, email) values (1, 'a@b.c')");
    database.execute("insert into orders (id, customer_id, status) values (7, 1, 'NEW')");
    SchemaFacts before = facts();
    limbeck.upgrade("head");
    assertThat(database.rows("select id, customer_id, status, priority from orders").toString())
        .contains("NEW");
    limbeck.downgrade("-1");
    assertThat(database.rows("select id, email from customer").toString()).contains("a@b.c");
    assertThat(before.differenceTo(facts())).hasToString("");
  }

  @Test
  void a_failing_revision_leaves_database_and_version_as_they_were() throws Exception {
    Limbeck limbeck =
        limbeck(
            shop()
                .then(
                    "three",
                    op -> {
                      op.createTable("extra", t -> t.column("id", bigint()));
                      op.execute(
                          "insert into customer (id, email) values (9, 'NEW'); select nonsense");
                    },
                    op -> op.dropTable("extra")));
    limbeck.upgrade("two");
    SchemaFacts before = facts();
    assertThatThrownBy(() -> limbeck.upgrade("head"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-405 Revision three failed.")
        .hasMessageContaining("LimbeckContract.java:")
        .hasMessageContaining("nonsense")
        .hasMessageContaining("rolled back");
    assertThat(before.differenceTo(facts())).hasToString("");
    assertThat(database.rows("select * from customer").toString()).doesNotContain("NEW");
    assertThat(limbeck.current().rows()).containsExactly("two");
  }

  @Test
  void java_code_that_fails_by_an_error_leaves_database_and_version_as_they_were()
      throws Exception {
    Limbeck limbeck =
        limbeck(
            shop()
                .then(
                    "three",
                    op -> {
                      op.execute("insert into customer (id, email) values (9, 'NEW')");
                      op.run(
                          "asserts",
                          db -> {
                            throw new AssertionError("nope");
                          });
                    },
                    op -> {}));
    limbeck.upgrade("two");
    assertThatThrownBy(() -> limbeck.upgrade("head"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-405 Revision three failed.")
        .hasMessageContaining("LimbeckContract.java:")
        .hasMessageContaining("java.lang.AssertionError: nope")
        .hasMessageContaining("rolled back");
    assertThat(database.rows("select * from customer").toString()).doesNotContain("NEW");
    assertThat(limbeck.current().rows()).containsExactly("two");
  }

  @Test
  void a_body_that_throws_is_told_alike_whatever_asks_for_it() {
    Limbeck limbeck =
        limbeck(
            shop()
                .then(
                    "three",
                    op -> {
                      throw new IllegalStateException("x");
                    },
                    op -> {}));
    for (ThrowingCallable asking :
        List.<ThrowingCallable>of(
            () -> limbeck.upgrade("head"), () -> limbeck.sql("three", "sqlite"))) {
      assertThatThrownBy(asking)
          .isInstanceOf(LimbeckException.class)
          .hasMessageStartingWith("LMB-206 The upgrade of revision ")
          .hasMessageContaining("java.lang.IllegalStateException: x");
    }
  }

  @Test
  void what_sql_changed_is_seen_by_the_operations_after_it() throws Exception {
    Limbeck limbeck =
        limbeck(
            new FixedRevisions()
                .then(
                    "one",
                    op -> {
                      op.createTable("a", t -> t.column("id", bigint()));
                      op.createTable("b", t -> t.column("id", bigint()));
                      op.execute("ALTER TABLE a ADD COLUMN x bigint; CREATE TABLE c (id bigint)");
                      op.alterTable("b", t -> t.addColumn("y", bigint()));
                      op.alterTable("a", t -> t.dropColumn("x"));
                      op.execute("ALTER TABLE b ADD COLUMN z bigint; DROP TABLE a");
                      op.dropTable("c");
                      op.createTable("a", t -> t.column("other", bigint()));
                      op.alterTable("b", t -> t.dropColumn("z"));
                      op.renameTable("b", "d");
                    },
                    op -> {}));
    limbeck.upgrade("head");
    database.execute("insert into a (other) values (1)");
    database.execute("insert into d (id, y) values (1, 2)");
    assertThat(database.rows("select * from d").toString()).isEqualTo("[[1, 2]]");
  }

  @Test
  void a_revision_that_does_not_fit_says_where_and_what_it_saw() throws Exception {
    Limbeck limbeck =
        limbeck(
            shop()
                .then(
                    "three",
                    op ->
                        op.alterTable(
                            "customer", t -> t.alterColumn("email").type(varchar(20), varchar(10))),
                    op -> {}));
    assertThatThrownBy(() -> limbeck.upgrade("head"))
        .hasMessageContaining("LMB-204")
        .hasMessageContaining("expects varchar(20)")
        .hasMessageContaining("customer.email is varchar(320)");
    assertThat(limbeck.current().rows()).containsExactly("two");
  }

  @Test
  void rows_that_refuse_a_change_are_counted_before_anything_runs() throws Exception {
    Limbeck limbeck =
        limbeck(
            shop()
                .then(
                    "three",
                    op ->
                        op.alterTable("customer", t -> t.addColumn("phone", varchar(20)).notNull()),
                    op -> op.alterTable("customer", t -> t.dropColumn("phone"))));
    limbeck.upgrade("two");
    database.execute("insert into customer (id, email) values (1, 'a@b.c')");
    assertThatThrownBy(() -> limbeck.upgrade("head"))
        .hasMessageContaining("LMB-220")
        .hasMessageContaining("the row of customer would have no value in it: id 1.");
  }

  @Test
  void java_work_sees_what_the_operations_before_it_left() throws Exception {
    Limbeck limbeck =
        limbeck(
            shop()
                .then(
                    "three",
                    op -> {
                      op.execute("insert into customer (id, email) values (1, 'A@B.C')");
                      op.run("lower the addresses", LimbeckContract::lower);
                    },
                    op -> op.execute("delete from customer")));
    limbeck.upgrade("head");
    assertThat(database.rows("select email from customer").toString()).contains("a@b.c");
  }

  private static void lower(DataAccess data) throws SQLException {
    for (String email : data.query("select email from customer", row -> row.getString(1))) {
      data.update(
          "update customer set email = ? where email = ?",
          email.toLowerCase(java.util.Locale.ROOT),
          email);
    }
  }

  @Test
  void a_dropped_column_takes_the_checks_along_that_speak_of_it() throws Exception {
    Limbeck limbeck =
        limbeck(
            shop()
                .then(
                    "three",
                    op -> op.alterTable("orders", t -> t.dropColumn("priority")),
                    op -> {
                      throw op.irreversible("the priorities are gone");
                    }));
    limbeck.upgrade("head");
    assertThat(facts().lines().toString()).doesNotContain("priority");
    assertThatThrownBy(() -> limbeck.downgrade("-1"))
        .hasMessageContaining("LMB-218")
        .hasMessageContaining("the priorities are gone");
    assertThat(limbeck.current().rows()).containsExactly("three");
  }

  @Test
  void a_rebuild_outside_of_a_transaction_leaves_the_rows_that_refer_to_the_table()
      throws Exception {
    Limbeck limbeck =
        limbeck(
            shop()
                .then(
                    "three",
                    op ->
                        op.outsideTransaction(
                            o ->
                                o.alterTable(
                                    "customer", t -> t.alterColumn("email").nullable(true, false))),
                    op -> {}));
    limbeck.upgrade("two");
    database.execute("insert into customer (id, email) values (1, 'a@b.c')");
    database.execute("insert into orders (id, customer_id, status) values (7, 1, 'NEW')");
    limbeck.upgrade("head");
    assertThat(database.rows("select status from orders").toString()).contains("NEW");
  }

  @Test
  void a_stamp_moves_the_version_and_nothing_else() throws Exception {
    Limbeck limbeck = limbeck(shop());
    limbeck.stamp(List.of("head"), false);
    assertThat(limbeck.current().rows()).containsExactly("two");
    assertThat(facts().lines()).isEmpty();
    limbeck.stamp(List.of("base"), false);
    assertThat(limbeck.current().rows()).isEmpty();
  }

  @Test
  void the_sql_of_a_revision_needs_no_database() {
    Limbeck limbeck = Limbeck.builder().revisions(shop()).build();
    for (String dialect : List.of("postgresql", "sqlite")) {
      RevisionSql sql = limbeck.sql("two", dialect);
      assertThat(sql.upgrade()).isNotEmpty();
      assertThat(sql.downgrade()).isNotEmpty();
    }
  }

  private static FixedRevisions shop() {
    return new FixedRevisions()
        .then(
            "one",
            op -> {
              op.createTable(
                  "customer",
                  t -> {
                    t.column("id", bigint()).notNull();
                    t.column("email", varchar(255)).notNull();
                    t.primaryKey("pk_customer", "id");
                  });
              op.createTable(
                  "orders",
                  t -> {
                    t.column("id", bigint()).notNull();
                    t.column("customer_id", bigint()).notNull();
                    t.column("status", varchar(16)).notNull();
                    t.primaryKey("pk_orders", "id");
                    t.foreignKey("fk_orders_customer_id", "customer_id")
                        .references("customer", "id")
                        .onDelete(CASCADE);
                    t.index("ix_orders_status", "status");
                  });
            },
            op -> {
              op.dropTable("orders");
              op.dropTable("customer");
            })
        .then(
            "two",
            op -> {
              op.alterTable(
                  "customer",
                  t -> {
                    t.alterColumn("email").type(varchar(255), varchar(320)).nullable(false, true);
                    t.addUnique("uq_customer_email", "email");
                  });
              op.alterTable(
                  "orders",
                  t -> {
                    t.addColumn("priority", bigint()).notNull().defaultValue("0");
                    t.addCheck("ck_orders_priority", "priority >= 0");
                    t.dropIndex("ix_orders_status", "status");
                  });
            },
            op -> {
              op.alterTable(
                  "orders",
                  t -> {
                    t.dropCheck("ck_orders_priority", "priority >= 0");
                    t.dropColumn("priority");
                    t.addIndex("ix_orders_status", "status");
                  });
              op.alterTable(
                  "customer",
                  t -> {
                    t.dropUnique("uq_customer_email", "email");
                    t.alterColumn("email").type(varchar(320), varchar(255)).nullable(true, false);
                  });
            });
  }

  Limbeck limbeck(FixedRevisions revisions) {
    return Limbeck.builder().dataSource(database.dataSource()).revisions(revisions).build();
  }

  private static List<String> ids(Deployed deployed) {
    return deployed.steps().stream().map(RevisionStep::revision).map(node -> node.id()).toList();
  }

  private SchemaFacts facts() throws SQLException {
    try (Connection connection = database.connection()) {
      return SchemaFacts.of(connection).withoutTables(OWN_TABLES).without(Fact.Kind.SCHEMA);
    }
  }
}
