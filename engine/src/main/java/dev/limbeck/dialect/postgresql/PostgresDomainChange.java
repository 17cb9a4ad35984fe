package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.limbeck.LimbeckException;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that change a domain.
 *
 * <p>PostgreSQL changes all of a domain but the type that it is made of: for that a new domain
 * takes its place, the values of each column as those of a plain column would change their type.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdomain.html">ALTER DOMAIN</a>
 */
final class PostgresDomainChange {
  private final PostgresRenderer sql;
  private final PostgresTypes types;
  private final AlterDomain change;
  private final DatabaseModel model;
  private final List<String> statements = new ArrayList<>();

  PostgresDomainChange(
      PostgresRenderer sql, PostgresTypes types, AlterDomain change, DatabaseModel model) {
    this.sql = sql;
    this.types = types;
    this.change = change;
    this.model = model;
  }

  /** The statement that makes a domain. */
  static String create(PostgresRenderer sql, Domain domain) {
    return "CREATE DOMAIN "
        + sql.name(domain.name())
        + " AS "
        + sql.type(domain.type())
        + (domain.defaultValue() == null ? "" : " DEFAULT " + sql.expression(domain.defaultValue()))
        + (domain.nullable() ? "" : " NOT NULL")
        + domain.checks().stream()
            .map(check -> " " + sql.constraintDefinition(check))
            .collect(joining());
  }

  List<String> statements() {
    if (change.type() != null) {
      Domain domain = model.domain(change.name());
      if (domain == null) {
        throw new LimbeckException(
            "LMB-217",
            "The operation needs the domain "
                + change.name()
                + ", but there is none at this point.");
      }
      Domain after = change.applyTo(ofAnyType(domain));
      return new PostgresTypeReplacement(sql, types, model, "DOMAIN", change.name())
          .statements(create(sql, after), this::typeOf, PostgresDomainChange::uncast);
    }
    change.checks().forEach(this::check);
    if (change.defaultValue() != null) {
      SqlExpression value = change.defaultValue().to();
      alter(value == null ? "DROP DEFAULT" : "SET DEFAULT " + sql.expression(value));
    }
    if (change.nullable() != null) {
      alter(requireNonNull(change.nullable().to(), "to") ? "DROP NOT NULL" : "SET NOT NULL");
    }
    return statements;
  }

  private void check(Changed<Check> checks) {
    Check from = checks.from();
    Check to = checks.to();
    if (from != null && to != null && from.condition().equals(to.condition())) {
      alter("RENAME CONSTRAINT " + name(from) + " TO " + name(to));
      return;
    }
    if (from != null) {
      alter("DROP CONSTRAINT " + name(from));
    }
    if (to != null) {
      alter("ADD " + sql.constraintDefinition(to));
    }
  }

  private String name(Check check) {
    return sql.name(requireNonNull(check.name(), "a check of a domain has a name"));
  }

  /** The elements of an array are assigned, as PostgreSQL does it by itself. */
  private String typeOf(Column column) {
    String type = sql.name(change.name());
    if (types.canonical(column.type()) instanceof ArrayType) {
      return "TYPE " + type + " ARRAY";
    }
    Changed<ColumnType> base = requireNonNull(change.type(), "type");
    ColumnType from = requireNonNull(base.from(), "from");
    String value = "CAST(" + sql.name(column.name()) + " AS " + sql.type(from) + ")";
    String using =
        new PostgresConversions(types).using(value, from, requireNonNull(base.to(), "to"));
    return "TYPE " + type + (using == null ? "" : " USING " + using);
  }

  private static Domain ofAnyType(Domain domain) {
    Domain plain =
        domain.withChecks(domain.checks().stream().map(PostgresDomainChange::ofAnyNumber).toList());
    return domain.defaultValue() == null ? plain : plain.withDefault(uncast(domain.defaultValue()));
  }

  private static Check ofAnyNumber(Check check) {
    return check.condition() instanceof CheckCondition.Sql sql
        ? new Check(check.name(), CheckCondition.sql(PlainNumbers.in(sql.expression().text())))
        : check;
  }

  private static SqlExpression uncast(SqlExpression stored) {
    return SqlExpression.of(CastLiteral.uncast(stored.text()));
  }

  private void alter(String action) {
    statements.add("ALTER DOMAIN " + sql.name(change.name()) + " " + action);
  }
}
