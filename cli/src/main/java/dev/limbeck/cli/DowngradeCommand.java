package dev.limbeck.cli;

import dev.limbeck.command.Deployed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck downgrade}. */
@Command(
    name = "downgrade",
    description = {
      "Undo revisions, newest first, each in a transaction of its own, or as --transactions says.",
      "",
      "Columns and tables that revisions added go, with the rows in them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck downgrade -1               undoes the last revision",
      "  limbeck downgrade 3f2a             back to the revision whose id begins so, which stays",
      "  limbeck downgrade base             undoes everything",
      "  limbeck downgrade billing@-1       undoes the last one of the branch labelled billing",
      "",
      "A script instead, which has to be told where it starts:",
      "  limbeck downgrade head:3f2a --sql --dialect postgresql > downgrade.sql"
    })
final class DowngradeCommand implements Callable<Integer> {
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

  @Parameters(
      paramLabel = "TARGET",
      description = "base, -N, an id or its beginning, label@-N. With --sql FROM:TO.")
  private String target = "";

  DowngradeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RelativeTarget.check(target, spec);
    run.giveTo(session.run());
    if (script.wanted()) {
      run.demandText("--sql");
      String dialect = script.dialect(session);
      ScriptOptions.write(session.deploying().downgradeScript(target, dialect), session);
      return ExitCode.DONE;
    }
    session.connectAhead();
    session.run().confirmed(deploy.confirm);
    if (plan) {
      run.show(session.deploying().planDowngrade(target), session.console());
      return ExitCode.DONE;
    }
    Deployed deployed = session.deploying().downgrade(target);
    if (deployed.steps().isEmpty()) {
      session.console().talk("Nothing to do: the database is at " + target + " already.");
    }
    return ExitCode.DONE;
  }
}
