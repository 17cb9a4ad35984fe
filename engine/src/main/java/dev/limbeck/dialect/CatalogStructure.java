package dev.limbeck.dialect;

import static java.util.Objects.requireNonNull;

import dev.limbeck.json.Json;
import dev.limbeck.json.JsonArray;
import dev.limbeck.json.JsonNumber;
import dev.limbeck.json.JsonParser;
import dev.limbeck.json.JsonString;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what any reader knows of tables: their columns and primary keys, in whatever order they
 * are read. Not safe for use by several threads.
 */
public final class CatalogStructure {
  private final IdentifierRules identifiers;
  private final @Nullable String defaultSchema;
  private final Set<QualifiedName> hidden = new HashSet<>();
  private final SortedMap<QualifiedName, Draft> tables = new TreeMap<>();

  private static final class Draft {
    private final SortedMap<Integer, Column> columns = new TreeMap<>();
    private final SortedMap<Integer, Identifier> key = new TreeMap<>();
    private @Nullable Identifier keyName;
  }

  /**
   * @param defaultSchema the connection's default schema, which no name shows
   * @param hidden the tables that are not seen
   */
  public CatalogStructure(
      IdentifierRules identifiers, @Nullable String defaultSchema, Set<QualifiedName> hidden) {
    this.identifiers = requireNonNull(identifiers, "identifiers");
    this.defaultSchema = defaultSchema;
    hidden.forEach(name -> this.hidden.add(name(name, defaultSchema)));
  }

  /** The name as this shows it: without the schema where that is the default one. */
  public static QualifiedName name(QualifiedName name, @Nullable String defaultSchema) {
    Identifier schema = name.schema();
    return schema != null && schema.key().equals(defaultSchema) ? name.withSchema(null) : name;
  }

  /** Reads the tables of a scope by the views of its dialect, in one statement. */
  public static DatabaseModel read(
      Connection connection,
      IdentifierRules identifiers,
      @Nullable String defaultSchema,
      CatalogScope scope,
      CatalogViews views)
      throws SQLException {
    CatalogStructure structure = new CatalogStructure(identifiers, defaultSchema, scope.hidden());
    // Prepared, so that a driver may keep the plan of a statement that it sees again.
    try (PreparedStatement statement = connection.prepareStatement(views.tables());
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String schema = row.getString("TABLE_SCHEM");
        structure.table(
            schema == null ? null : CatalogViews.unquoted(schema),
            CatalogViews.unquoted(row.getString("TABLE_NAME")),
            views,
            row.getString(CatalogViews.COLUMNS),
            row.getString(CatalogViews.KEY));
      }
    }
    return structure.model();
  }

  /**
   * Adds a table as a dialect's view shows it.
   *
   * @param columns the value of {@link CatalogViews#COLUMNS}
   * @param key the value of {@link CatalogViews#KEY}
   */
  public void table(
      @Nullable String schema,
      String table,
      CatalogViews views,
      @Nullable String columns,
      @Nullable String key) {
    QualifiedName name = name(schema, table);
    if (hidden.contains(name)) {
      return;
    }
    Draft draft = new Draft();
    tables.put(name, draft);
    draft.keyName = key == null ? null : identifiers.stored(key);
    List<Json> items =
        columns == null ? List.of() : ((JsonArray) JsonParser.parse(columns)).items();
    for (Json item : items) {
      List<Json> said = ((JsonArray) item).items();
      Identifier column = identifiers.stored(((JsonString) said.get(0)).value());
      boolean nullable = number(said.get(1)) == 0;
      int place = number(said.get(2));
      draft.columns.put(
          draft.columns.size(),
          new Column(
              column, views.type(said.subList(3, said.size())), nullable, null, null, null, null));
      if (place > 0) {
        draft.key.put(place, column);
      }
    }
  }

  private static int number(Json value) {
    return ((JsonNumber) value).value().intValueExact();
  }

  /** Adds a table, by the names that the catalog holds. */
  public void table(@Nullable String schema, String table) {
    QualifiedName name = name(schema, table);
    if (!hidden.contains(name)) {
      tables.put(name, new Draft());
    }
  }

  /** Adds a column at a place of a table; ignored where the table is not there. */
  public void column(@Nullable String schema, String table, int place, Column column) {
    Draft draft = tables.get(name(schema, table));
    if (draft != null) {
      draft.columns.put(place, column);
    }
  }

  /** Adds a column at a place of a table's primary key; ignored where the table is not there. */
  public void keyColumn(
      @Nullable String schema, String table, @Nullable String key, int place, String column) {
    Draft draft = tables.get(name(schema, table));
    if (draft != null) {
      draft.keyName = key == null ? null : identifiers.stored(key);
      draft.key.put(place, identifiers.stored(column));
    }
  }

  private QualifiedName name(@Nullable String schema, String table) {
    return new QualifiedName(
        schema == null || schema.equals(defaultSchema) ? null : identifiers.stored(schema),
        identifiers.stored(table));
  }

  /** The tables, in the order of their names, with their columns and primary keys. */
  public DatabaseModel model() {
    List<Table> made = new ArrayList<>();
    tables.forEach(
        (name, draft) ->
            made.add(
                new Table(
                    name,
                    List.copyOf(draft.columns.values()),
                    draft.key.isEmpty()
                        ? List.of()
                        : List.of(new PrimaryKey(draft.keyName, List.copyOf(draft.key.values()))),
                    List.of(),
                    null,
                    null)));
    return DatabaseModel.empty().withTables(made);
  }
}
