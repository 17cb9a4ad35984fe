package dev.limbeck.migration;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one domain. Every change says what was before, so that it can be checked and
 * undone. Checks are given in SQL that calls the value {@code VALUE}.
 */
public final class DomainChange {
  private final QualifiedName name;
  private final Consumer<AlterDomain> changed;
  private @Nullable Changed<ColumnType> type;
  private @Nullable Changed<Boolean> nullable;
  private @Nullable Changed<SqlExpression> defaultValue;
  private final List<Changed<Check>> checks = new ArrayList<>();

  DomainChange(QualifiedName name, Consumer<AlterDomain> changed) {
    this.name = name;
    this.changed = changed;
    publish();
  }

  /** Changes the type that it is made of: the domain is made anew, with all columns of it. */
  public DomainChange type(ColumnType from, ColumnType to) {
    type = new Changed<>(from, to);
    return publish();
  }

  /** Changes whether it takes null. */
  public DomainChange nullable(boolean from, boolean to) {
    nullable = new Changed<>(from, to);
    return publish();
  }

  /** Changes the default, given as SQL; null is no default. */
  public DomainChange defaultValue(@Nullable String from, @Nullable String to) {
    return defaultExpression(
        from == null ? null : SqlExpression.of(from), to == null ? null : SqlExpression.of(to));
  }

  /** Changes the default; null is no default. */
  public DomainChange defaultExpression(@Nullable SqlExpression from, @Nullable SqlExpression to) {
    defaultValue = new Changed<>(from, to);
    return publish();
  }

  /** Adds a check, which all values that are there have to meet. */
  public DomainChange addCheck(String check, String sql) {
    return with(null, check(check, sql));
  }

  /** Drops the check of the name, else the one of that condition. */
  public DomainChange dropCheck(String check, String sql) {
    return with(check(check, sql), null);
  }

  /** Changes what a check demands. */
  public DomainChange alterCheck(String check, String from, String to) {
    return with(check(check, from), check(check, to));
  }

  /** Gives a check of that condition another name. */
  public DomainChange renameCheck(String from, String to, String sql) {
    return with(check(from, sql), check(to, sql));
  }

  private static Check check(String check, String sql) {
    return new Check(Identifier.parse(check), CheckCondition.sql(sql));
  }

  private DomainChange with(@Nullable Check from, @Nullable Check to) {
    checks.add(new Changed<>(from, to));
    return publish();
  }

  private DomainChange publish() {
    changed.accept(new AlterDomain(name, type, nullable, defaultValue, checks));
    return this;
  }
}
