package dev.limbeck.command;

import dev.limbeck.autogenerate.ExecutedSql;
import dev.limbeck.autogenerate.SqlObject;
import dev.limbeck.autogenerate.SqlObject.Kind;
import dev.limbeck.autogenerate.SqlObject.Statements;
import dev.limbeck.autogenerate.SqlObjectChanges;
import dev.limbeck.autogenerate.SqlObjectComparer;
import dev.limbeck.autogenerate.SqlObjectRecords;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.StoredDefinitions;
import dev.limbeck.dialect.StoredDefinitions.Definition;
import dev.limbeck.dialect.StoredDefinitions.Found;
import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the SQL of entities makes with what is there.
 *
 * @param rows where the version table stands
 * @param dialects what the revisions have to run on
 */
record SqlObjectCheck(
    RevisionCatalog catalog, RevisionGraph graph, List<String> rows, List<String> dialects) {

  /** Compares with a database. */
  SqlObjectChanges onDatabase(
      Connection connection, Dialect dialect, List<SqlObject> wanted, List<Operation> operations)
      throws SQLException {
    List<SqlObject> recorded = recorded();
    return compare(
        wanted, recorded, operations, dialect.name(), found(connection, dialect, wanted, recorded));
  }

  /** Compares with what the revisions lead to. */
  SqlObjectChanges offline(List<SqlObject> wanted, List<Operation> operations) {
    return compare(wanted, recorded(), operations, null, Map.of());
  }

  private SqlObjectChanges compare(
      List<SqlObject> wanted,
      List<SqlObject> recorded,
      List<Operation> operations,
      @Nullable String connected,
      Map<String, Found> found) {
    if (wanted.isEmpty() && recorded.isEmpty()) {
      return SqlObjectChanges.none();
    }
    ExecutedSql executed = new RevisionReplay(catalog, graph).executed(rows);
    return new SqlObjectComparer(dialects, connected, recorded, executed, found)
        .compare(wanted, operations);
  }

  private List<SqlObject> recorded() {
    List<String> applied =
        new RevisionReplay(catalog, graph).applied(rows).stream().map(RevisionNode::id).toList();
    return SqlObjectRecords.read(catalog.source().mapping(applied));
  }

  private static Map<String, Found> found(
      Connection connection, Dialect dialect, List<SqlObject> wanted, List<SqlObject> recorded)
      throws SQLException {
    Map<String, Definition> definitions = new LinkedHashMap<>();
    for (List<SqlObject> objects : List.of(wanted, recorded)) {
      for (SqlObject object : objects) {
        Definition definition = definition(object, dialect.name());
        if (definition != null) {
          definitions.putIfAbsent(object.name(), definition);
        }
      }
    }
    Map<String, Found> found = new LinkedHashMap<>();
    if (!definitions.isEmpty()) {
      Map<Definition, Found> answers =
          dialect
              .definitions()
              .compared(connection, definitions.values().stream().distinct().toList());
      definitions.forEach((name, definition) -> found.put(name, answers.get(definition)));
    }
    return found;
  }

  private static @Nullable Definition definition(SqlObject object, String dialect) {
    Statements statements = object.statements().get(dialect);
    return object.kind() == Kind.OTHER || object.object() == null || statements == null
        ? null
        : new Definition(
            object.kind() == Kind.VIEW
                ? StoredDefinitions.Kind.VIEW
                : StoredDefinitions.Kind.COMPOSITE_TYPE,
            object.object(),
            statements.create().get(0));
  }
}
