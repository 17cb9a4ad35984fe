package dev.limbeck.command;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.autogenerate.RevisionWriter;
import dev.limbeck.dialect.Deployment.ConnectionSource;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.Patience;
import dev.limbeck.introspect.Introspector;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.plan.Transactions;
import dev.limbeck.runtime.DatabaseFailure;
import dev.limbeck.runtime.Progress;
import dev.limbeck.source.RevisionSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Limbeck} works on; a part that a command needs and that was not said is an error of
 * that command.
 *
 * @param proofServers by dialect, what leads to a server for scratch databases
 * @param unproven where a revision is kept that failed its proof, or null for nowhere
 */
record Settings(
    @Nullable ConnectionSource givenConnections,
    @Nullable RevisionSource givenRevisions,
    @Nullable EntitySource givenEntities,
    @Nullable Introspector givenIntrospector,
    @Nullable RevisionWriter givenWriter,
    List<String> dialects,
    QualifiedName versionTable,
    @Nullable QualifiedName givenHistoryTable,
    Duration lockTimeout,
    Progress progress,
    Clock clock,
    boolean dropUnknown,
    Protection protection,
    boolean backup,
    Map<String, ConnectionSource> proofServers,
    @Nullable Path unproven,
    Patience patience,
    Transactions transactions,
    ProjectRules rules) {
  private static final Identifier STANDARD_VERSIONS = Identifier.of("limbeck_version");
  private static final Identifier STANDARD_JOURNAL = Identifier.of("limbeck_journal");
  private static final Identifier STANDARD_HISTORY = Identifier.of("limbeck_history");

  Settings {
    proofServers = Map.copyOf(proofServers);
    if (givenHistoryTable != null && givenHistoryTable.equals(versionTable)) {
      throw new LimbeckException(
          "LMB-106",
          "history.table and version-table name one table: "
              + versionTable
              + ".\n  Give the history another name.");
    }
  }

  ConnectionSource connections() {
    return needed(givenConnections, "a database", "url");
  }

  RevisionSource revisions() {
    return needed(
        givenRevisions, "a place for revisions", "revisions.directory or revisions.package");
  }

  EntitySource entities() {
    return needed(givenEntities, "entities", "entities.classpath");
  }

  RevisionWriter writer() {
    return needed(givenWriter, "a directory for new revisions", "revisions.directory");
  }

  /**
   * The table of what was done; in the schema of the version table where it names none. A version
   * table of another name has a history of another name, so that two projects in one schema stay
   * apart.
   */
  QualifiedName historyTable() {
    QualifiedName given = givenHistoryTable;
    if (given != null) {
      return given.schema() == null ? given.withSchema(versionTable.schema()) : given;
    }
    Identifier version = versionTable.name();
    return versionTable.withName(
        version.equals(STANDARD_VERSIONS)
            ? STANDARD_HISTORY
            : new Identifier(version.text() + "_history", version.quoted()));
  }

  /** The table of revisions that are not finished, beside that of what was done. */
  QualifiedName journalTable() {
    Identifier version = versionTable.name();
    return historyTable()
        .withName(
            version.equals(STANDARD_VERSIONS)
                ? STANDARD_JOURNAL
                : new Identifier(version.text() + "_journal", version.quoted()));
  }

  /** Limbeck's own tables, which no comparison sees. */
  Set<QualifiedName> ownTables() {
    return Set.of(versionTable, historyTable(), journalTable());
  }

  Introspector introspector() {
    return givenIntrospector != null
        ? givenIntrospector
        : (connection, dialect, scope) -> dialect.catalog().read(connection, scope);
  }

  private static <T> T needed(@Nullable T part, String what, String key) {
    if (part == null) {
      throw needed(what, key);
    }
    return part;
  }

  private static LimbeckException needed(String what, String key) {
    return new LimbeckException(
        "LMB-102", "This command needs " + what + ", and none is configured.\n  Set " + key + ".");
  }

  /** The dialect of the database. */
  Dialect dialect() {
    String url = connections().jdbcUrl();
    if (url != null) {
      return Dialects.ofUrl(url);
    }
    try (Connection connection = connections().openToRead()) {
      return dialect(connection);
    } catch (SQLException e) {
      throw DatabaseFailure.reading(e);
    }
  }

  /** The dialect of the database that the connection leads to. */
  Dialect dialect(Connection connection) throws SQLException {
    return Dialects.ofUrl(connection.getMetaData().getURL());
  }

  /** The names of the dialects that revisions have to hold on, without a look at the database. */
  List<String> namedDialects() {
    if (dialects.isEmpty()) {
      throw needed("at least one dialect", "dialects");
    }
    return dialects;
  }

  /** The names of the dialects that revisions have to hold on. */
  List<String> dialectNames() {
    return dialects.isEmpty() ? List.of(dialect().name()) : dialects;
  }
}
