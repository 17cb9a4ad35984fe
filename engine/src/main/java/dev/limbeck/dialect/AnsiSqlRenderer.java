package dev.limbeck.dialect;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.CheckCondition.AtLeast;
import dev.limbeck.model.CheckCondition.Between;
import dev.limbeck.model.CheckCondition.OneOf;
import dev.limbeck.model.CheckCondition.OneOfNumbers;
import dev.limbeck.model.CheckCondition.Sql;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Generation.Computed;
import dev.limbeck.model.Generation.Identity;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.SqlValue;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.sql.Placeholders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a schema is made of in SQL, clause by clause, in the words of the standard.
 *
 * <p>Each method writes one clause, so that a dialect overrides those in which it differs and
 * nothing else. A clause that says nothing is empty. Keywords are in upper case; types, names and
 * expressions stand as the dialect and the author spell them.
 */
public abstract class AnsiSqlRenderer {
  private final String dialect;
  private final IdentifierRules identifiers;
  private final TypeSystem types;

  /**
   * @param dialect the dialect's name, by which expressions have their variants
   * @param identifiers how it writes names
   * @param types how it spells types
   */
  protected AnsiSqlRenderer(String dialect, IdentifierRules identifiers, TypeSystem types) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.identifiers = requireNonNull(identifiers, "identifiers");
    this.types = requireNonNull(types, "types");
  }

  /** A name. */
  public String name(Identifier name) {
    return identifiers.render(name);
  }

  /** A name with its schema. */
  public String name(QualifiedName name) {
    return identifiers.render(name);
  }

  /** Names in parentheses: {@code (a, b)}. */
  public String names(List<Identifier> names) {
    return names.stream().map(this::name).collect(joining(", ", "(", ")"));
  }

  /** A type. */
  public String type(ColumnType type) {
    return types.render(type);
  }

  /**
   * The first number of a sequence that is behind all ids of a column, block by block; null where
   * there are no rows.
   */
  public String behindAll(IdColumn id, long increment) {
    String farthest = increment > 0 ? "max" : "min";
    String step = increment < 0 ? " - " + -increment : " + " + increment;
    return "(SELECT "
        + farthest
        + "("
        + name(id.column())
        + ")"
        + step
        + " FROM "
        + name(id.table())
        + ")";
  }

  /** A text as a literal, quotes inside doubled. */
  public String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A value as a literal. Those in quotes have no type: they take that of their column. */
  public String value(SqlValue value) {
    return switch (value.kind()) {
      case NULL -> "NULL";
      case NUMBER, BOOLEAN -> value.text();
      default -> literal(value.text());
    };
  }

  /** {@code INSERT}. */
  public String insert(QualifiedName table, List<Identifier> columns, List<List<SqlValue>> rows) {
    return "INSERT INTO "
        + name(table)
        + " "
        + names(columns)
        + " VALUES\n  "
        + rows.stream()
            .map(row -> row.stream().map(this::value).collect(joining(", ", "(", ")")))
            .collect(joining(",\n  "));
  }

  /** A statement with its parameters written into it. */
  public String withValues(ExecuteSql statement) {
    if (statement.parameters().isEmpty()) {
      return statement.sql();
    }
    return Placeholders.fill(
        statement.sql(),
        statement.parameters().stream()
            .map(this::value)
            .map(literal -> literal.startsWith("-") ? "(" + literal + ")" : literal)
            .toList());
  }

  /** An expression as this dialect has it. */
  public String expression(SqlExpression expression) {
    return expression.forDialect(dialect);
  }

  /** {@code CREATE TABLE}, without the statements for indexes and comments. */
  public String createTable(Table table) {
    return "CREATE TABLE "
        + name(table.name())
        + " (\n  "
        + String.join(",\n  ", tableElements(table))
        + "\n)"
        + tableOptions(table);
  }

  /** What stands in the parentheses of {@code CREATE TABLE}: columns, then named constraints. */
  protected List<String> tableElements(Table table) {
    List<String> elements = new ArrayList<>();
    table.columns().forEach(column -> elements.add(columnDefinition(table, column)));
    table.constraints().forEach(constraint -> elements.add(constraintDefinition(constraint)));
    return elements;
  }

  /** What stands after the parentheses, with a leading space. */
  protected String tableOptions(Table table) {
    return table.options() == null ? "" : " " + table.options();
  }

  /** {@code DROP TABLE}. */
  public String dropTable(QualifiedName table) {
    return "DROP TABLE " + name(table);
  }

  /** Name, type and all that a column says of itself. */
  public String columnDefinition(Table table, Column column) {
    return name(column.name()) + " " + type(column.type()) + columnClauses(table, column);
  }

  /** What follows the type of a column, each clause with a leading space. */
  protected String columnClauses(Table table, Column column) {
    return collateClause(column.collation())
        + defaultClause(column.defaultValue())
        + generationClause(column.generation())
        + nullabilityClause(column.nullable());
  }

  /** The collation, whose name is in the database's own spelling. */
  protected String collateClause(@Nullable String collation) {
    return collation == null ? "" : " COLLATE " + collation;
  }

  protected String defaultClause(@Nullable SqlExpression value) {
    return value == null ? "" : " DEFAULT " + expression(value);
  }

  protected String generationClause(@Nullable Generation generation) {
    return generation == null
        ? ""
        : generation.accept(
            new Generation.Visitor<>() {
              @Override
              public String identity(Identity identity) {
                return identityClause(identity);
              }

              @Override
              public String computed(Computed computed) {
                return computedClause(computed);
              }
            });
  }

  protected String identityClause(Identity identity) {
    return " GENERATED "
        + (identity.always() ? "ALWAYS" : "BY DEFAULT")
        + " AS IDENTITY"
        + identityOptions(identity);
  }

  /** Start and increment in parentheses; empty where both are 1. */
  protected String identityOptions(Identity identity) {
    List<String> options = new ArrayList<>();
    if (identity.start() != 1) {
      options.add("START WITH " + identity.start());
    }
    if (identity.increment() != 1) {
      options.add("INCREMENT BY " + identity.increment());
    }
    return options.isEmpty() ? "" : " (" + String.join(" ", options) + ")";
  }

  protected String computedClause(Computed computed) {
    return " GENERATED ALWAYS AS ("
        + expression(computed.expression())
        + ")"
        + (computed.stored() ? " STORED" : " VIRTUAL");
  }

  protected String nullabilityClause(boolean nullable) {
    return nullable ? "" : " NOT NULL";
  }

  /** A constraint as it stands in {@code CREATE TABLE} and after {@code ADD}. */
  public String constraintDefinition(Constraint constraint) {
    Identifier name = constraint.name();
    return (name == null ? "" : "CONSTRAINT " + name(name) + " ") + constraintBody(constraint);
  }

  /** A constraint without its name. */
  protected String constraintBody(Constraint constraint) {
    return constraint.accept(
        new Constraint.Visitor<>() {
          @Override
          public String primaryKey(PrimaryKey key) {
            return primaryKeyBody(key);
          }

          @Override
          public String unique(Unique unique) {
            return uniqueBody(unique);
          }

          @Override
          public String foreignKey(ForeignKey key) {
            return foreignKeyBody(key);
          }

          @Override
          public String check(Check check) {
            return checkBody(check);
          }
        });
  }

  protected String primaryKeyBody(PrimaryKey key) {
    return "PRIMARY KEY " + names(key.columns());
  }

  protected String uniqueBody(Unique unique) {
    return "UNIQUE "
        + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
        + names(unique.columns())
        + deferralClause(unique.deferral());
  }

  protected String foreignKeyBody(ForeignKey key) {
    return "FOREIGN KEY "
        + names(key.columns())
        + " REFERENCES "
        + foreignKeyTarget(key)
        + " "
        + names(key.targetColumns())
        + actionClause("ON DELETE", key.onDelete())
        + actionClause("ON UPDATE", key.onUpdate())
        + deferralClause(key.deferral());
  }

  protected String foreignKeyTarget(ForeignKey key) {
    return name(key.target());
  }

  protected String actionClause(String event, ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION
        ? ""
        : " " + event + " " + action.name().replace('_', ' ');
  }

  protected String deferralClause(Deferral deferral) {
    return switch (deferral) {
      case NONE -> "";
      case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }

  protected String checkBody(Check check) {
    return "CHECK (" + condition(check.condition()) + ")";
  }

  /** A condition, in Hibernate's spelling where it is one of Hibernate's shapes. */
  public String condition(CheckCondition condition) {
    return condition.accept(
        new CheckCondition.Visitor<>() {
          @Override
          public String oneOf(OneOf typed) {
            return name(typed.column())
                + typed.values().stream()
                    .map(AnsiSqlRenderer.this::literal)
                    .collect(joining(",", " in (", ")"));
          }

          @Override
          public String oneOfNumbers(OneOfNumbers typed) {
            return name(typed.column())
                + typed.values().stream().map(String::valueOf).collect(joining(",", " in (", ")"));
          }

          @Override
          public String between(Between typed) {
            return name(typed.column()) + " between " + typed.least() + " and " + typed.most();
          }

          @Override
          public String atLeast(AtLeast typed) {
            return name(typed.column()) + " >= " + typed.least();
          }

          @Override
          public String sql(Sql sql) {
            return expression(sql.expression());
          }
        });
  }

  /** {@code CREATE INDEX}. */
  public String createIndex(QualifiedName table, Index index) {
    return createIndex(table, index, "");
  }

  /**
   * {@code CREATE INDEX}.
   *
   * @param manner a word on how it is made, with a space behind it; or empty
   */
  protected final String createIndex(QualifiedName table, Index index, String manner) {
    return "CREATE "
        + (index.unique() ? "UNIQUE " : "")
        + "INDEX "
        + manner
        + indexName(table, requireNonNull(index.name(), "the index is named by now"))
        + " ON "
        + indexedTable(table)
        + (index.method() == null ? "" : " USING " + index.method())
        + index.parts().stream().map(this::indexPart).collect(joining(", ", " (", ")"))
        + (index.include().isEmpty() ? "" : " INCLUDE " + names(index.include()))
        + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
        + (index.where() == null ? "" : " WHERE " + expression(index.where()));
  }

  /** The name of a new index: without a schema, since it comes to be in its table's. */
  protected String indexName(QualifiedName table, Identifier index) {
    return name(index);
  }

  /** The table of a new index. */
  protected String indexedTable(QualifiedName table) {
    return name(table);
  }

  protected String indexPart(IndexPart part) {
    return (part.column() != null
            ? name(part.column())
            : "(" + expression(requireNonNull(part.expression())) + ")")
        + collateClause(part.collation())
        + (part.operatorClass() == null ? "" : " " + part.operatorClass())
        + (part.descending() ? " DESC" : "")
        + (part.nulls() == null ? "" : " NULLS " + part.nulls());
  }

  /** {@code DROP INDEX}; an index lives in the schema of its table. */
  public String dropIndex(QualifiedName table, Identifier index) {
    return "DROP INDEX " + name(table.withName(index));
  }
}
