package dev.limbeck.cli;

import dev.limbeck.command.SqlScript;
import dev.limbeck.config.ConfigurationKey;
import dev.limbeck.dialect.Dialects;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of commands that can write a script instead of touching a database. */
final class ScriptOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--sql",
      description = "Write a script that does it, and touch no database: see the examples.")
  private boolean sql;

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      description =
          "With --sql: the kind of database that the script is for; the one of the url by"
              + " default.")
  private @Nullable String dialect;

  /** True where a script is asked for. */
  boolean wanted() {
    if (dialect != null && !sql) {
      throw new ParameterException(spec.commandLine(), "--dialect is of no use without --sql");
    }
    return sql;
  }

  /**
   * The dialect of the script: what {@code --dialect} says, else {@code --url}, else the only one
   * that is configured, else the configured database's. No database is touched.
   */
  String dialect(Session session) {
    if (dialect != null) {
      return Dialects.named(dialect).name();
    }
    List<String> configured = session.properties().list(ConfigurationKey.DIALECTS);
    if (session.options().url == null && configured.size() == 1) {
      return configured.get(0);
    }
    String found = session.urlDialect();
    if (found == null) {
      List<String> choices =
          configured.isEmpty()
              ? Dialects.all().stream().map(each -> each.name()).toList()
              : configured;
      throw new ParameterException(
          spec.commandLine(),
          "For which database? Say "
              + choices.stream()
                  .map(name -> "--dialect " + name)
                  .collect(Collectors.joining(" or ")));
    }
    if (configured.size() > 1) {
      session.console().talk("For " + found + ", as the url says; --dialect says otherwise.");
    }
    return found;
  }

  /** Writes the script, and nothing else, to stdout. */
  static void write(SqlScript script, Session session) {
    session.console().script(script.text());
    script.notes().forEach(note -> session.console().talk("note: " + note));
  }
}
