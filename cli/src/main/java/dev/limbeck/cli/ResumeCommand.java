package dev.limbeck.cli;

import dev.limbeck.command.Limbeck;
import dev.limbeck.command.Resumption;
import dev.limbeck.graph.Direction;
import dev.limbeck.runtime.JournalRow;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck resume}. */
@Command(
    name = "resume",
    description = {
      "Finish a revision that an earlier deployment left half done.",
      "",
      "A revision with steps outside of its transaction can be left so, when its deployment is"
          + " killed or a step fails. Shows which steps are done, then does the rest; `limbeck"
          + " upgrade` does the same and goes on. Only where nobody can see whether a step is done,"
          + " an answer is needed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck resume                     finish, as far as Limbeck can see what is done",
      "  limbeck resume --done              the step in question is done: go on after it",
      "  limbeck resume --retry             the step in question is to be run again"
    })
final class ResumeCommand implements Callable<Integer> {
  private final Session session;

  @ArgGroup private Answer answer = new Answer();

  @Mixin private final DeployOptions deploy = new DeployOptions();

  /** What a person knows of the step. */
  static final class Answer {
    @Option(names = "--done", description = "The step of which nobody knows is done.")
    private boolean done;

    @Option(names = "--retry", description = "The step of which nobody knows is to be run again.")
    private boolean retry;

    @Option(
        names = "--forget",
        description =
            "Forget that the revision was begun, and run nothing: what is done of it is undone by"
                + " hand.")
    private boolean forget;
  }

  ResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.run().confirmed(deploy.confirm);
    Limbeck limbeck = session.deploying();
    Console console = session.console();
    List<JournalRow> rows = limbeck.unfinished();
    if (rows.isEmpty()) {
      console.talk("Nothing to do: no revision is half done.");
      return ExitCode.DONE;
    }
    String revision = "";
    for (JournalRow row : rows) {
      if (!row.revision().equals(revision)) {
        revision = row.revision();
        console.talk(
            revision
                + " is half "
                + (row.direction() == Direction.UPGRADE ? "applied" : "undone")
                + ":");
      }
      console.talk(
          "  step "
              + row.step()
              + " of "
              + row.steps()
              + "  "
              + (row.done() ? "done " : "begun")
              + "  "
              + row.started()
              + "  "
              + row.what());
    }
    limbeck.resume(how());
    if (answer.forget) {
      console.result("forgotten " + revision);
    }
    return ExitCode.DONE;
  }

  private Resumption how() {
    if (answer.done) {
      return Resumption.DONE;
    }
    if (answer.retry) {
      return Resumption.RETRY;
    }
    return answer.forget ? Resumption.FORGET : Resumption.CONTINUE;
  }
}
