package dev.limbeck.cli;

import static java.util.Objects.requireNonNullElse;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.RevisionWriter;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.LimbeckBuilder;
import dev.limbeck.config.ConfigurationKey;
import dev.limbeck.config.DatabaseUrl;
import dev.limbeck.config.DriverConnections;
import dev.limbeck.config.LimbeckProperties;
import dev.limbeck.config.NamingSettings;
import dev.limbeck.config.PostWriteSettings;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.source.RevisionHeader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code limbeck}: its options, its settings, and the facade that they lead to.
 *
 * <p>Settings are read, and parts of Limbeck loaded, when a command first asks for them: a command
 * that only lists revisions touches neither database, Hibernate, SchemaCrawler nor compiler.
 */
final class Session implements AutoCloseable {
  private final Path workingDirectory;
  private final Map<String, String> environment;
  private final Console console;
  private final GlobalOptions options = new GlobalOptions();
  private @Nullable LimbeckProperties properties;
  private @Nullable DriverConnections connections;
  private @Nullable ProjectRevisions revisions;
  private final ProjectEntities entities;
  private @Nullable EarlyStart early;
  private boolean passwordsMentioned;
  private final RunSettings run = new RunSettings();
  private final ProjectHooks hooks = new ProjectHooks(this::properties);
  private ObjectOptions objects = new ObjectOptions();

  Session(Path workingDirectory, Map<String, String> environment, Console console) {
    this.workingDirectory = workingDirectory;
    this.environment = environment;
    this.console = console;
    this.entities = new ProjectEntities(this::properties, options, console);
  }

  /** Says which objects are compared beside what the settings say. */
  void compareOnly(ObjectOptions value) {
    objects = value;
  }

  /** Called when the options are known, before the command runs. */
  void begin() {
    if (options.noColor) {
      console.withoutColor();
    }
    if (options.quiet) {
      console.beQuiet();
    }
    setUpLogs(options.verbose);
  }

  /** Names the class that sets up Java's logging when something first logs, and does not use it. */
  private static void setUpLogs(boolean verbose) {
    String configuration = "java.util.logging.config.class";
    if (System.getProperty(configuration) == null
        && System.getProperty("java.util.logging.config.file") == null) {
      System.setProperty(LibraryLogs.VERBOSE, String.valueOf(verbose));
      System.setProperty(configuration, LibraryLogs.class.getName());
    }
  }

  Console console() {
    return console;
  }

  GlobalOptions options() {
    return options;
  }

  Path workingDirectory() {
    return workingDirectory;
  }

  /** The file of the settings, which need not exist. */
  Path configurationFile() {
    return workingDirectory
        .resolve(requireNonNullElse(options.config, LimbeckProperties.FILE_NAME))
        .normalize();
  }

  /** The settings. */
  LimbeckProperties properties() {
    takeEarly();
    LimbeckProperties read = properties;
    if (read == null) {
      read = read(configurationFile(), environment, options.env);
      properties = read;
    }
    return read;
  }

  /**
   * Reads settings.
   *
   * @param env the environment whose settings count; null for that of the variable {@code
   *     LIMBECK_ENV}, if any
   */
  static LimbeckProperties read(Path file, Map<String, String> environment, @Nullable String env) {
    LimbeckProperties read = LimbeckProperties.read(file, environment);
    String name = env != null ? env : read.variable("LIMBECK_ENV");
    return name == null ? read : read.inEnvironment(name);
  }

  /** Begins what the arguments certainly need, before they are read. */
  void startEarly(String[] args) {
    early = EarlyStart.of(args, workingDirectory, environment);
  }

  private void takeEarly() {
    EarlyStart started = early;
    early = null;
    EarlyStart.Begun begun = started == null ? null : started.take(configurationFile(), options);
    if (begun != null) {
      properties = begun.properties();
      connections = begun.connections();
      entities.take(begun.entities());
    }
  }

  /** The dialects that the settings name; the database's own where they name none. */
  List<String> dialects() {
    List<String> named = properties().list(ConfigurationKey.DIALECTS);
    return named.isEmpty() ? List.of(databaseUrl().dialect().name()) : named;
  }

  /** The dialect that the url names, without opening it; null where no url is to be had. */
  @Nullable String urlDialect() {
    try {
      return databaseUrl().dialect().name();
    } catch (LimbeckException e) {
      if (options.url != null || !e.code().equals("LMB-102") && !e.code().equals("LMB-105")) {
        throw e;
      }
      return null;
    }
  }

  private DatabaseUrl databaseUrl() {
    return properties().databaseUrl(options.url, workingDirectory);
  }

  private DriverConnections connections() {
    LimbeckProperties settings = properties();
    if (!passwordsMentioned) {
      passwordsMentioned = true;
      settings
          .passwords()
          .forEach(
              place ->
                  console.warning(
                      "a password stands in "
                          + place
                          + "; put it into the environment or .env: ${NAME}."));
    }
    DriverConnections known = connections;
    if (known == null) {
      known = new DriverConnections(databaseUrl());
      connections = known;
    }
    return known;
  }

  /** Begins to connect, beside what a command does before it asks the database. */
  void connectAhead() {
    connections().begin();
  }

  /** The database of the settings, which are asked for it when it is first opened. */
  private final class ProjectDatabase implements Deployment.ConnectionSource {
    @Override
    public Connection open() {
      return connections().open();
    }

    @Override
    public String jdbcUrl() {
      return connections().jdbcUrl();
    }

    @Override
    public String place() {
      return connections().place();
    }

    @Override
    public Connection openToRead() {
      return connections().openToRead();
    }

