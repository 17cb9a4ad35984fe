package dev.limbeck.command;

import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.ReferentialAction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceLinesTest {

  @Test
  void a_part_that_is_dropped_and_added_is_a_line_for_each_fact() {
    assertThat(
            lines(
                op -> {
                  op.alterTable(
                      "orders",
                      t -> {
                        t.dropForeignKey("fk_old", "customer_id").references("customer", "id");
                        t.dropCheck("ck_status", CheckCondition.oneOf("status", "NEW"));
                        t.dropIndex("ix_status", "status");
                        t.dropUnique("uq_number", "number");
                      });
                  op.alterTable(
                      "orders",
                      t -> {
                        t.addForeignKey("fk_new", "customer_id")
                            .references("customer", "id")
                            .onDelete(ReferentialAction.CASCADE)
                            .onUpdate(ReferentialAction.CASCADE);
                        t.addCheck("ck_status", CheckCondition.oneOf("status", "NEW", "PAID"));
                        t.addUniqueIndex("ux_number", "number");
                        t.addIndex("ix_total", "total");
                      });
                }))
        .isEqualTo(
            """
            alter_foreign_key orders fk_new on delete no action -> on delete cascade
            alter_foreign_key orders fk_new on update no action -> on update cascade
            alter_check orders ck_status status in [NEW] -> status in [NEW, PAID]
            drop_index orders ix_status
            alter_index orders ux_number unique constraint -> unique index
            add_index orders ix_total""");
  }

  @Test
  void what_is_of_one_dialect_says_so() {
    assertThat(
            lines(
                op ->
                    op.onlyOn(
                        "postgresql",
                        o ->
                            o.alterTable(
                                "orders",
                                t -> {
                                  t.alterColumn("status").type(varchar(1), varchar(2));
                                  t.dropIndex("ix", "a");
                                  t.addIndex("ix", "a", "b");
                                }))))
        .isEqualTo(
            """
            alter_type orders status varchar(1) -> varchar(2) (only on postgresql)
            alter_index orders ix (a) -> (a, b) (only on postgresql)""");
  }

  private static String lines(Consumer<Operations> upgrade) {
    Migration migration =
        new Migration() {
          @Override
          public void upgrade(Operations op) {
            upgrade.accept(op);
          }

          @Override
          public void downgrade(Operations op) {}
        };
    return DifferenceLines.of(Recorder.upgrade(migration).operations()).stream()
        .map(OperationLine::toString)
        .collect(Collectors.joining("\n"));
  }
}
