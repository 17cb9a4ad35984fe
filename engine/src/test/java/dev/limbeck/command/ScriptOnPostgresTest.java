package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.testsupport.ScriptClient.Outcome;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScriptOnPostgresTest extends ScriptContract {

  @Override
  TestDatabase fresh() {
    return TestPostgres.freshDatabase();
  }

  @Override
  String dialect() {
    return "postgresql";
  }

  @Test
  void a_script_does_not_run_while_somebody_deploys() throws Exception {
    FixedRevisions revisions =
        new FixedRevisions()
            .then("one", op -> op.createTable("t", t -> t.column("id", bigint())), op -> {});
    SqlScript script = limbeck(null, revisions).upgradeScript("head", dialect());
    Deployment deployment = Dialects.named(dialect()).deployment();
    try (Deployment.Lock lock =
        deployment.lock(
            scripted.dataSource()::getConnection,
            QualifiedName.parse("limbeck_version"),
            Duration.ofSeconds(5))) {
      lock.verify();
      Outcome outcome = outcome(script);
      assertThat(outcome.done()).isFalse();
      assertThat(outcome.output()).contains("Another deployment is at work");
    }
    run(script);
  }

  @Test
  void the_error_says_where_the_database_stands() {
    FixedRevisions revisions =
        new FixedRevisions().then("one", op -> {}, op -> {}).then("two", op -> {}, op -> {});
    Limbeck limbeck = limbeck(null, revisions);
    run(limbeck.upgradeScript("one", dialect()));

    assertThat(outcome(limbeck.upgradeScript("two:two", dialect())).done()).isTrue();
    assertThat(outcome(limbeck.downgradeScript("two:base", dialect())).output())
        .contains("limbeck_version has the rows (one), but this script expects (two) here.");
  }
}
