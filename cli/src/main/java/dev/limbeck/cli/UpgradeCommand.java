package dev.limbeck.cli;

import dev.limbeck.command.Deployed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck upgrade}. */
@Command(
    name = "upgrade",
    description = {
      "Apply revisions to the database, each in a transaction of its own, or as --transactions says.",
      "",
      "Another deployer is waited for. Where a revision fails, it is rolled back and the database"
          + " stays at the one before.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck upgrade head               to the newest revision",
      "  limbeck upgrade +1                 one revision further",
      "  limbeck upgrade 3f2a               to the revision whose id begins so",
      "  limbeck upgrade heads              to the newest of every branch",
      "  limbeck upgrade billing@head       to the newest of the branch labelled billing",
      "  limbeck upgrade head --url postgresql://me@localhost/shop",
      "",
      "A script instead, for whoever runs it; from base, or from where that database stands:",
      "  limbeck upgrade head --sql --dialect postgresql > upgrade.sql",
      "  limbeck upgrade 3f2a:head --sql --dialect postgresql > upgrade.sql"
    })
final class UpgradeCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private final ScriptOptions script = new ScriptOptions();

  @Mixin private final DeployOptions deploy = new DeployOptions();

  @Mixin private final RunOptions run = new RunOptions();

  @Option(
      names = "--plan",
      description =
          "Show the statements, what they lock, and what data would be lost; change nothing.")
  private boolean plan;

  @Option(
      names = "--backup",
      description = "Copy the database first, into a file beside it; for SQLite.")
  private boolean backup;

  @Parameters(
      paramLabel = "TARGET",
      description =
          "head, heads, an id or its beginning, +N, id+N, label@head. With --sql also FROM:TO.")
  private String target = "";

  UpgradeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RelativeTarget.check(target, spec);
    run.giveTo(session.run());
    if (script.wanted()) {
      run.demandText("--sql");
      String dialect = script.dialect(session);
      ScriptOptions.write(session.deploying().upgradeScript(target, dialect), session);
      return ExitCode.DONE;
    }
    session.connectAhead();
    session.run().confirmed(deploy.confirm);
    session.run().backup(backup);
    if (plan) {
      run.show(session.deploying().planUpgrade(target), session.console());
      return ExitCode.DONE;
    }
    Deployed deployed = session.deploying().upgrade(target);
    if (deployed.steps().isEmpty()) {
      boolean atHead = target.equals("head") || target.equals("heads");
      session
          .console()
          .talk(
              atHead
                  ? "Nothing to do: the database is at " + target + " already."
                  : "Nothing to do: all that " + target + " asks for is applied already.");
    }
    return ExitCode.DONE;
  }
}
