package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Column;
import dev.limbeck.model.Generation.Computed;
import dev.limbeck.model.Generation.Identity;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The statements that change one column, in an order in which each is allowed: what generates
 * values goes first, then the default (a type does not change under a default of the old type), the
 * type, nulls, and at the end the new generation, default and comment.
 */
final class PostgresColumnChange {
  private final PostgresRenderer sql;
  private final PostgresTypes types;
  private final Table fromTable;
  private final Table toTable;
  private final AlterColumn change;
  private final Column from;
  private final Column to;
  private final List<String> statements = new ArrayList<>();

  PostgresColumnChange(
      PostgresRenderer sql, PostgresTypes types, Table from, Table to, AlterColumn change) {
    this.sql = sql;
    this.types = types;
    this.fromTable = from;
    this.toTable = to;
    this.change = change;
    this.from = requireNonNull(from.column(change.name()), "the column is there");
    this.to = requireNonNull(to.column(change.name()), "the column stays there");
  }

  List<String> statements() {
    if (needsNewColumn()) {
      replaceColumn();
      return statements;
    }
    TypeDependents dependents =
        change.type() == null && change.collation() == null
            ? null
            : new TypeDependents(sql, types, toTable, from, to);
    if (dependents != null) {
      statements.addAll(dependents.drop());
    }

    dropGeneration();
    dropDefault();
    if (change.nullable() != null && to.nullable()) {
      alterColumn("DROP NOT NULL");
    }
    changeType();
    forbidNull();
    addGeneration();
    addDefault();
    if (dependents != null) {
      statements.addAll(dependents.restore());
    }
    if (change.comment() != null) {
      statements.add(PostgresStatements.commentOnColumn(sql, toTable, to));
    }
    return statements;
  }

  /**
   * A formula does not come to a column that is there, nor does it change before PostgreSQL 17, and
   * one that is computed at reading has no values to leave behind.
   */
  private boolean needsNewColumn() {
    if (change.generation() == null) {
      return false;
    }
    return to.generation() instanceof Computed && !to.generation().equals(from.generation())
        || from.generation() instanceof Computed computed && !computed.stored();
  }

  private void replaceColumn() {
    ColumnReplacement replacement = new ColumnReplacement(sql, toTable, to);
    boolean filledLater = to.generation() == null && !to.nullable();
    statements.add(replacement.drop());
    statements.add(filledLater ? replacement.addEmpty() : replacement.add());
    if (from.generation() instanceof Computed computed && to.generation() == null) {
      update(computedValue(computed), "");
    }
    if (change.fill() != null) {
      update(sql.expression(change.fill()), " WHERE " + name() + " IS NULL");
    }
    if (filledLater) {
      setNotNull();
    }
    statements.addAll(replacement.restore());
  }

  /** What the formula gives, as a value of the new type; that of a formula may be yet another. */
  private String computedValue(Computed computed) {
    String value = sql.expression(computed.expression());
    if (change.type() == null) {
      return value;
    }
    String old = "CAST(" + value + " AS " + sql.type(from.type()) + ")";
    return Objects.requireNonNullElse(converted(old), old);
  }

  private void dropGeneration() {
    if (change.generation() == null || to.generation() != null && !(changesKind())) {
      return;
    }
    if (from.generation() instanceof Identity) {
      alterColumn("DROP IDENTITY");
    } else if (from.generation() instanceof Computed) {
      alterColumn("DROP EXPRESSION");
    }
  }

  private boolean changesKind() {
    return from.generation() != null
        && to.generation() != null
        && from.generation().getClass() != to.generation().getClass();
  }

  private void dropDefault() {
    if (from.defaultValue() != null
        && (change.type() != null || change.defaultValue() != null && to.defaultValue() == null)) {
      alterColumn("DROP DEFAULT");
    }
  }

  private void changeType() {
    if (change.type() == null && change.collation() == null) {
      return;
    }
    alterColumn(
        "TYPE "
            + sql.type(to.type())
            + (to.collation() == null ? "" : " COLLATE " + to.collation())
            + using());
  }

  private String using() {
    if (change.using() != null) {
      return " USING " + sql.expression(change.using());
    }
    String conversion = converted(name());
    return conversion == null ? "" : " USING " + conversion;
  }

  private @Nullable String converted(String value) {
    return new PostgresConversions(types).using(value, from.type(), to.type());
  }

  private void forbidNull() {
    if (change.nullable() == null || to.nullable()) {
      return;
    }
    if (change.fill() != null) {
      update(sql.expression(change.fill()), " WHERE " + name() + " IS NULL");
    }
    setNotNull();
  }

  private void setNotNull() {
    alterColumn("SET NOT NULL");
  }

  private void addGeneration() {
    if (change.generation() == null || !(to.generation() instanceof Identity identity)) {
      return;
    }
    if (from.generation() instanceof Identity before) {
      String options =
          (before.always() == identity.always()
                  ? ""
                  : " SET GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT"))
              + (before.start() == identity.start() ? "" : " SET START WITH " + identity.start())
              + (before.increment() == identity.increment()
                  ? ""
                  : " SET INCREMENT BY " + identity.increment());
      if (!options.isEmpty()) {
        alterColumn(options.strip());
      }
      return;
    }
    if (from.defaultValue() != null && to.defaultValue() == null && change.defaultValue() == null) {
      alterColumn("DROP DEFAULT");
    }
    if (from.nullable() && change.nullable() == null) {
      alterColumn("SET NOT NULL");
    }
    if (from.defaultValue() != null && OwnSequence.of(from.defaultValue()) != null) {
      // The sequence of a serial would be taken for that of the identity.
      statements.add(ownSequence().drop());
    }
    alterColumn("ADD " + sql.identity(identity));
    statements.add(continueAfterRows(identity));
  }

  /** Lets the identity go on after the values that the rows have already. */
  private String continueAfterRows(Identity identity) {
    boolean rising = identity.increment() > 0;
    return "SELECT setval(pg_get_serial_sequence("
        + sql.literal(sql.name(toTable.name()))
        + ", "
        + sql.literal(to.name().key())
        + "), "
        + (rising ? "greatest" : "least")
        + "("
        + identity.start()
        + ", "
        + (rising ? "max" : "min")
        + "("
        + name()
        + ") + ("
        + identity.increment()
        + ")), false) FROM "
        + sql.name(toTable.name());
  }

  private void addDefault() {
    SqlExpression value = to.defaultValue();
    boolean again = change.type() != null && Objects.equals(from.defaultValue(), value);
    if (value != null && (change.defaultValue() != null || again)) {
      String sequence = OwnSequence.of(value);
      if (sequence != null && from.generation() instanceof Identity && to.generation() == null) {
        statements.add(ownSequence().create(sequence, sql.type(to.type())));
      }
      String text = sql.expression(value);
      alterColumn("SET DEFAULT " + (again ? CastLiteral.uncast(text) : text));
    }
  }

  private OwnSequence ownSequence() {
    return new OwnSequence(sql, sql.name(toTable.name()), name(), to.name().key());
  }

  private void alterColumn(String action) {
    alter("ALTER COLUMN " + name() + " " + action);
  }

  private void alter(String action) {
    statements.add("ALTER TABLE " + sql.name(toTable.name()) + " " + action);
  }

  private void update(String value, String where) {
    statements.add("UPDATE " + sql.name(toTable.name()) + " SET " + name() + " = " + value + where);
  }

  private String name() {
    return sql.name(to.name());
  }
}
