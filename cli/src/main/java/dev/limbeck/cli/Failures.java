package dev.limbeck.cli;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.GraphException;
import dev.limbeck.graph.GraphProblem;
import java.nio.file.InvalidPathException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, and with which exit code the command ends. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Session session;

  Failures(Session session) {
    this.session = session;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    session.console().error("LMB-501 " + wrong(failure, command));
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      session
          .console()
          .error("  Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?");
    }
    session.console().error("  See `" + command.getCommandSpec().qualifiedName() + " --help`.");
    return ExitCode.USAGE;
  }

  private static String wrong(ParameterException failure, CommandLine command) {
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !command.getSubcommands().isEmpty()) {
      return "There is no command '" + unmatched.getUnmatched().get(0) + "'.";
    }
    return String.valueOf(failure.getMessage());
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    int exit = handle(failure);
    if (failure instanceof GraphException graph && graph.problem() == GraphProblem.MULTIPLE_HEADS) {
      new SeveralHeads(session).lines(command.getCommandName()).forEach(session.console()::error);
    }
    return exit;
  }

  /** Says it. */
  int handle(Throwable failure) {
    if (session.options().stacktrace) {
      failure.printStackTrace(session.console().err());
    }
    if (failure instanceof LimbeckException expected) {
      String message = String.valueOf(expected.getMessage());
      if (session.run().isInJson()) {
        session
            .console()
            .result(
                "{\"event\": \"error\", \"code\": "
                    + JsonText.of(expected.code())
                    + ", \"message\": "
                    + JsonText.of(message)
                    + "}");
      }
      session.console().error(message);
      return expected.exitCode();
    }
    if (failure instanceof InvalidPathException path) {
      session
          .console()
          .error(
              "LMB-004 A path cannot be used: "
                  + path.getInput()
                  + "\n  "
                  + path.getReason()
                  + "\n  Where it has letters that are not English, set LC_ALL to a locale of UTF-8,"
                  + " such as C.UTF-8.");
      return ExitCode.CONFIGURATION;
    }
    StackTraceElement[] trace = failure.getStackTrace();
    session
        .console()
        .error(
            "LMB-900 Limbeck failed in a way that it does not know: "
                + failure
                + (trace.length == 0 ? "" : "\n  at " + trace[0])
                + "\n  This is a defect of Limbeck. Please report it, with what the same command"
                + " says with --stacktrace.");
    return ExitCode.BUG;
  }
}
