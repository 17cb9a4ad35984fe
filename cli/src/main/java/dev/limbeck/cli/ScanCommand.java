package dev.limbeck.cli;

import dev.limbeck.autogenerate.EntityModel;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code limbeck scan}. */
@Command(
    name = "scan",
    description = {
      "Show what Limbeck reads from the entities; needs no database.",
      "",
      "Prints the classes that were found and why, those that were skipped and why, every setting in"
          + " force and where it comes from, and the tables.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  limbeck scan",
      "  limbeck scan -v                    with every table and its columns"
    })
final class ScanCommand implements Callable<Integer> {
  private final Session session;

  ScanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    EntityModel model = session.scanned(session.dialects());
    section("Found", model.found());
    section(
        "Skipped",
        model.skipped().stream().filter(line -> !line.startsWith(Entities.WARNING)).toList());
    section(
        "Settings",
        model.settings().stream()
            .map(each -> each.name() + " = " + each.value() + "  (" + each.origin() + ")")
            .toList());
    Console console = session.console();
    console.result("Tables: " + model.model().tables().size());
    model
        .model()
        .tables()
        .forEach(
            table -> {
              console.result("  " + table.name());
              if (session.options().verbose) {
                table
                    .columns()
                    .forEach(
                        column ->
                            console.result(
                                "    "
                                    + column.name()
                                    + " "
                                    + column.type()
                                    + (column.nullable() ? "" : " not null")));
              }
            });
    return ExitCode.DONE;
  }

  private void section(String title, List<String> lines) {
    session.console().result(title + ": " + lines.size());
    lines.forEach(line -> session.console().result("  " + line));
  }
}
