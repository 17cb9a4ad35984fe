package dev.limbeck.command;

import static dev.limbeck.model.ReferentialAction.CASCADE;
import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.sql.SqlStatements;
import dev.limbeck.testsupport.ScriptClient;
import dev.limbeck.testsupport.ScriptClient.Outcome;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.Fact;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts do what the commands do; a subclass for each database. */
abstract class ScriptContract {
  private static final List<String> IDS = List.of("one", "two", "three", "four", "five");

  private TestDatabase online;
  TestDatabase scripted;

  abstract TestDatabase fresh() throws Exception;

  abstract String dialect();

  @BeforeEach
  void open() throws Exception {
    online = fresh();
    scripted = fresh();
  }

  @AfterEach
  void close() {
    online.close();
    scripted.close();
  }

  @Test
  void from_every_state_to_every_state_it_makes_what_the_commands_make() throws Exception {
    Limbeck limbeck = limbeck(online, shop());
    Limbeck scripts = limbeck(null, shop());
    for (int from = 0; from < IDS.size(); from++) {
      String start = from == 0 ? "base" : IDS.get(from - 1);
      for (int to = from + 1; to <= IDS.size(); to++) {
        String target = IDS.get(to - 1);
        run(scripts.upgradeScript(start + ":" + target, dialect()));
        limbeck.upgrade(target);
        assertSame(start + " to " + target);
        run(scripts.downgradeScript(target + ":" + start, dialect()));
        limbeck.downgrade(start);
        assertSame(target + " to " + start);
      }
      run(scripts.upgradeScript(start + ":" + IDS.get(from), dialect()));
      limbeck.upgrade(IDS.get(from));
    }
    assertSame("the end");
  }

  @Test
  void rows_survive_it_as_they_survive_the_commands() throws Exception {
    List<String> rows =
        List.of(
            "insert into customer (id, email) values (1, 'a@b.c'), (2, 'd@e.f')",
            "insert into orders (id, customer_id, status) values (7, 1, 'NEW'), (8, 2, 'OLD')");
    Limbeck limbeck = limbeck(online, shop());
    limbeck.upgrade("one");
    online.execute(rows);
    limbeck.upgrade("head");
    run(limbeck.upgradeScript("one", dialect()));
    scripted.execute(rows);
    run(limbeck.upgradeScript("one:head", dialect()));

    String query = "select * from customer order by id";
    assertThat(scripted.rows(query)).isEqualTo(online.rows(query)).hasSize(2);
    query = "select id, customer_id, status, priority from orders order by id";
    assertThat(scripted.rows(query)).isEqualTo(online.rows(query)).hasSize(2);
  }

  @Test
  void a_script_is_refused_where_the_database_stands_elsewhere() throws Exception {
    Limbeck limbeck = limbeck(null, shop());
    SqlScript first = limbeck.upgradeScript("two", dialect());
    run(first);
    SchemaFacts before = facts(scripted);

    assertRefused(first, "rows");
    assertRefused(limbeck.upgradeScript("one:three", dialect()), "rows");
    assertRefused(limbeck.upgradeScript("three:four", dialect()), "rows");
    assertRefused(limbeck.downgradeScript("three:base", dialect()), "rows");
    assertRefused(limbeck.stampScript(List.of("three:four"), false, dialect()), "rows");
    assertThat(versions(scripted)).containsExactly("two");
    assertThat(before.differenceTo(facts(scripted))).hasToString("");
    run(limbeck.upgradeScript("two:three", dialect()));
  }

  @Test
  void on_a_database_without_a_version_table_only_a_script_from_base_runs() throws Exception {
    Limbeck limbeck = limbeck(null, shop());

    assertRefused(limbeck.upgradeScript("one:two", dialect()), "rows");
    assertThat(facts(scripted).lines()).isEmpty();
    run(limbeck.upgradeScript("one", dialect()));
    assertThat(versions(scripted)).containsExactly("one");
  }

  @Test
  void an_error_in_the_middle_leaves_whole_revisions() throws Exception {
    FixedRevisions revisions =
        shop()
            .then(
                "six",
                op -> {
                  op.createTable("extra", t -> t.column("id", bigint()));
                  op.alterTable("orders", t -> t.addColumn("extra", integer()));
                  op.execute("insert into no_such_table values (1)");
                },
                op -> op.dropTable("extra"))
            .then("seven", op -> op.dropTable("orders"), op -> {});
    Limbeck limbeck = limbeck(null, revisions);
    Outcome outcome = outcome(limbeck.upgradeScript("head", dialect()));
    limbeck(online, shop()).upgrade("head");

    assertThat(outcome.done()).isFalse();
    assertThat(outcome.output()).contains("no_such_table");
    assertSame("after the error");
    assertThat(versions(scripted)).containsExactly("five");
  }

