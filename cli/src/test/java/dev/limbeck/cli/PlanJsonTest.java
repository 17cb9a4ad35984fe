package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.command.DeploymentPlan;
import dev.limbeck.command.PlannedLoss;
import dev.limbeck.command.PlannedRevision;
import dev.limbeck.command.PlannedRevision.Line;
import dev.limbeck.command.PlannedRevision.Part;
import dev.limbeck.dialect.TableLock;
import dev.limbeck.dialect.TableSize;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.RevisionStep;
import dev.limbeck.json.JsonParser;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.plan.Notice;
import dev.limbeck.plan.Transactions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan as JSON. */
class PlanJsonTest {
  @Test
  void all_of_a_plan_is_in_one_object() {
    Line sql =
        new Line(
            "DROP TABLE \"o\"",
            true,
            false,
            List.of(
                new TableLock("\"o\"", "ACCESS EXCLUSIVE", "everybody waits"),
                new TableLock("p", "SHARE", "writers wait")),
            List.of(new Notice(Notice.Level.WARNING, "differs")));
    Line java = new Line("count\nthem", false, true, List.of(), List.of());
    RevisionNode node =
        new RevisionNode("aaa111", List.of(), List.of(), List.of(), List.of(), "say \"hi\"");
    DeploymentPlan plan =
        new DeploymentPlan(
            Transactions.REVISION,
            List.of(
                new PlannedRevision(
                    new RevisionStep(node, Direction.DOWNGRADE, List.of()),
                    List.of(new Part(true, List.of(sql)), new Part(false, List.of(java, java))))),
            List.of("too many locks"),
            List.of(new TableSize(QualifiedName.parse("o"), 12, true, null)),
            List.of(new PlannedLoss("aaa111", "table o", 12L)));

    assertThat(JsonParser.parse(PlanJson.of(plan)))
        .isEqualTo(
            JsonParser.parse(
                """
                {"transactions": "revision", "revisions": [
                  {"revision": "aaa111", "direction": "downgrade", "message": "say \\"hi\\"",
                   "groups": [
                     {"inTransaction": true, "statements": [
                       {"sql": "DROP TABLE \\"o\\"", "provisional": false,
                        "locks": [
                          {"object": "\\"o\\"", "mode": "ACCESS EXCLUSIVE",
                           "effect": "everybody waits"},
                          {"object": "p", "mode": "SHARE", "effect": "writers wait"}],
                        "notices": [{"level": "warning", "text": "differs"}]}]},
                     {"inTransaction": false, "statements": [
                       {"java": "count\\nthem", "provisional": true, "locks": [], "notices": []},
                       {"java": "count\\nthem", "provisional": true, "locks": [], "notices": []}
                     ]}]}],
                 "risks": ["too many locks"],
                 "tables": [{"table": "o", "rows": 12, "estimated": true, "bytes": null}],
                 "losses": [{"revision": "aaa111", "what": "table o", "rows": 12}]}
                """));
  }
}