    @Override
    public Deployment.@Nullable ConnectionSource beside(String database) {
      return connections().beside(database);
    }
  }

  /** Says where a database is looked at that is not there yet. */
  void mentionMissingDatabase() {
    Path missing = databaseUrl().missingFile();
    if (missing != null) {
      console.talk("There is no " + shown(missing) + " yet, which is an empty database.");
    }
  }

  /** The facade for these settings. */
  Limbeck limbeck() {
    return builder().build();
  }

  /** How revisions are run. */
  RunSettings run() {
    return run;
  }

  /** The facade for what is generated from the entities, and proven. */
  Limbeck generating() {
    LimbeckBuilder builder = builder();
    LimbeckProperties settings = properties();
    String proofUrl = settings.text(ConfigurationKey.PROOF_URL);
    if (proofUrl != null) {
      DatabaseUrl server =
          DatabaseUrl.of(
              proofUrl,
              null,
              null,
              settings.where(ConfigurationKey.PROOF_URL),
              settings.directory());
      builder.proofServer(server.dialect().name(), new DriverConnections(server));
    }
    return builder.build();
  }

  /** The facade for commands that bring a database to a place among the revisions. */
  Limbeck deploying() {
    requireRevisions();
    Limbeck limbeck = limbeck();
    warnWithout(revisions().source().headers());
    return limbeck;
  }

  /**
   * @throws LimbeckException LMB-281 where the directory of revisions does not exist, so that each
   *     database would seem to be at head; LMB-101 where the settings name an unknown dialect
   */
  void requireRevisions() {
    revisions().requireDirectory();
    properties().list(ConfigurationKey.DIALECTS).forEach(Dialects::named);
  }

  /** Warns where there are none, which is probably a mistake. */
  void warnWithout(List<RevisionHeader> headers) {
    if (headers.isEmpty()) {
      console.warning("there are no revisions in " + revisions().place(this::shown) + ".");
    }
  }

  /**
   * The facade for commands that touch no database: it knows which dialects there are without
   * asking one.
   */
  Limbeck offlineLimbeck() {
    return builder().dialects(dialectsWithoutDatabase()).build();
  }

  private LimbeckBuilder builder() {
    LimbeckProperties settings = properties();
    ProjectRevisions found = revisions();
    LimbeckBuilder builder =
        Limbeck.builder()
            .connections(new ProjectDatabase())
            .revisions(found.source())
            .entities(entities())
            .introspector(
                (connection, dialect, scope) ->
                    Introspection.create().read(connection, dialect, scope))
            .dialects(settings.list(ConfigurationKey.DIALECTS))
            .unproven(settings.directory().resolve(".limbeck").resolve("unproven"))
            .dropUnknown(settings.flag(ConfigurationKey.AUTOGENERATE_DROP_UNKNOWN, false))
            .names(NamingSettings.of(settings))
            .objects(objects.rules(settings))
            .hooks(hooks::get)
            .afterWriting(file -> PostWriteSettings.of(settings).forEach(hook -> hook.run(file)));
    RevisionWriter writer = found.writer();
    if (writer != null) {
      builder.writer(writer);
    }
    String versionTable = settings.text(ConfigurationKey.VERSION_TABLE);
    if (versionTable != null) {
      builder.versionTable(versionTable);
    }
    String historyTable = settings.text(ConfigurationKey.HISTORY_TABLE);
    if (historyTable != null) {
      builder.historyTable(historyTable);
    }
    return run.of(builder, settings, console, options.verbose);
  }

  private ProjectRevisions revisions() {
    ProjectRevisions found = revisions;
    if (found == null) {
      found = ProjectRevisions.of(properties(), hooks);
      revisions = found;
    }
    return found;
  }

  /** What the entities want, scanned now; says which of them are older than their sources. */
  EntityModel scanned(List<String> dialects) {
    return entities().scanned(dialects);
  }

  /** The entities of the settings. */
  ProjectEntities entities() {
    takeEarly();
    return entities;
  }

  /** The dialects that the settings name; else that of the url; none where there is neither. */
  List<String> dialectsWithoutDatabase() {
    List<String> named = properties().list(ConfigurationKey.DIALECTS);
    String database = named.isEmpty() ? urlDialect() : null;
    return database == null ? named : List.of(database);
  }

  /** Whether revisions are drawn: as an option says, else where a person reads them. */
  boolean isDrawn(@Nullable Boolean option) {
    return option == null ? console.terminal() : option;
  }

  /** A variable of the environment, or null. */
  @Nullable String variable(String name) {
    return environment.get(name);
  }

  /** A path that was given in the command line, as an absolute one. */
  @Nullable Path resolved(@Nullable Path path) {
    return path == null ? null : workingDirectory.resolve(path).normalize();
  }

  /** The place of a revision as people read it: its file, or what else it says. */
  String shownOrigin(String origin) {
    Path file = fileOf(origin);
    return file == null ? origin : shown(file);
  }

  /** The file that the place of a revision is; null where it is something else. */
  static @Nullable Path fileOf(String origin) {
    try {
      Path path = Path.of(origin);
      return path.isAbsolute() ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** A path as people read it: relative where it is below the working directory. */
  String shown(Path path) {
    Path absolute = workingDirectory.resolve(path).normalize();
    return absolute.startsWith(workingDirectory)
        ? workingDirectory.relativize(absolute).toString()
        : absolute.toString();
  }

  @Override
  public void close() {
    if (revisions != null) {
      revisions.close();
    }
    if (connections != null) {
      connections.close();
    }
    entities.close();
    if (early != null) {
      early.close();
    }
    hooks.close();
  }
}
