package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OperationLinesTest {

  @Test
  void every_operation_is_a_line_and_every_changed_fact_of_a_column() {
    Migration story =
        new Migration() {
          @Override
          public void upgrade(Operations op) {
            op.createTable("customer", t -> t.column("id", bigint()).notNull());
            op.alterTable(
                "orders",
                t -> {
                  t.renameColumn("total", "total_amount");
                  t.alterColumn("status").type(varchar(16), varchar(32)).nullable(true, false);
                  t.addColumn("customer_id", bigint());
                  t.dropColumn("contact");
                  t.addForeignKey("fk_orders_customer", "customer_id").references("customer", "id");
                  t.addIndex("ix_orders_customer", "customer_id");
                });
            op.execute("UPDATE orders\n   SET customer_id = 1");
            op.onlyOn("postgresql", o -> o.execute("ANALYZE"));
            op.dropTable("old");
          }

          @Override
          public void downgrade(Operations op) {
            throw op.irreversible("rows are gone");
          }
        };

    assertThat(lines(Recorder.upgrade(story).operations()))
        .isEqualTo(
            """
            add_table customer
            rename_column orders total -> total_amount
            alter_type orders status varchar(16) -> varchar(32)
            alter_nullable orders status nullable -> not null
            add_column orders customer_id
            drop_column orders contact
            add_foreign_key orders fk_orders_customer
            add_index orders ix_orders_customer
            execute UPDATE orders SET customer_id = 1
            execute ANALYZE (only on postgresql)
            drop_table old""");
  }

  private static String lines(java.util.List<dev.limbeck.operation.Operation> operations) {
    return OperationLines.of(operations).stream()
        .map(OperationLine::toString)
        .collect(Collectors.joining("\n"));
  }
}
