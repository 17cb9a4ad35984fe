package dev.limbeck.dialect;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalog in a number of statements that does not grow with the number of tables.
 *
 * <p>The result is in the database's own terms: projected, types parsed from its spelling,
 * expressions as it stores them. Objects in the connection's default schema have no schema in their
 * name. Objects that belong to an extension and the children of partitions are left out.
 */
public interface CatalogReader {

  /**
   * Reads what the scope names. The connection's transaction and settings are left as they were.
   */
  DatabaseModel read(Connection connection, CatalogScope scope) throws SQLException;

  /**
   * Adds what only this catalog tells to tables that another reader has read: defaults, generated
   * columns, comments, constraints, indexes; and the schemas, sequences and types of the scope.
   * {@link #read} is the same as this over the tables that {@link Dialect#views} show.
   *
   * @param structure the tables with their columns and primary keys, as {@link CatalogStructure}
   *     has them
   */
  DatabaseModel complete(Connection connection, CatalogScope scope, DatabaseModel structure)
      throws SQLException;

  /**
   * The tables with columns of some types of the schema, in any schema; none where the database
   * keeps no such types.
   */
  default Set<QualifiedName> tablesOfTypes(Connection connection, Set<QualifiedName> types)
      throws SQLException {
    return Set.of();
  }

  /** The connection's default schema; null where the database has no schemas. */
  @Nullable String defaultSchema(Connection connection) throws SQLException;

  /**
   * What the tables of the scope have that makes a difference to rows, and for which the model has
   * no place, such as {@code ON CONFLICT REPLACE}.
   */
  default List<Beyond> beyond(Connection connection, CatalogScope scope) throws SQLException {
    return List.of();
  }

  /**
   * What the tables and schemas of the scope have that no operation makes, beside {@link #beyond}:
   * views, triggers, functions and the like.
   */
  default List<Unstated> unstated(Connection connection, CatalogScope scope) throws SQLException {
    return List.of();
  }

  /** What the catalog itself has of the tables and sequences of the scope, for people to read. */
  default List<CatalogRow> rows(Connection connection, CatalogScope scope) throws SQLException {
    return List.of();
  }

  /**
   * A fact as the catalog has it.
   *
   * @param object the table or sequence
   * @param part the column, constraint or index; null where it is about the whole
   * @param fact what it is about, as differences call it: {@code type}, {@code foreign_key}, {@code
   *     increment}
   * @param catalog where it stands, such as {@code pg_attribute}
   * @param text what stands there
   */
  record CatalogRow(
      QualifiedName object, @Nullable Identifier part, String fact, String catalog, String text) {
    public CatalogRow {
      requireNonNull(object, "object");
      requireNonNull(fact, "fact");
      requireNonNull(catalog, "catalog");
      requireNonNull(text, "text");
    }
  }

  /**
   * A fact of a table that the model has no place for.
   *
   * @param table the table
   * @param fact the fact, as people read it
   * @param repair what takes the fact away, where a part that models state would be without it; or
   *     null
   */
  record Beyond(QualifiedName table, String fact, @Nullable Repair repair) {
    public Beyond {
      requireNonNull(table, "table");
      requireNonNull(fact, "fact");
    }
  }

  /**
   * An object that no operation makes, or a fact of one that operations make otherwise.
   *
   * @param kind what the object is: {@code table}, {@code view}
   * @param object the object
   * @param fact the fact, as people read it; null where it is that the object is there
   */
  record Unstated(String kind, QualifiedName object, @Nullable String fact) {
    /** The kind of the facts of tables. */
    public static final String TABLE = "table";

    public Unstated {
      requireNonNull(kind, "kind");
      requireNonNull(object, "object");
    }
  }

  /**
   * What makes a part of a table what models state.
   *
   * @param part its name
   * @param sql the statement, which does no harm where nothing is to be repaired
   */
  record Repair(Identifier part, String sql) {
    public Repair {
      requireNonNull(part, "part");
      requireNonNull(sql, "sql");
    }
  }
}
