package dev.limbeck.cli;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.command.ChangedRevision;
import dev.limbeck.command.DifferenceLines;
import dev.limbeck.command.Explained;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.OperationLine;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck check}. */
@Command(
    name = "check",
    description = {
      "Compare the database with the entities; changes nothing.",
      "",
      "Prints a line for each fact that differs, and for each revision that was changed after it"
          + " was applied what differs.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck check                      exit code 1 where there are differences",
      "  limbeck check --explain            where each side comes from",
      "  limbeck check --format json        for scripts",
      "  limbeck check --offline            the revisions instead of a database: for CI"
    })
final class CheckCommand implements Callable<Integer> {

  /** How differences are written. */
  enum Format {
    text,
    json
  }

  private final Session session;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (the default) or json.")
  private Format format = Format.text;

  @Option(
      names = "--offline",
      description = "Compare what the revisions lead to, without a database.")
  private boolean offline;

  @Option(
      names = "--explain",
      description = "Say of each difference where both sides come from, and why they differ.")
  private boolean explain;

  @Mixin private final ObjectOptions objects = new ObjectOptions();

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.compareOnly(objects);
    if (!offline) {
      session.connectAhead();
    }
    session.entities().readAhead(session.dialectsWithoutDatabase());
    Limbeck limbeck = offline ? session.offlineLimbeck() : session.limbeck();
    if (!offline) {
      session.mentionMissingDatabase();
    }
    Console console = session.console();
    List<ChangedRevision> changed = offline ? List.of() : limbeck.verify();
    Explained explained;
    try {
      explained = explained(limbeck);
    } catch (LimbeckException e) {
      // What is known already is said whatever the entities are.
      changed.forEach(revision -> console.warning(String.join("\n", revision.report())));
      throw e;
    }
    Comparison comparison = explained.comparison();
    List<OperationLine> lines = DifferenceLines.of(comparison.operations());
    if (format == Format.json) {
      DifferencesJson.lines(lines, explained.explanations(), changed, comparison.notes())
          .forEach(console::result);
    } else {
      if (explain) {
        ExplanationText.lines(explained.explanations()).forEach(console::result);
      } else {
        lines.forEach(line -> console.result(line.toString()));
      }
      for (ChangedRevision revision : changed) {
        console.result("changed_revision " + String.join("\n", revision.report()));
      }
    }
    comparison.notes().forEach(note -> console.talk("note: " + note));
    if (!changed.isEmpty()) {
      console.talk(
          "A revision says something else now than when it was applied: restore it, or see"
              + " `limbeck repair "
              + changed.get(0).header().id()
              + "`.");
    } else if (lines.isEmpty()) {
      console.talk(
          offline
              ? "No differences: the revisions lead to what the entities want."
              : "No differences: the database has what the entities want.");
      return ExitCode.DONE;
    }
    return ExitCode.NO;
  }

  private Explained explained(Limbeck limbeck) {
    if (explain) {
      return offline ? limbeck.explainOffline() : limbeck.explain();
    }
    return new Explained(offline ? limbeck.checkOffline() : limbeck.check(), List.of());
  }
}