  @Test
  void a_stamp_moves_the_rows_and_runs_nothing() throws Exception {
    Limbeck limbeck = limbeck(null, shop());

    run(limbeck.stampScript(List.of("three"), false, dialect()));
    assertThat(versions(scripted)).containsExactly("three");
    run(limbeck.stampScript(List.of("three:one"), false, dialect()));
    assertThat(versions(scripted)).containsExactly("one");
    run(limbeck.stampScript(List.of("one:base"), false, dialect()));
    assertThat(versions(scripted)).isEmpty();
    assertThat(facts(scripted).lines()).allMatch(line -> line.contains("limbeck_"));
  }

  @Test
  void what_stands_outside_of_transactions_stays_outside() throws Exception {
    String statement =
        dialect().equals("sqlite") ? "VACUUM" : "CREATE INDEX CONCURRENTLY ix ON t (id)";
    FixedRevisions revisions =
        new FixedRevisions()
            .then("one", op -> op.createTable("t", t -> t.column("id", bigint())), op -> {})
            .then("two", op -> op.outsideTransaction(o -> o.execute(statement)), op -> {})
            .then(
                "three",
                op -> {
                  op.alterTable("t", t -> t.addColumn("a", integer()));
                  op.outsideTransaction(
                      o -> o.execute(statement.replace("ix ", "iy ").replace("(id)", "(a)")));
                  op.alterTable("t", t -> t.addColumn("b", integer()));
                },
                op -> {});
    run(limbeck(null, revisions).upgradeScript("head", dialect()));
    limbeck(online, revisions).upgrade("head");

    // Only where Limbeck runs the steps itself they are journaled.
    assertThat(online.rows("select * from limbeck_journal")).isEmpty();
    online.execute("drop table limbeck_journal");
    assertSame("after statements outside");
  }

  @Test
  void java_needs_sql_that_stands_for_it() throws Exception {
    FixedRevisions revisions =
        shop()
            .then("six", op -> op.run("lower the addresses", data -> {}), op -> {})
            .then("seven", op -> op.run("count", data -> {}), op -> {});
    assertThatThrownBy(() -> limbeck(null, revisions).upgradeScript("head", dialect()))
        .hasMessageContaining("LMB-230 A script can run no Java.")
        .hasMessageContaining("revision six   ScriptContract.java:")
        .hasMessageContaining("run(\"lower the addresses\", …)")
        .hasMessageContaining("revision seven");

    FixedRevisions speaking =
        shop()
            .then(
                "six",
                op -> {
                  op.execute("insert into customer (id, email, telephone) values (1, 'A@B.C', '')");
                  op.run("lower the addresses", data -> {})
                      .sql("update customer set email = lower(email)");
                },
                op -> {});
    SqlScript script = limbeck(null, speaking).upgradeScript("head", dialect());
    run(script);
    assertThat(script.text()).contains("-- instead of Java: lower the addresses\n");
    assertThat(scripted.rows("select email from customer").toString()).isEqualTo("[[a@b.c]]");
  }

  @Test
  void a_way_that_is_none_is_said_before_anything_is_written() {
    FixedRevisions revisions =
        shop()
            .then(
                "six",
                op -> {},
                op -> {
                  throw op.irreversible("the old addresses are gone");
                });
    assertThatThrownBy(() -> limbeck(null, revisions).downgradeScript("head:base", dialect()))
        .hasMessageContaining("LMB-218")
        .hasMessageContaining("the old addresses are gone")
        .hasMessageContaining("In revision six");
  }

  @Test
  void a_revision_that_does_not_fit_is_an_error_though_every_value_would_fit() {
    FixedRevisions revisions =
        shop()
            .then(
                "six",
                op ->
                    op.alterTable(
                        "customer", t -> t.alterColumn("email").type(varchar(20), varchar(1000))),
                op -> {});
    assertThatThrownBy(() -> limbeck(null, revisions).upgradeScript("head", dialect()))
        .hasMessageContaining("LMB-231")
        .hasMessageContaining("revision six")
        .hasMessageContaining("customer.email has the type varchar(320), not varchar(20)");
  }

  @Test
  void what_people_wrote_cannot_break_out_of_comments() throws Exception {
    FixedRevisions revisions =
        new FixedRevisions()
            .then("one", op -> op.execute("create table \"é'\" (id integer) -- the end"), op -> {})
            .withMessage("one\r\ndrop a; */ \u2028 drop b");
    SqlScript script = limbeck(null, revisions).upgradeScript("head", dialect());
    run(script);
    assertThat(scripted.rows("select * from \"é'\"")).isEmpty();
  }

  @Test
  void the_script_runs_through_jdbc_too() throws Exception {
    Limbeck limbeck = limbeck(online, shop());
    limbeck.upgrade("head");
    Outcome outcome =
        ScriptClient.byJdbc(
            scripted, limbeck.upgradeScript("head", dialect()).text(), SqlStatements::split);
    assertThat(outcome).isEqualTo(new Outcome(true, ""));
    assertSame("through JDBC");
  }

