package dev.limbeck.command;

import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.Operations;
import dev.limbeck.model.Deferral;
import dev.limbeck.plan.Transactions;
import dev.limbeck.sql.SqlStatements;
import dev.limbeck.testsupport.ScriptClient;
import dev.limbeck.testsupport.ScriptClient.Outcome;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows change, then their table, in one transaction with constraints that are put off. */
class PutOffChecksTest extends DatabaseContract {
  private static final String ODD = "`Odd \"it's\" $limbeck$`";

  private static final String SQL = "\"Odd \"\"it's\"\" $limbeck$\"";

  @Override
  TestDatabase fresh() {
    return TestPostgres.freshDatabase();
  }

  private Limbeck limbeck(FixedRevisions revisions, Transactions transactions) {
    return Limbeck.builder()
        .dataSource(database.dataSource())
        .revisions(revisions)
        .transactions(transactions)
        .build();
  }

  private static void tables(Operations op) {
    op.createTable(
        ODD,
        t -> {
          t.column("id", integer()).notNull();
          t.column("parent", integer());
          t.primaryKey("pk_odd", "id");
          t.foreignKey("fk_odd", "parent")
              .references(ODD, "id")
              .deferrable(Deferral.INITIALLY_DEFERRED);
        });
  }

  private static FixedRevisions rowsThenTable(String update) {
    return new FixedRevisions()
        .then("one", PutOffChecksTest::tables, op -> op.dropTable(ODD))
        .then(
            "two",
            op -> {
              op.execute("insert into " + SQL + " values (1, 2), (2, null)");
              op.execute(update);
            },
            op -> {})
        .then(
            "three",
            op -> {
              op.execute("update " + SQL + " set id = id");
              op.alterTable(ODD, t -> t.addColumn("name", varchar(9)).fill("'x'").notNull());
              op.run("again", data -> data.update("update " + SQL + " set parent = 1"))
                  .sql("update " + SQL + " set parent = 1");
              op.alterTable(ODD, t -> t.addIndex("ix_odd", "parent"));
              op.renameTable(ODD, "plain");
              op.execute("update plain set parent = 2");
              op.execute("truncate plain");
              op.dropTable("plain");
              tables(op);
            },
            op -> {});
  }

  @ParameterizedTest
  @EnumSource
  void checks_are_made_before_the_table_changes(Transactions transactions) throws Exception {
    limbeck(rowsThenTable("select 1"), transactions).upgrade("head");
    assertThat(database.rows("select version_num from limbeck_version")).hasToString("[[three]]");
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void what_breaks_a_constraint_is_refused(Transactions transactions) {
    Limbeck limbeck = limbeck(rowsThenTable("update " + SQL + " set parent = 9"), transactions);
    assertThatThrownBy(() -> limbeck.upgrade("head"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("fk_odd");
  }

  @Test
  void a_script_makes_them_too() throws Exception {
    SqlScript script =
        limbeck(rowsThenTable("select 1"), Transactions.REVISION)
            .upgradeScript("head", "postgresql");
    assertThat(ScriptClient.byJdbc(database, script.text(), SqlStatements::split))
        .isEqualTo(new Outcome(true, ""));
    assertThat(database.rows("select version_num from limbeck_version")).hasToString("[[three]]");
  }
}
