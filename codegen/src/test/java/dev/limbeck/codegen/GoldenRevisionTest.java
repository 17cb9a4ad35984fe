package dev.limbeck.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.RevisionDraft;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Types;
import dev.limbeck.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * How a revision looks, byte for byte. {@code -Dlimbeck.golden=rewrite} writes the files anew, for
 * a person to look at the difference.
 */
class GoldenRevisionTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  @Test
  void a_story_in_two_directions() throws IOException {
    assertGolden(
        "story.java",
        Drafts.of(recorded(GoldenRevisionTest::up), recorded(GoldenRevisionTest::down)));
  }

  @Test
  void one_of_everything() throws IOException {
    assertGolden(
        "everything.java", Drafts.of("One of everything", Samples.operations(), List.of()));
  }

  private static void up(Operations op) {
    op.createTable(
        "customer",
        t -> {
          t.column("id", Types.bigint()).identity();
          t.column("email", Types.varchar(320)).notNull();
          t.column("created_at", Types.timestampTz(6)).notNull().defaultValue("current_timestamp");
          t.primaryKey("pk_customer", "id");
          t.unique("uq_customer_email", "email");
          t.index("ix_customer_created_at", IndexPart.column("created_at").desc());
          t.comment("Who orders");
        });
    op.alterTable(
        "orders",
        t -> {
          t.renameColumn("total", "total_amount");
          t.alterColumn("status")
              .type(Types.varchar(16), Types.varchar(32))
              .nullable(true, false)
              .fill("'NEW'");
          t.addColumn("customer_id", Types.bigint());
          t.addCheck("ck_orders_status", CheckCondition.oneOf("status", "NEW", "PAID", "SENT"));
        });
    op.execute(
        """
        UPDATE orders SET customer_id = (SELECT id FROM customer WHERE email = lower(orders.contact))
        """);
    op.alterTable(
        "orders",
        t -> {
          t.addForeignKey("fk_orders_customer_id", "customer_id")
              .references("customer", "id")
              .onDelete(ReferentialAction.CASCADE);
          t.addIndex("ix_orders_customer_id", "customer_id");
        });
  }

  private static void down(Operations op) {
    op.alterTable(
        "orders",
        t -> {
          t.dropIndex("ix_orders_customer_id", "customer_id");
          t.dropForeignKey("fk_orders_customer_id", "customer_id")
              .references("customer", "id")
              .onDelete(ReferentialAction.CASCADE);
          t.dropCheck("ck_orders_status", CheckCondition.oneOf("status", "NEW", "PAID", "SENT"));
          t.dropColumn("customer_id");
          t.alterColumn("status").type(Types.varchar(32), Types.varchar(16)).nullable(false, true);
          t.renameColumn("total_amount", "total");
          t.addColumn("contact", Types.varchar(255)).notNull().fill("''");
        });
    op.dropTable("customer");
  }

  private static List<Operation> recorded(Consumer<Operations> body) {
    return Recorder.record(body).operations();
  }

  private static void assertGolden(String name, RevisionDraft draft) throws IOException {
    String source = new JavaRevisionPrinter().print(draft);
    Migration migration =
        MemoryCompiler.migration(draft.packageName() + "." + draft.className(), source);
    assertThat(Recorder.upgrade(migration).operations()).isEqualTo(AsRecorded.of(draft.upgrade()));
    Path golden = GOLDEN.resolve(name);
    if ("rewrite".equals(System.getProperty("limbeck.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, source);
    }
    assertThat(source).isEqualTo(Files.readString(golden));
  }
}
