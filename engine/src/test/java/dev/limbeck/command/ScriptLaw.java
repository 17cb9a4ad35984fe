package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.sql.SqlStatements;
import dev.limbeck.testsupport.ScriptClient;
import dev.limbeck.testsupport.ScriptClient.Outcome;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Scripts between any two states of random histories do what the commands do. */
abstract class ScriptLaw {

  abstract TestDatabase fresh();

  abstract String dialect();

  @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
  void a_script_leads_where_the_commands_lead(
      @ForAll("histories") List<List<Integer>> facts, @ForAll int choice) throws SQLException {
    RandomHistory history = RandomHistory.of(facts);
    String start = history.ids().get(Math.floorMod(choice, history.ids().size()));
    try (TestDatabase online = fresh();
        TestDatabase scripted = fresh()) {
      Limbeck limbeck =
          Limbeck.builder().revisions(history.revisions()).dataSource(online.dataSource()).build();
      run(scripted, limbeck.upgradeScript(start, dialect()));
      limbeck.upgrade(start);
      fill(online);
      fill(scripted);
      assertSame(online, scripted);

      run(scripted, limbeck.upgradeScript(start + ":head", dialect()));
      limbeck.upgrade("head");
      assertSame(online, scripted);

      run(scripted, limbeck.downgradeScript("head:" + start, dialect()));
      limbeck.downgrade(start);
      assertSame(online, scripted);
    }
  }

  @Provide
  Arbitrary<List<List<Integer>>> histories() {
    return Arbitraries.integers()
        .between(0, RandomHistory.FACTS - 1)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static void fill(TestDatabase database) {
    database.execute("insert into a (code, name) values ('one', 'n'), ('two', 'm')");
  }

  private static void run(TestDatabase database, SqlScript script) {
    assertThat(ScriptClient.byJdbc(database, script.text(), SqlStatements::split))
        .as(script.text())
        .isEqualTo(new Outcome(true, ""));
  }

  private static void assertSame(TestDatabase online, TestDatabase scripted) throws SQLException {
    assertThat(facts(online).differenceTo(facts(scripted))).hasToString("");
    for (String rows :
        List.of(
            "select version_num from limbeck_version order by 1",
            "select id, code, name, number from a order by id")) {
      assertThat(scripted.rows(rows)).isEqualTo(online.rows(rows));
    }
  }

  private static SchemaFacts facts(TestDatabase database) throws SQLException {
    try (Connection connection = database.connection()) {
      return SchemaFacts.of(connection);
    }
  }
}
