package dev.limbeck.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import dev.limbeck.migration.Recording;
import dev.limbeck.migration.Revision;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OutsideTransaction;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RecorderTest {

  @Revision(id = "abc123")
  private record Failing(Consumer<Operations> body) implements Migration {
    @Override
    public void upgrade(Operations op) {
      body.accept(op);
    }

    @Override
    public void downgrade(Operations op) {
      downgrade(op);
    }
  }

  @Test
  void sql_that_ends_the_transaction_is_refused_with_its_line() {
    for (Consumer<Operations> body :
        List.<Consumer<Operations>>of(
            op -> op.execute("INSERT INTO b VALUES (2); COMMIT"),
            op -> op.run("b", db -> {}).sql("INSERT INTO b VALUES (2); COMMIT"),
            op -> op.onlyOn("sqlite", o -> o.execute("COMMIT")))) {
      assertThatThrownBy(() -> Recorder.record(body))
          .isInstanceOf(LimbeckException.class)
          .hasMessageMatching(
              "(?s)LMB-280 The SQL of a revision begins or ends a transaction\\.\n"
                  + "  RecorderTest\\.java:3\\d   COMMIT\n.*op\\.outsideTransaction.*");
    }
  }

  @Test
  void outside_of_the_transaction_sql_may_have_its_own() {
    Recording recording =
        Recorder.record(
            op ->
                op.outsideTransaction(
                    o ->
                        o.onlyOn("postgresql", inner -> inner.execute("BEGIN; SELECT 1; COMMIT"))));

    assertThat(recording.operations())
        .singleElement()
        .isInstanceOf(OutsideTransaction.class)
        .asString()
        .contains(new ExecuteSql("BEGIN; SELECT 1; COMMIT").toString());
  }

  @Test
  void whatever_a_body_throws_is_an_error_that_names_the_revision_and_the_line() {
    Consumer<Operations> failing =
        op -> {
          throw new AssertionError("nope");
        };
    assertThatThrownBy(() -> Recorder.upgrade(new Failing(failing)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageMatching(
            "LMB-206 The upgrade of revision abc123 fails before anything is run\\.\n"
                + "  java.lang.AssertionError: nope\n"
                + "  RecorderTest\\.java:\\d+");
    assertThatThrownBy(() -> Recorder.downgrade(new Failing(failing)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageMatching(
            "LMB-206 The downgrade of revision abc123 fails before anything is run\\.\n"
                + "  java.lang.StackOverflowError\n"
                + "  RecorderTest\\.java:\\d+");
  }
}
