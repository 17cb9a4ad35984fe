package dev.limbeck.cli;

import dev.limbeck.LimbeckException;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.OperationLines;
import dev.limbeck.command.Overlaps;
import dev.limbeck.command.RevisionRequest;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.config.ConfigurationKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck revision}. */
@Command(
    name = "revision",
    description = {
      "Write a new revision: a Java class with upgrade and downgrade.",
      "",
      "With --autogenerate it does what makes the database what the entities want; the database has"
          + " to be at head. What is written is tried on scratch databases first: up, down and up"
          + " again. Read it before you apply it. Without --autogenerate its body is empty, for you"
          + " to write.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck revision --autogenerate -m \"orders get a customer\"",
      "  limbeck revision --autogenerate --offline -m \"orders get a customer\"",
      "  limbeck revision --autogenerate --from-empty -m \"what was there\"",
      "  limbeck revision -m \"fill in missing emails\"",
      "  limbeck revision -m \"hotfix\" --head 3f2a --splice    a second branch after 3f2a",
      "  limbeck revision -m \"billing\" --head base --branch-label billing",
      "  limbeck revision --autogenerate -m \"names\" --rename orders.total:total_amount",
      "  limbeck revision --autogenerate -m \"billing\" --include table:billing_*",
      "  limbeck revision -m \"both\" --head heads              joins all branches, as merge does"
    })
final class RevisionCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = {"-m", "--message"},
      required = true,
      paramLabel = "MESSAGE",
      description = "What it does, in a line.")
  private String message = "";

  @Option(
      names = "--autogenerate",
      description = "Fill it with what lies between the database and the entities.")
  private boolean autogenerate;

  @Option(
      names = "--offline",
      description = "With --autogenerate: compare what the revisions lead to, without a database.")
  private boolean offline;

  @Option(
      names = "--from-empty",
      description =
          "With --autogenerate, for the first revision: what makes the database as it is of an"
              + " empty one. Then `limbeck stamp head`.")
  private boolean fromEmpty;

  @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a random one.")
  private @Nullable String id;

  @Option(
      names = "--head",
      paramLabel = "REVISION",
      split = ",",
      description = "The revision that it follows; head by default. Several make it a merge.")
  private List<String> heads = new ArrayList<>();

  @Option(
      names = "--splice",
      description = "It may follow a revision that is followed already: a new branch.")
  private boolean splice;

  @Option(
      names = "--branch-label",
      paramLabel = "LABEL",
      description = "A name for the branch that begins with it.")
  private List<String> branchLabels = new ArrayList<>();

  @Option(
      names = "--depends-on",
      paramLabel = "REVISION",
      description = "A revision of another branch that has to be applied before.")
  private List<String> dependsOn = new ArrayList<>();

  @Mixin private final RenameOptions renames = new RenameOptions();

  @Mixin private final ObjectOptions objects = new ObjectOptions();

  @Option(
      names = "--version-path",
      paramLabel = "DIR",
      description = "Which of several directories of revisions it goes to.")
  private @Nullable Path versionPath;

  @Option(
      names = "--no-verify",
      description = "With --autogenerate: write it without trying it on scratch databases first.")
  private boolean unverified;

  @Option(names = "--edit", description = "Open it in the editor.")
  private boolean edit;

  RevisionCommand(Session session) {
    this.session = session;
  }

  private boolean verified() {
    return !unverified && session.properties().flag(ConfigurationKey.AUTOGENERATE_VERIFY, true);
  }

  @Override
  public Integer call() {
    if (fromEmpty && (offline || !autogenerate)) {
      throw new LimbeckException(
          "LMB-501",
          "--from-empty reads the database that is to be adopted.\n"
              + "  It goes with --autogenerate, and not with --offline.");
    }
    if (autogenerate) {
      if (!offline) {
        session.connectAhead();
      }
      session.entities().readAhead(session.dialectsWithoutDatabase());
    }
    boolean verified = autogenerate && verified();
    session.compareOnly(objects);
    RevisionRequest request =
        new RevisionRequest(
            message,
            autogenerate,
            id,
            heads.isEmpty() ? List.of("head") : heads,
            splice,
            branchLabels,
            dependsOn,
            session.resolved(versionPath),
            renames.answers(session),
            renames.questions(session),
            fromEmpty,
            verified);
    Limbeck limbeck =
        offline ? session.offlineLimbeck() : verified ? session.generating() : session.limbeck();
    // Before the file is there: what does not compile is not joined.
    Overlaps overlaps = limbeck.overlaps(heads);
    RevisionWritten written =
        offline ? limbeck.revisionOffline(request) : limbeck.revision(request);
    Console console = session.console();
    Path file = written.file();
    if (file == null) {
      console.talk(
          offline
              ? "Nothing to do: the revisions lead to what the entities want."
              : fromEmpty
                  ? "Nothing to do: the database is empty."
                  : "Nothing to do: the database has what the entities want.");
    } else {
      console.result(session.shown(file));
      OperationLines.of(written.operations()).forEach(line -> console.result(line.toString()));
    }
    written.notes().forEach(note -> console.talk("note: " + note));
    written.proofs().forEach(proof -> console.talk(proof.toString()));
    if (file != null) {
      JoinWarnings.print(overlaps, console);
      if (edit) {
        Editor.of(session, file).open(file);
      }
    }
    return ExitCode.DONE;
  }
}
