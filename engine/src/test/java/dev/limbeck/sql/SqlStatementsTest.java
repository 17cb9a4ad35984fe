package dev.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatementsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN",
        "begin immediate",
        "START TRANSACTION ISOLATION LEVEL SERIALIZABLE",
        "COMMIT",
        "commit prepared 'x'",
        "END",
        "End Transaction",
        "ROLLBACK",
        "ROLLBACK TO SAVEPOINT a",
        "ABORT",
        "SAVEPOINT a",
        "RELEASE a",
        "PREPARE TRANSACTION 'x'",
        "/* done */ COMMIT"
      })
  void a_statement_whose_first_word_controls_the_transaction_is_found(String statement) {
    assertThat(SqlStatements.transactionControl(statement)).isEqualTo(statement);
    assertThat(SqlStatements.transactionControl("INSERT INTO a VALUES (1);\n" + statement + ";"))
        .isEqualTo(statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "INSERT INTO a VALUES ('; COMMIT;') -- ; COMMIT",
        "SELECT CASE WHEN a = 1 THEN 2 END FROM t",
        "PREPARE find AS SELECT 1",
        "INSERT INTO \"begin\" VALUES (1)",
        "DO $$ BEGIN PERFORM 1; COMMIT; END $$",
        "DO $x$\nDECLARE\n  n int;\nBEGIN\n  n := 1;\nEND;\n$x$;",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
        "CREATE FUNCTION f() RETURNS int LANGUAGE SQL BEGIN ATOMIC SELECT 1; SELECT 2; END",
        "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC"
            + " INSERT INTO a VALUES (CASE WHEN true THEN 1 END); DELETE FROM b; END; SELECT 1",
        "CREATE TRIGGER t AFTER INSERT ON a WHEN CASE new.x WHEN 1 THEN 1 ELSE 0 END BEGIN"
            + " UPDATE a SET x = CASE WHEN x = 1 THEN 2 END; DELETE FROM b; END; SELECT 1"
      })
  void words_in_quotes_and_bodies_are_none(String script) {
    assertThat(SqlStatements.transactionControl(script)).isNull();
  }
}
