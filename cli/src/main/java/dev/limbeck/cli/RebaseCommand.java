package dev.limbeck.cli;

import dev.limbeck.command.RebaseRequest;
import dev.limbeck.command.Rebased;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck rebase}. */
@Command(
    name = "rebase",
    description = {
      "Let a revision that is not applied yet follow another one.",
      "",
      "Two heads become one line: the revision's `revises` changes in its file, its mapping is carried"
          + " along, and what is above it moves with it. All of them have to fit on their new place by"
          + " replay; else nothing is written.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck rebase 3f2a --onto 91c0            3f2a follows 91c0 now",
      "  limbeck rebase 3f2a --onto base            3f2a becomes a first revision",
      "  limbeck rebase 3f2a --onto 91c0 --from a1b2    one of the parents of a merge",
      "  limbeck rebase 3f2a --onto 91c0 --offline  looks at no database"
    })
final class RebaseCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "REVISION",
      description = "The revision that moves: an id or its beginning, head, label@head.")
  private String revision = "";

  @Option(
      names = "--onto",
      required = true,
      paramLabel = "REVISION",
      description = "The revision that it is to follow, or base.")
  private String onto = "";

  @Option(
      names = "--from",
      paramLabel = "REVISION",
      description = "Of several parents the one that is replaced, or all.")
  private @Nullable String from;

  @Option(names = "--offline", description = "Do not look whether the database has applied it.")
  private boolean offline;

  RebaseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Rebased rebased = session.limbeck().rebase(new RebaseRequest(revision, onto, from, offline));
    Console console = session.console();
    if (rebased.files().isEmpty()) {
      console.talk(
          "Nothing to do: " + rebased.id() + " follows " + ids(rebased.to()) + " already.");
      return ExitCode.DONE;
    }
    console.result(rebased.id() + ": " + ids(rebased.from()) + " -> " + ids(rebased.to()));
    rebased.files().forEach(file -> console.result(session.shown(file)));
    if (!rebased.moved().isEmpty()) {
      console.talk("Moved along: " + ids(rebased.moved()) + ".");
    }
    rebased.notes().forEach(note -> console.talk("note: " + note));
    return ExitCode.DONE;
  }

  private static String ids(List<String> ids) {
    return ids.isEmpty() ? "<base>" : String.join(", ", ids);
  }
}
