package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.operation.EnumReferences;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Puts a new type of the schema in the place of one that cannot change as it stands.
 *
 * <p>The old type steps aside, the new one takes its name, and each column of it gets the new one;
 * what holds values of the old type goes before and comes back after: defaults, checks, formulas,
 * the SQL of indexes, foreign keys.
 *
 * @param model the schema, with all tables that have columns of the type
 * @param kind {@code TYPE} or {@code DOMAIN}
 * @param name the type's name
 */
record PostgresTypeReplacement(
    PostgresRenderer sql,
    PostgresTypes types,
    DatabaseModel model,
    String kind,
    QualifiedName name) {
  private static final Identifier OLD = Identifier.of("limbeck_old_type");

  /** What the type is called that steps aside. */
  QualifiedName old() {
    return name.withName(OLD);
  }

  /**
   * The statements; the last one drops the old type.
   *
   * @param creation what makes the new type
   * @param typeOf what stands behind {@code ALTER COLUMN} for a column of the type
   * @param defaultOf what becomes of the default of such a column
   */
  List<String> statements(
      String creation, Function<Column, String> typeOf, UnaryOperator<SqlExpression> defaultOf) {
    List<String> statements = new ArrayList<>();
    Set<String> restored = new LinkedHashSet<>();
    List<Table> tables =
        model.tables().stream().filter(table -> !columns(table).isEmpty()).toList();
    foreignKeys(statements, restored);
    Set<String> dropped = new LinkedHashSet<>();
    Set<String> dependents = new LinkedHashSet<>();
    List<String> defaults = new ArrayList<>();
    for (Table table : tables) {
      for (Column column : columns(table)) {
        TypeDependents of = new TypeDependents(sql, types, table, column, column);
        dropped.addAll(of.drop());
        dependents.addAll(of.restore());
        SqlExpression value = column.defaultValue();
        if (value != null) {
          dropped.add(alter(table, alterColumn(column, "DROP DEFAULT")));
          defaults.add(
              alter(
                  table,
                  alterColumn(column, "SET DEFAULT " + sql.expression(defaultOf.apply(value)))));
        }
      }
    }
    statements.addAll(dropped);
    statements.add("ALTER " + kind + " " + sql.name(name) + " RENAME TO " + sql.name(OLD));
    statements.add(creation);
    // In one statement for a table, so that it is written anew once.
    tables.forEach(
        table ->
            statements.add(
                alter(
                    table,
                    columns(table).stream()
                        .map(column -> alterColumn(column, typeOf.apply(column)))
                        .collect(joining(", ")))));
    statements.addAll(defaults);
    statements.addAll(dependents);
    statements.addAll(restored);
    statements.add("DROP " + kind + " " + sql.name(old()));
    return statements;
  }

  private List<Column> columns(Table table) {
    return EnumReferences.columns(table, name);
  }

  /** Both sides of a foreign key have to be of one type, and change one after the other. */
  private void foreignKeys(List<String> drops, Set<String> restored) {
    for (Table table : model.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (columns(table).stream().anyMatch(column -> key.columns().contains(column.name()))) {
          drops.add(alter(table, "DROP CONSTRAINT " + sql.name(requireNonNull(key.name()))));
          restored.add(alter(table, "ADD " + sql.constraintDefinition(key)));
        }
      }
    }
  }

  private String alterColumn(Column column, String action) {
    return "ALTER COLUMN " + sql.name(column.name()) + " " + action;
  }

  private String alter(Table table, String action) {
    return "ALTER TABLE " + sql.name(table.name()) + " " + action;
  }
}
