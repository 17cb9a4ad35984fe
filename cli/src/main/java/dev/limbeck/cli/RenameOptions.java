package dev.limbeck.cli;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.LookAlike;
import dev.limbeck.autogenerate.RenameAnswers;
import dev.limbeck.autogenerate.Renaming;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the caller says about renames: by options, by a file, or asked at the terminal. */
final class RenameOptions {
  @Option(
      names = "--rename",
      paramLabel = "OLD:NEW",
      description = {
        "A table, column or label of a type that has another name now: orders:purchase_orders,"
            + " orders.total:total_amount, tier.SILVER:STERLING. With - for NEW: it goes, whatever looks like it."
      })
  private List<String> renames = new ArrayList<>();

  @Option(
      names = "--renames",
      paramLabel = "FILE",
      description = "A properties file of such answers: orders.total = total_amount.")
  private @Nullable Path file;

  /** The answers of options and file. */
  RenameAnswers answers(Session session) {
    RenameAnswers given = RenameAnswers.parse(renames);
    Path answers = file;
    return answers == null ? given : given.and(read(session.workingDirectory().resolve(answers)));
  }

  private static RenameAnswers read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      Map<String, String> answers = new TreeMap<>();
      properties
          .stringPropertyNames()
          .forEach(key -> answers.put(key, properties.getProperty(key)));
      return new RenameAnswers(answers, Set.of());
    } catch (IOException | IllegalArgumentException e) {
      throw new LimbeckException(
          "LMB-273", "The file of renames cannot be read.\n  " + file + "   " + e, e);
    }
  }

  /** Asks where a person sits at the terminal. */
  Renaming.Questions questions(Session session) {
    Console console = session.console();
    return alike -> ask(console, alike);
  }

  private static Optional<Boolean> ask(Console console, LookAlike alike) {
    String answer = console.ask("Renamed? " + alike + " [y/n] ");
    if (answer == null || answer.isBlank()) {
      return Optional.empty();
    }
    return switch (answer.strip().toLowerCase(Locale.ROOT)) {
      case "y", "yes" -> Optional.of(true);
      case "n", "no" -> Optional.of(false);
      default -> ask(console, alike);
    };
  }
}