  void run(SqlScript script) {
    assertThat(outcome(script)).as(script.text()).matches(Outcome::done);
  }

  Outcome outcome(SqlScript script) {
    return ScriptClient.run(scripted, script.text(), SqlStatements::split);
  }

  private void assertRefused(SqlScript script, String finding) {
    Outcome outcome = outcome(script);
    assertThat(outcome.done()).as(outcome.output()).isFalse();
    assertThat(outcome.output()).contains(finding);
  }

  private void assertSame(String where) throws Exception {
    assertThat(facts(online).differenceTo(facts(scripted))).as(where).hasToString("");
    assertThat(versions(scripted)).as(where).isEqualTo(versions(online));
    assertThat(history(scripted)).as(where).isEqualTo(history(online));
  }

  /** What was done, and whether the times have the same form. */
  private static List<String> history(TestDatabase database) {
    return database
        .rows(
            "select id, revision, direction, outcome, length(started_at), length(finished_at)"
                + " from limbeck_history order by id")
        .stream()
        .map(String::valueOf)
        .toList();
  }

  private static SchemaFacts facts(TestDatabase database) throws Exception {
    try (Connection connection = database.connection()) {
      return SchemaFacts.of(connection).without(Fact.Kind.SCHEMA);
    }
  }

  private static List<String> versions(TestDatabase database) {
    return database.rows("select version_num from limbeck_version order by 1").stream()
        .map(row -> String.valueOf(row.get(0)))
        .toList();
  }

  Limbeck limbeck(@Nullable TestDatabase database, FixedRevisions revisions) {
    LimbeckBuilder builder = Limbeck.builder().revisions(revisions);
    return (database == null ? builder : builder.dataSource(database.dataSource())).build();
  }

  private static FixedRevisions shop() {
    return new FixedRevisions()
        .then(
            "one",
            op -> {
              op.createSequence("customer_seq").incrementBy(50);
              op.createTable(
                  "customer",
                  t -> {
                    t.column("id", bigint()).notNull();
                    t.column("email", varchar(320)).notNull();
                    t.primaryKey("pk_customer", "id");
                    t.unique("uq_customer_email", "email");
                  });
              op.createTable(
                  "orders",
                  t -> {
                    t.column("id", bigint()).identity();
                    t.column("customer_id", bigint()).notNull();
                    t.column("status", varchar(16)).notNull();
                    t.primaryKey("pk_orders", "id");
                    t.foreignKey("fk_orders_customer_id", "customer_id")
                        .references("customer", "id")
                        .onDelete(CASCADE);
                  });
            },
            op -> {
              op.dropTable("orders");
              op.dropTable("customer");
              op.dropSequence("customer_seq");
            })
        .then(
            "two",
            op -> {
              op.alterTable(
                  "orders",
                  t -> {
                    t.addColumn("priority", integer()).notNull().defaultValue("0");
                    t.alterColumn("status").type(varchar(16), varchar(32));
                    t.addIndex("ix_orders_status", "status");
                  });
              op.alterTable("customer", t -> t.addColumn("phone", varchar(20)));
            },
            op -> {
              op.alterTable("customer", t -> t.dropColumn("phone"));
              op.alterTable(
                  "orders",
                  t -> {
                    t.dropIndex("ix_orders_status");
                    t.alterColumn("status").type(varchar(32), varchar(16));
                    t.dropColumn("priority");
                  });
            })
        .then(
            "three",
            op -> {
              op.alterTable("customer", t -> t.renameColumn("phone", "telephone"));
              op.execute("update customer set telephone = 'none' where telephone is null");
              op.alterTable("customer", t -> t.alterColumn("telephone").nullable(true, false));
              op.alterTable("orders", t -> t.alterColumn("priority").type(integer(), bigint()));
            },
            op -> {
              op.alterTable("orders", t -> t.alterColumn("priority").type(bigint(), integer()));
              op.alterTable(
                  "customer",
                  t -> {
                    t.alterColumn("telephone").nullable(false, true);
                    t.renameColumn("telephone", "phone");
                  });
            })
        .then(
            "four",
            op -> {
              op.renameTable("orders", "purchase");
              op.renameTable("purchase", "orders");
              op.onlyOn("postgresql", o -> o.execute("comment on table orders is 'it''s'"));
              op.onlyOn("postgresql", o -> o.execute("comment on table orders is null"));
              op.alterTable("orders", t -> t.dropConstraint("fk_orders_customer_id"));
            },
            op ->
                op.alterTable(
                    "orders",
                    t ->
                        t.addForeignKey("fk_orders_customer_id", "customer_id")
                            .references("customer", "id")
                            .onDelete(CASCADE)))
        .then(
            "five",
            op -> {
              op.createTable("note", t -> t.column("text", varchar(10)));
              op.alterTable("note", t -> t.addColumn("id", bigint()));
            },
            op -> op.dropTable("note"));
  }
}
