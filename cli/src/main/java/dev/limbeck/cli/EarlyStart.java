package dev.limbeck.cli;

import dev.limbeck.Background;
import dev.limbeck.LimbeckException;
import dev.limbeck.config.ConfigurationKey;
import dev.limbeck.config.DatabaseUrl;
import dev.limbeck.config.DriverConnections;
import dev.limbeck.config.LimbeckProperties;
import dev.limbeck.scanner.cache.CachedEntities;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a command certainly needs, begun while its options are still read, which takes as long as to
 * connect: the settings, a connection, the entities.
 *
 * <p>The arguments are only glanced at. Where one of them may lead elsewhere nothing is begun, and
 * what was begun is taken only where the options, once they are read, lead to the same settings.
 */
final class EarlyStart {
  private static final String REVISION = "revision";
  private static final Set<String> CONNECTING =
      Set.of("check", "current", "downgrade", "log", REVISION, "upgrade");
  private static final Set<String> READING = Set.of("check", REVISION);

  /** Other settings, another database, or none. */
  private static final List<String> ELSEWHERE =
      List.of("--url", "--env", "--verbose", "--help", "--version", "--offline", "--sql");

  private static final List<String> CONFIGURATION = List.of("--config", "-c");

  private final Path file;
  private final Background<@Nullable Begun, RuntimeException> beginning;

  private EarlyStart(Path file, Background<@Nullable Begun, RuntimeException> beginning) {
    this.file = file;
    this.beginning = beginning;
  }

  /**
   * What was begun.
   *
   * @param entities null where the command needs none, or none are kept
   */
  record Begun(
      LimbeckProperties properties,
      DriverConnections connections,
      @Nullable CachedEntities entities) {
    void close() {
      connections.close();
      if (entities != null) {
        entities.close();
      }
    }
  }

  /** Begins what the arguments ask for; null where they ask for nothing, or might not. */
  static @Nullable EarlyStart of(
      String[] args, Path workingDirectory, Map<String, String> environment) {
    List<String> given = List.of(args);
    String command = given.isEmpty() ? "" : given.get(0);
    boolean sure =
        CONNECTING.contains(command)
            && (!command.equals(REVISION) || given.contains("--autogenerate"))
            && given.stream().noneMatch(EarlyStart::mayLeadElsewhere);
    if (!sure) {
      return null;
    }
    int option = given.indexOf(CONFIGURATION.get(0));
    option = option < 0 ? given.indexOf(CONFIGURATION.get(1)) : option;
    String named =
        option < 0 || option + 1 == given.size()
            ? LimbeckProperties.FILE_NAME
            : given.get(option + 1);
    Path file = workingDirectory.resolve(named).normalize();
    return new EarlyStart(
        file,
        Background.begin(
            "limbeck-early",
            () -> begin(file, workingDirectory, environment, READING.contains(command))));
  }

  /** Short options in one word may hold any, and so may a file of arguments. */
  private static boolean mayLeadElsewhere(String argument) {
    boolean isShort = argument.startsWith("-") && !argument.startsWith("--");
    return argument.startsWith("@")
        || isShort && !Set.of("-m", "-c", "-q", "-n").contains(argument)
        || argument.startsWith(CONFIGURATION.get(0) + "=")
        || ELSEWHERE.stream().anyMatch(argument::startsWith);
  }

  private static @Nullable Begun begin(
      Path file, Path workingDirectory, Map<String, String> environment, boolean reading) {
    try {
      LimbeckProperties properties = Session.read(file, environment, null);
      if (properties.text(ConfigurationKey.PASSWORD_COMMAND) != null) {
        return null; // Nobody wants to be asked for a password twice.
      }
      DatabaseUrl url = properties.databaseUrl(null, workingDirectory);
      DriverConnections connections = new DriverConnections(url);
      connections.begin();
      CachedEntities entities =
          reading && Entities.areConfigured(properties) ? Entities.cached(properties, false) : null;
      if (entities != null) {
        List<String> named = properties.list(ConfigurationKey.DIALECTS);
        entities.begin(named.isEmpty() ? List.of(url.dialect().name()) : named);
      }
      return new Begun(properties, connections, entities);
    } catch (LimbeckException e) {
      return null; // The command says it when it gets there, in the order that it has.
    }
  }

  /** What was begun, where these options want just that; else it is put away. */
  @Nullable Begun take(Path configuration, GlobalOptions options) {
    Begun begun = beginning.get();
    boolean fits =
        configuration.equals(file)
            && options.url == null
            && options.env == null
            && !options.verbose;
    if (begun != null && !fits) {
      begun.close();
    }
    return fits ? begun : null;
  }

  /** Puts away what nobody took. */
  void close() {
    Background.begin(
        "limbeck-closing",
        () -> {
          Begun begun = beginning.get();
          if (begun != null) {
            begun.close();
          }
          return true;
        });
  }
}
