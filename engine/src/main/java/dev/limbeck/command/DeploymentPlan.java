package dev.limbeck.command;

import dev.limbeck.dialect.TableSize;
import dev.limbeck.plan.Transactions;
import java.util.List;

/**
 * What an upgrade or downgrade would do, found out without doing it.
 *
 * @param transactions how much one transaction would hold
 * @param revisions in the order in which they would run; none where nothing is to be done
 * @param concerns why a transaction may not fit into the server, for people
 * @param tables the tables that are there and would be changed, with their sizes
 * @param losses what would be thrown away, with the number of rows where it can be counted
 */
public record DeploymentPlan(
    Transactions transactions,
    List<PlannedRevision> revisions,
    List<String> concerns,
    List<TableSize> tables,
    List<PlannedLoss> losses) {
  public DeploymentPlan {
    revisions = List.copyOf(revisions);
    concerns = List.copyOf(concerns);
    tables = List.copyOf(tables);
    losses = List.copyOf(losses);
  }
}
