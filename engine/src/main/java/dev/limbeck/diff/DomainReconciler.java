package dev.limbeck.diff;

import dev.limbeck.model.Check;
import dev.limbeck.model.Column;
import dev.limbeck.model.Domain;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Table;
import java.util.List;

/**
 * Puts a live domain into neutral terms: as if it were a table of one column, which its checks call
 * {@code VALUE} as well.
 */
record DomainReconciler(TableReconciler tables) {
  private static final Identifier VALUE = Identifier.of("value");

  /**
   * The domain in neutral terms.
   *
   * @param live the domain as the database has it
   * @param known the domain as revisions made it
   */
  Domain reconcile(Domain live, Domain known) {
    Table table = tables.reconcile(table(live), List.of(table(known)));
    Column value = table.columns().get(0);
    return new Domain(
        known.name(),
        value.type(),
        value.nullable(),
        value.defaultValue(),
        table.constraints().stream().map(Check.class::cast).toList());
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
