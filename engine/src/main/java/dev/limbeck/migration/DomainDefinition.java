package dev.limbeck.migration;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Domain;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A domain in the making. */
public final class DomainDefinition {
  private final Consumer<Domain> changed;
  private Domain domain;

  DomainDefinition(Domain domain, Consumer<Domain> changed) {
    this.domain = domain;
    this.changed = changed;
    changed.accept(domain);
  }

  /** It takes no null. */
  public DomainDefinition notNull() {
    return with(domain.withNullable(false));
  }

  /** What a column of it gets that has no default of its own, given as SQL. */
  public DomainDefinition defaultValue(String sql) {
    return defaultValue(SqlExpression.of(sql));
  }

  /** What a column of it gets that has no default of its own. */
  public DomainDefinition defaultValue(SqlExpression value) {
    return with(domain.withDefault(value));
  }

  /** What its values meet, in SQL that calls the value {@code VALUE}. */
  public DomainDefinition check(String name, String sql) {
    List<Check> checks = new ArrayList<>(domain.checks());
    checks.add(new Check(Identifier.parse(name), CheckCondition.sql(sql)));
    return with(domain.withChecks(checks));
  }

  private DomainDefinition with(Domain value) {
    domain = value;
    changed.accept(value);
    return this;
  }
}
