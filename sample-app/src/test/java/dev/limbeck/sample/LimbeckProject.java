package dev.limbeck.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.autogenerate.SourceRevisionWriter;
import dev.limbeck.codegen.JavaRevisionPrinter;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.LimbeckBuilder;
import dev.limbeck.command.RevisionRequest;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.config.DatabaseUrl;
import dev.limbeck.config.DriverConnections;
import dev.limbeck.dialect.Deployment.ConnectionSource;
import dev.limbeck.introspect.schemacrawler.SchemaCrawlerIntrospector;
import dev.limbeck.source.RevisionFiles;
import dev.limbeck.source.SourceDirectory;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.Fact.Kind;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A directory of revisions, wired to entities and databases as the command line does it.
 *
 * <p>Neither databases nor entities belong to it: the same revisions are applied to one database
 * after the other, and compared with one state of the entities after the other.
 */
final class LimbeckProject implements AutoCloseable {

  /** The tables that Limbeck keeps for itself. */
  static final Set<String> OWN_TABLES =
      Set.of("limbeck_version", "limbeck_history", "limbeck_journal");

  /** The entities as they are in this checkout. */
  static final EntitySource SAMPLE = new ScannedEntities(Path.of("target", "classes"));

  /** True to prove each generated revision on the server of its database too. */
  private static final boolean PROVEN_EVERYWHERE =
      Boolean.getBoolean("limbeck.test.proven-everywhere");

  private static final String PACKAGE = "dev.limbeck.sample.migrations";

  private final Path root;
  private final SourceDirectory source;
  private final List<String> dialects;

  /**
   * @param directory an empty directory, or one with revisions
   * @param cache where compiled revisions are kept; projects may share it
   * @param dialects what the revisions have to hold on; empty for the database's own
   */
  LimbeckProject(Path directory, Path cache, List<String> dialects) {
    this.root = requireNonNull(directory, "directory");
    this.source = new SourceDirectory(List.of(directory), List.of(), cache);
    this.dialects = List.copyOf(dialects);
  }

  /** A project in a directory of its own in this one, which holds the cache too. */
  static LimbeckProject in(Path directory, List<String> dialects) {
    return new LimbeckProject(directory.resolve("revisions"), directory.resolve("cache"), dialects);
  }

  /** Limbeck without a database, with the entities of this checkout. */
  Limbeck offline() {
    return builder(SAMPLE).build();
  }

  /** Limbeck on a database, with these entities. */
  Limbeck on(TestDatabase database, EntitySource entities) {
    LimbeckBuilder builder = builder(entities);
    // A data source leads to one database: revisions are proven in memory, which takes less time.
    return (PROVEN_EVERYWHERE
            ? builder.connections(connections(database))
            : builder.dataSource(database.dataSource()))
        .build();
  }

  /** As the command line has them: a scratch database may be made beside the one of the test. */
  static ConnectionSource connections(TestDatabase database) {
    return new DriverConnections(
        DatabaseUrl.of(
            database.jdbcUrl(),
            database.user(),
            database.password(),
            "test",
            Path.of("").toAbsolutePath()));
  }

  private LimbeckBuilder builder(EntitySource entities) {
    return Limbeck.builder()
        .revisions(source)
        .entities(entities)
        .dialects(dialects)
        .introspector(new SchemaCrawlerIntrospector())
        .writer(
            new SourceRevisionWriter(
                source, new RevisionFiles(root, PACKAGE), new JavaRevisionPrinter()));
  }

  /** Limbeck on a database, with the entities of this checkout. */
  Limbeck on(TestDatabase database) {
    return on(database, SAMPLE);
  }

  /** Writes a revision with what lies between database and entities. */
  RevisionWritten autogenerate(TestDatabase database, EntitySource entities, String message) {
    return on(database, entities).revision(RevisionRequest.autogenerate(message));
  }

  /** The body of the revision's upgrade, as the file has it, without indentation. */
  static String upgradeBody(RevisionWritten revision) {
    return body(revision, "upgrade");
  }

  /** The body of the revision's downgrade, as the file has it, without indentation. */
  static String downgradeBody(RevisionWritten revision) {
    return body(revision, "downgrade");
  }

  private static String body(RevisionWritten revision, String method) {
    try {
      return Files.readString(requireNonNull(revision.file(), "no revision was written"), UTF_8)
          .lines()
          .dropWhile(line -> !line.equals("  public void " + method + "(Operations op) {"))
          .skip(1)
          .takeWhile(line -> !line.equals("  }"))
          .map(line -> (line.startsWith("    ") ? line.substring(4) : line) + "\n")
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Everything that a database holds but Limbeck's own tables, and those that Hibernate makes on
   * SQLite for its bulk statements when it starts.
   */
  static SchemaFacts facts(TestDatabase database) {
    try (Connection connection = database.connection()) {
      return SchemaFacts.of(connection)
          .withoutTables(OWN_TABLES)
          .filter(fact -> !fact.object().startsWith("HT_") && !fact.object().startsWith("HTE_"))
          .without(Kind.SCHEMA);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
