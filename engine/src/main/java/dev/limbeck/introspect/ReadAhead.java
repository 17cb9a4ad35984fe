package dev.limbeck.introspect;

import static java.util.Objects.requireNonNull;

import dev.limbeck.Background;
import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads a database on a thread of its own, before it is known exactly what has to be read of it.
 * The first reader gets that, if it is what the reader would have read; else it is read once more.
 *
 * <p>Nobody else may use the connection until {@link #await} has returned.
 */
public final class ReadAhead implements Introspector {
  private final Introspector introspector;
  private final Connection connection;
  private final CatalogScope scope;
  private final Background<DatabaseModel, SQLException> reading;
  private boolean given;

  private ReadAhead(
      Introspector introspector, Connection connection, Dialect dialect, CatalogScope scope) {
    this.introspector = requireNonNull(introspector, "introspector");
    this.connection = requireNonNull(connection, "connection");
    this.scope = requireNonNull(scope, "scope");
    this.reading =
        Background.begin(
            "limbeck-introspector", () -> introspector.read(connection, dialect, scope));
  }

  /** Begins to read what will probably be asked for. */
  public static ReadAhead begin(
      Introspector introspector, Connection connection, Dialect dialect, CatalogScope scope) {
    return new ReadAhead(introspector, connection, dialect, scope);
  }

  /** Waits until the connection is free again. Does not throw: the reader is told. */
  public void await() {
    reading.await();
  }

  @Override
  public DatabaseModel read(Connection connection, Dialect dialect, CatalogScope wanted)
      throws SQLException {
    await();
    DatabaseModel read = given || connection != this.connection ? null : reading.get();
    given = true;
    return read != null && serves(read, wanted)
        ? read
        : introspector.read(connection, dialect, wanted);
  }

  /**
   * A sequence that is known only to the wanted scope makes no difference where it was read without
   * that. Else it may be one that a column owns, or a table that stands for it.
   */
  private boolean serves(DatabaseModel read, CatalogScope wanted) {
    Set<Object> known = new HashSet<>(scope.sequenceNames());
    read.sequences().stream().map(Sequence::name).forEach(known::add);
    return new CatalogScope(
                wanted.schemas(), wanted.tables(), Set.of(), wanted.types(), wanted.hidden())
            .equals(
                new CatalogScope(
                    scope.schemas(), scope.tables(), Set.of(), scope.types(), scope.hidden()))
        && wanted.sequenceNames().containsAll(scope.sequenceNames())
        && known.containsAll(wanted.sequenceNames());
  }
}
