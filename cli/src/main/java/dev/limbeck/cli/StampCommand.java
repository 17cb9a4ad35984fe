package dev.limbeck.cli;

import dev.limbeck.graph.StampStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck stamp}. */
@Command(
    name = "stamp",
    description = {
      "Write down that the database is at a revision, without running anything.",
      "",
      "For a database that has the tables already, or that was changed by hand.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck stamp head                 everything is there already",
      "  limbeck stamp base                 forgets all revisions; tables stay",
      "  limbeck stamp --purge 3f2a         also where the database names a revision that is gone",
      "  limbeck stamp 3f2a:head --sql      a script instead, for a database at 3f2a"
    })
final class StampCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private final ScriptOptions script = new ScriptOptions();

  @Mixin private final DeployOptions deploy = new DeployOptions();

  @Parameters(
      paramLabel = "REVISION",
      arity = "1..*",
      description =
          "head, heads, base, an id or its beginning, label@head. With --sql also FROM:TO.")
  private List<String> revisions = new ArrayList<>();

  @Option(names = "--purge", description = "Empty the version table first, whatever it says.")
  private boolean purge;

  StampCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    revisions.forEach(target -> RelativeTarget.check(target, spec));
    if (script.wanted()) {
      String dialect = script.dialect(session);
      ScriptOptions.write(session.deploying().stampScript(revisions, purge, dialect), session);
      return ExitCode.DONE;
    }
    session.run().confirmed(deploy.confirm);
    List<StampStep> steps = session.deploying().stamp(revisions, purge);
    steps.forEach(
        step -> session.console().result("stamped " + ids(step.from()) + " -> " + ids(step.to())));
    if (steps.isEmpty() && purge) {
      session.console().result("stamped " + ids(List.of()) + ", and nothing else");
    } else if (steps.isEmpty()) {
      session.console().talk("Nothing to do: the database is stamped so already.");
    }
    return ExitCode.DONE;
  }

  private static String ids(List<String> ids) {
    return ids.isEmpty() ? "<base>" : String.join(", ", ids);
  }
}
