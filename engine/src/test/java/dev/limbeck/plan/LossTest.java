package dev.limbeck.plan;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.Generation;
import dev.limbeck.model.SqlExpression;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {

  private static List<String> losses(Consumer<Operations> body) {
    return Loss.of(Recorder.record(body).operations(), "postgresql").stream()
        .map(loss -> loss.text() + " <- " + loss.table() + "." + loss.column())
        .toList();
  }

  @Test
  void what_was_there_before_is_lost_under_the_name_that_it_had() {
    assertThat(
            losses(
                op -> {
                  op.renameTable("a", "b");
                  op.alterTable(
                      "b",
                      t -> {
                        t.renameColumn("x", "y");
                        t.dropColumn("y");
                        t.dropIndex("ix_b_z", "z");
                      });
                  op.dropTable("c");
                }))
        .containsExactly("column b.y <- a.x", "table c <- c.null");
  }

  @Test
  void what_the_revision_made_itself_is_no_loss() {
    assertThat(
            losses(
                op -> {
                  op.createTable("t", t -> t.column("id", bigint()));
                  op.alterTable("t", t -> t.dropColumn("id"));
                  op.renameTable("t", "u");
                  op.dropTable("u");
                  op.alterTable(
                      "v",
                      t -> {
                        t.addColumn("a", bigint());
                        t.dropColumn("a");
                      });
                }))
        .isEmpty();
  }

  @Test
  void values_that_a_formula_replaces_are_lost() {
    Generation formula = Generation.computed(SqlExpression.of("a + 1"), true);
    Generation other = Generation.computed(SqlExpression.of("a + 2"), true);
    assertThat(
            losses(
                op ->
                    op.alterTable(
                        "t",
                        t -> {
                          t.alterColumn("b").generation(null, formula);
                          t.alterColumn("c").generation(formula, other);
                          t.alterColumn("d").generation(formula, null);
                        })))
        .containsExactly("what rows hold in column t.b <- t.b");
  }

  @Test
  void sql_that_deletes_is_named_and_other_sql_is_not() {
    assertThat(
            losses(
                op -> {
                  op.execute("UPDATE t SET a = 1; DROP INDEX ix; DELETE FROM t");
                  op.execute("alter table t drop column b");
                  op.onlyOn("sqlite", o -> o.execute("DROP TABLE never"));
                  op.outsideTransaction(o -> o.execute("TRUNCATE t"));
                }))
        .containsExactly(
            "what this deletes: DELETE FROM t <- null.null",
            "what this deletes: alter table t drop column b <- null.null",
            "what this deletes: TRUNCATE t <- null.null");
  }

  @Test
  void values_that_a_new_type_does_not_compute_from_are_lost() {
    assertThat(
            losses(
                op ->
                    op.alterTable(
                        "t",
                        t -> {
                          t.renameColumn("e", "f");
                          t.alterColumn("b").type(varchar(5), varchar(6)).using("null");
                          t.alterColumn("c").type(varchar(5), varchar(6)).using("upper(\"c\")");
                          t.alterColumn("d")
                              .type(varchar(5), varchar(6))
                              .using(SqlExpression.of("d").on("postgresql", "'d'"));
                          t.alterColumn("f").type(varchar(5), varchar(6)).using("lower(F)");
                          t.addColumn("g", varchar(5));
                          t.alterColumn("g").type(varchar(5), varchar(6)).using("'x'");
                        })))
        .containsExactly(
            "what rows hold in column t.b, which is replaced by null <- t.b",
            "what rows hold in column t.d, which is replaced by 'd' <- t.d");
  }

  @Test
  void sql_of_batches_and_sql_that_stands_for_java_is_looked_into() {
    assertThat(
            losses(
                op -> {
                  op.batches("old ones go", "t", "id", "DELETE FROM t WHERE {batch}");
                  op.batches("b", "t", "id", "UPDATE t SET deleted = true WHERE {batch}");
                  op.run("purge", data -> {}).sql("DELETE FROM u");
                  op.run("count", data -> {});
                }))
        .containsExactly(
            "what this deletes: DELETE FROM t WHERE {batch} <- null.null",
            "what this deletes: DELETE FROM u <- null.null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH d AS (DELETE FROM t RETURNING *) SELECT count(*) FROM d",
        "with a as (select 1), d as materialized (delete from t returning *) insert into u select * from d",
        "with a (x) as (select id from u) /* now */ delete from t where id in (select x from a)",
        "merge into t using u on t.id = u.id when matched then delete",
        "WITH s AS (SELECT 1) MERGE INTO t USING s ON true WHEN MATCHED THEN UPDATE SET a = 1 "
            + "WHEN NOT MATCHED BY SOURCE THEN DELETE",
        "alter table t drop s",
        "ALTER TABLE IF EXISTS ONLY a.\"t\" * ADD x numeric(3, 2), DROP IF EXISTS \"not\"",
        "alter table t alter column c drop default, drop c2 cascade",
        "ALTER TYPE address DROP ATTRIBUTE city CASCADE",
        "DROP TYPE mood CASCADE",
        "DROP MATERIALIZED VIEW v",
        "truncate only t",
        "EXPLAIN ANALYZE DELETE FROM t",
        "CREATE TEMP TABLE gone AS (WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d)",
        "DO $$ begin delete from t; end $$",
        "do language plpgsql 'begin if true then truncate table t; end if; end'",
        "DO $x$ begin for r in delete from t returning * loop null; end loop; end $x$",
        "DO $$ begin execute format('drop table %I', 't'); end $$",
        "DO $$ begin perform 1; alter table t drop s; end $$ language plpgsql",
      })
  void what_takes_rows_or_columns_away_is_found_wherever_it_stands(String sql) {
    assertThat(losses(op -> op.execute(sql)))
        .containsExactly("what this deletes: " + sql + " <- null.null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'delete from t' -- delete from t",
        "UPDATE t SET deleted = true, \"delete\" = 'x'",
        "WITH d AS (SELECT deleted FROM t) UPDATE u SET a = 1",
        "select t.delete from t",
        "select a, delete from t",
        "select delete from t",
        "select case when true then delete end from t",
        "MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN UPDATE SET a = 1",
        "ALTER TABLE t DROP CONSTRAINT ck",
        "ALTER TABLE t ALTER s DROP DEFAULT, ALTER COLUMN s DROP NOT NULL",
        "alter table t alter column s drop identity if exists, alter f drop expression",
        "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u ON DELETE CASCADE",
        "ALTER DOMAIN d DROP NOT NULL",
        "DROP INDEX ix",
        "DROP VIEW v CASCADE",
        "DROP TYPE mood",
        "GRANT SELECT, DELETE, TRUNCATE ON t TO PUBLIC",
        "CREATE TRIGGER tr AFTER DELETE ON t BEGIN DELETE FROM u WHERE id = old.id; END",
        "CREATE OR REPLACE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ begin delete from t; end $$",
        "CREATE FUNCTION f() RETURNS void BEGIN ATOMIC DELETE FROM t; END",
        "CREATE RULE r AS ON DELETE TO t DO INSTEAD DELETE FROM u",
        "DO $$ begin raise notice 'delete from t'; update t set a = 1; end $$",
        "DO $$ begin execute 'create index ix on t (deleted)'; raise notice 'drop table t'; end $$",
        "COMMENT ON TABLE t IS 'drop table t'",
      })
  void what_only_speaks_of_it_or_defines_it_is_none(String sql) {
    assertThat(losses(op -> op.execute(sql))).isEmpty();
  }
}
