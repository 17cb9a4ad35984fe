package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.migration.Operations;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What two branches that begin after {@code base} do to each other. */
class JoinedSidesTest {

  private static void shop(Operations op) {
    op.createTable(
        "orders",
        t -> {
          t.column("id", bigint());
          t.column("status", varchar(16));
        });
    op.createTable("customer", t -> t.column("id", bigint()));
  }

  private static Overlaps overlaps(Consumer<Operations> mine, Consumer<Operations> theirs) {
    FixedRevisions revisions =
        new FixedRevisions()
            .then("shop", JoinedSidesTest::shop, op -> {})
            .then("mine", mine, op -> {})
            .after("shop")
            .then("theirs", theirs, op -> {});
    return Limbeck.builder().revisions(revisions).build().overlaps(List.of("heads"));
  }

  private static List<String> lines(Consumer<Operations> mine, Consumer<Operations> theirs) {
    return overlaps(mine, theirs).overlaps().stream().map(JoinedSidesTest::line).toList();
  }

  private static String line(Overlap overlap) {
    return overlap.kind()
        + " "
        + overlap.object()
        + " "
        + overlap.columns()
        + (overlap.whole() ? " whole " : " ")
        + String.join(
            "; ",
            overlap.touches().stream()
                .map(touch -> touch.revision() + ": " + touch.line())
                .toList());
  }

  @Test
  void branches_that_change_different_tables_do_not_overlap() {
    Overlaps overlaps =
        overlaps(
            op -> op.alterTable("orders", t -> t.addColumn("total", bigint())),
            op -> op.createTable("invoice", t -> t.column("id", bigint())));
    assertThat(overlaps).isEqualTo(new Overlaps(List.of("mine", "theirs"), List.of(), List.of()));
  }

  @Test
  void a_column_that_both_change_is_named() {
    assertThat(
            lines(
                op ->
                    op.alterTable(
                        "orders",
                        t -> {
                          t.alterColumn("status").type(varchar(16), varchar(32));
                          t.addColumn("total", bigint());
                        }),
                op -> op.alterTable("orders", t -> t.dropColumn("STATUS"))))
        .containsExactly(
            "table orders [status] mine: alter_type orders status varchar(16) -> varchar(32);"
                + " mine: add_column orders total; theirs: drop_column orders STATUS");
  }

  @Test
  void changes_of_different_columns_are_told_as_well() {
    assertThat(
            lines(
                op -> op.alterTable("orders", t -> t.addColumn("a", bigint())),
                op -> op.alterTable("orders", t -> t.addIndex("ix_status", "status"))))
        .containsExactly(
            "table orders [] mine: add_column orders a; theirs: add_index orders ix_status");
  }

  @Test
  void a_table_that_one_drops_must_not_be_referred_to_by_the_other() {
    Consumer<Operations> refers =
        op ->
            op.alterTable(
                "orders",
                t -> {
                  t.addColumn("customer_id", bigint());
                  t.addForeignKey("fk", "customer_id").references("customer", "id");
                });
    assertThat(lines(op -> op.dropTable("customer"), refers))
        .containsExactly(
            "table customer [] whole mine: drop_table customer; theirs: add_foreign_key orders fk");
    assertThat(
            lines(
                op ->
                    op.createTable(
                        "invoice",
                        t -> {
                          t.column("id", bigint());
                          t.foreignKey("fk2", "id").references("customer", "id");
                        }),
                refers))
        .isEmpty();
    assertThat(lines(op -> op.alterTable("customer", t -> t.addColumn("name", varchar(9))), refers))
        .isEmpty();
  }

  @Test
  void sequences_types_renamed_tables_and_sql_count() {
    assertThat(lines(op -> op.createSequence("s"), op -> op.createSequence("S")))
        .containsExactly("sequence s [] whole mine: add_sequence s; theirs: add_sequence S");
    assertThat(lines(op -> op.createEnumType("mood", "a"), op -> op.dropEnumType("mood")))
        .containsExactly("type mood [] whole mine: add_type mood; theirs: drop_type mood");
    assertThat(
            lines(
                op -> op.renameTable("orders", "purchase"),
                op -> op.onlyOn("sqlite", o -> o.execute("UPDATE \"orders\" SET status = 'x'"))))
        .containsExactly(
            "table orders [] whole mine: rename_table orders -> purchase;"
                + " theirs: execute UPDATE \"orders\" SET status = 'x'");
    assertThat(
            lines(
                op -> op.execute("delete from only orders where 1 = 2"),
                op -> op.execute("create index if not exists i on orders (status)")))
        .hasSize(1);
  }

  @Test
  void java_code_is_named_as_not_looked_into() {
    assertThat(overlaps(op -> op.run("normalise phones", db -> {}), op -> {}).notes())
        .containsExactly(
            "revision mine runs Java code, which is not looked into: normalise phones");
  }
}
