package dev.limbeck.cli;

import dev.limbeck.command.OperationLines;
import dev.limbeck.command.SquashFinished;
import dev.limbeck.command.SquashRequest;
import dev.limbeck.command.Squashed;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck squash}. */
@Command(
    name = "squash",
    description = {
      "Make one revision of several that follow each other.",
      "",
      "It leads to the same schema, which is proven by replay, and keeps their data steps. It has the id"
          + " of the last of them and counts as applied where all of them are. Their files stay for"
          + " databases that are in the middle, until --finish deletes them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck squash a1b2:3f2a -m \"version 1\"    from a1b2 to 3f2a, both included",
      "  limbeck squash base:3f2a               everything up to 3f2a",
      "  limbeck squash --finish                when no database is in the middle any more",
      "  limbeck squash --finish 3f2a           only this one",
      "To undo a squash before it is finished, delete its file."
    })
final class SquashCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FIRST:LAST",
      arity = "0..1",
      description = "The revisions, both ends included; with --finish the squash.")
  private @Nullable String revisions;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "MESSAGE",
      description = "What it does, in a line.")
  private @Nullable String message;

  @Option(names = "--finish", description = "Delete the files that squashes replace.")
  private boolean finish;

  @Option(
      names = "--offline",
      description = "With --finish: do not look where the database stands.")
  private boolean offline;

  SquashCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (finish) {
      if (message != null) {
        throw new ParameterException(spec.commandLine(), "-m is of no use with --finish");
      }
      finished(session.limbeck().finishSquash(revisions, offline));
      return ExitCode.DONE;
    }
    if (revisions == null) {
      throw new ParameterException(
          spec.commandLine(), "Say which revisions, as FIRST:LAST, or give --finish");
    }
    Squashed squashed = session.limbeck().squash(new SquashRequest(revisions, message));
    Console console = session.console();
    console.result(session.shown(squashed.file()));
    OperationLines.of(squashed.operations()).forEach(line -> console.result(line.toString()));
    console.talk(
        "It replaces "
            + squashed.replaced().size()
            + " revisions, whose files stay for databases in the middle. `limbeck squash --finish "
            + squashed.id()
            + "` deletes them.");
    return ExitCode.DONE;
  }

  private void finished(SquashFinished finished) {
    Console console = session.console();
    finished.deleted().forEach(file -> console.result("deleted " + session.shown(file)));
    finished.changed().forEach(file -> console.result("changed " + session.shown(file)));
    if (finished.ids().isEmpty()) {
      console.talk("Nothing to do: no squash has files that it replaces.");
    } else {
      console.talk(
          "Databases that are in the middle of "
              + String.join(", ", finished.ids())
              + " cannot go on any more.");
    }
    finished.notes().forEach(note -> console.talk("note: " + note));
  }
}
