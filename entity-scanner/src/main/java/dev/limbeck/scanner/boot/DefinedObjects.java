package dev.limbeck.scanner.boot;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.SqlObject;
import dev.limbeck.autogenerate.SqlObject.Kind;
import dev.limbeck.autogenerate.SqlObject.Statements;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.scanner.ddl.EnumTypeText;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AbstractAuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.QualifiedTableName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UserDefinedObjectType;
import org.hibernate.mapping.UserDefinedType;
import org.jspecify.annotations.Nullable;

/** What mappings make by SQL beside tables and sequences: views, composite types, and the rest. */
final class DefinedObjects {
  private final String dialectName;
  private final Metadata metadata;
  private final Names names;
  private final Dialect dialect;
  private final SqlStringGenerationContext context;
  private final SortedMap<String, SqlObject> objects = new TreeMap<>();
  private final List<SqlObject> inOrder = new ArrayList<>();

  /**
   * @param dialectName the name of Limbeck's dialect
   * @param defaultSchema the schema of whatever names none, or null for the connection's
   */
  DefinedObjects(
      String dialectName, Metadata metadata, Names names, @Nullable String defaultSchema) {
    this.dialectName = requireNonNull(dialectName, "dialectName");
    this.metadata = requireNonNull(metadata, "metadata");
    this.names = requireNonNull(names, "names");
    var database = metadata.getDatabase();
    this.dialect = database.getDialect();
    this.context =
        SqlStringGenerationContextImpl.fromExplicit(
            database.getJdbcEnvironment(), database, null, defaultSchema);
  }

  /** All of them, in the order in which Hibernate makes them. */
  List<SqlObject> read() {
    auxiliaries(true);
    for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
      namespace.getDependencyOrderedUserDefinedTypes().forEach(this::type);
    }
    for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
      namespace.getTables().stream()
          .filter(table -> table.isPhysicalTable() && table.isView())
          .forEach(this::view);
    }
    auxiliaries(false);
    return List.copyOf(inOrder);
  }

  private void type(UserDefinedType type) {
    if (type instanceof UserDefinedObjectType composite) {
      var exporter = dialect.getUserDefinedTypeExporter();
      QualifiedName name =
          names.of(
              org.hibernate.boot.model.naming.Identifier.toIdentifier(
                  composite.getSchema(), composite.isSchemaQuoted()),
              composite.getNameIdentifier());
      add(
          "type " + name,
          Kind.COMPOSITE_TYPE,
          name,
          true,
          false,
          exporter.getSqlCreateStrings(composite, metadata, context),
          exporter.getSqlDropStrings(composite, metadata, context));
    }
  }

  private void view(Table table) {
    QualifiedName name = names.of(table);
    String[] create = dialect.getTableExporter().getSqlCreateStrings(table, metadata, context);
    add(
        "view " + name,
        Kind.VIEW,
        name,
        false,
        false,
        Arrays.stream(create).filter(this::isKnown).toArray(String[]::new),
        // Hibernate's own takes with it whatever else reads the view.
        new String[] {"drop view if exists " + rendered(table)});
  }

  private String rendered(Table table) {
    return context.format(
        new QualifiedTableName(null, table.getSchemaIdentifier(), table.getNameIdentifier()));
  }

  /** Hibernate comments on objects of SQLite too, which has no comments. */
  private boolean isKnown(String sql) {
    return !(dialectName.equals("sqlite") && SqlTokenizer.code(sql).get(0).isWord("comment"));
  }

  private void auxiliaries(boolean beforeTables) {
    for (AuxiliaryDatabaseObject object : metadata.getDatabase().getAuxiliaryDatabaseObjects()) {
      if (object.beforeTablesOnCreation() == beforeTables
          && object.appliesToDialect(StandsForAnother.original(dialect))) {
        String[] create = object.sqlCreateStrings(context);
        if (create.length > 0 && EnumTypeText.parse(create[0]) == null) {
          QualifiedName view = create.length == 1 ? ObjectTitle.view(create[0]) : null;
          add(
              ObjectTitle.of(create[0]),
              view == null ? Kind.OTHER : Kind.VIEW,
              view,
              beforeTables,
              isScoped(object),
              create,
              object.sqlDropStrings(context));
        }
      }
    }
  }

  private static boolean isScoped(AuxiliaryDatabaseObject object) {
    return object instanceof AbstractAuxiliaryDatabaseObject known
        && !known.getDialectScopes().isEmpty();
  }

  private void add(
      String title,
      Kind kind,
      @Nullable QualifiedName object,
      boolean beforeTables,
      boolean scoped,
      String[] create,
      String[] drop) {
    List<String> creates = said(create);
    if (creates.isEmpty()) {
      return;
    }
    String name = title;
    for (int i = 2; objects.containsKey(name); i++) {
      name = title + " (" + i + ")";
    }
    SortedMap<String, Statements> statements = new TreeMap<>();
    statements.put(dialectName, new Statements(creates, said(drop)));
    SqlObject made = new SqlObject(name, kind, object, beforeTables, scoped, statements);
    objects.put(name, made);
    inOrder.add(made);
  }

  private static List<String> said(String @Nullable [] statements) {
    return statements == null
        ? List.of()
        : Arrays.stream(statements)
            .map(String::strip)
            .filter(sql -> !SqlTokenizer.code(sql).isEmpty())
            .toList();
  }
}
