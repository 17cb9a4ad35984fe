package dev.limbeck.diff;

import dev.limbeck.dialect.ExpressionReader;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Domain;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a live domain into neutral terms: as if it were a table of one column, which its checks call
 * {@code VALUE} as well.
 *
 * @param tables compares tables
 * @param expressions recognises checks that are more than SQL, as it does those of tables
 */
record DomainReconciler(TableReconciler tables, ExpressionReader expressions) {
  private static final Identifier VALUE = Identifier.of("value");

  /**
   * The domain in neutral terms.
   *
   * @param live the domain as the database has it
   * @param known the domain as revisions made it
   */
  Domain reconcile(Domain live, Domain known) {
    Table plain = table(live);
    Map<Check, Check> recognised = new LinkedHashMap<>();
    live.checks().forEach(check -> recognised.put(recognised(plain, check), check));
    Table table =
        tables.reconcile(
            plain.withConstraints(List.copyOf(recognised.keySet())), List.of(table(known)));
    Column value = table.columns().get(0);
    return new Domain(
        known.name(),
        value.type(),
        value.nullable(),
        value.defaultValue(),
        table.constraints().stream()
            .map(Check.class::cast)
            .map(check -> recognised.getOrDefault(check, check))
            .toList());
  }

  private Check recognised(Table table, Check check) {
    return check.condition() instanceof CheckCondition.Sql sql
        ? new Check(check.name(), expressions.condition(table, sql.expression().text()))
        : check;
  }

  private static Table table(Domain domain) {
    Column value =
        Column.of(VALUE.text(), domain.type())
            .withNullable(domain.nullable())
            .withDefault(domain.defaultValue());
    return Table.of(domain.name().toString(), value)
        .withName(domain.name())
        .withConstraints(List.copyOf(domain.checks()));
  }
}
