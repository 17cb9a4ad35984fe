package dev.limbeck.sample;

import java.util.stream.Stream;

/** Renames of parts of tables, of tables with what is named after them, and moves. */
final class MovedParts {

  private MovedParts() {}

  static Stream<RenameScenario> all() {
    return Stream.of(
        RenameScenario.certain(
            "index renamed",
            entities -> entities.replace("Item", "\"ix_item_title\"", "\"ix_title\""),
            """
            op.alterTable("item", t -> {
              t.renameIndex("ix_item_title", "ix_title");
            });
            """),
        RenameScenario.certain(
            "unique index of the mapping renamed",
            entities -> entities.replace("Loan", "\"ux_loan_copy\"", "\"ux_copy\""),
            """
            op.alterTable("loan", t -> {
              t.renameConstraint("ux_loan_copy", "ux_copy");
            });
            """),
        RenameScenario.certain(
            "constraints renamed",
            entities ->
                entities
                    .replace("Item", "\"uq_item_isbn\"", "\"uq_isbn\"")
                    .replace("Item", "\"ck_item_price\"", "\"ck_price\""),
            """
            op.alterTable("item", t -> {
              t.renameConstraint("uq_item_isbn", "uq_isbn");
              t.renameConstraint("ck_item_price", "ck_price");
            });
            """),
        RenameScenario.certain(
            "table renamed with index and column",
            entities ->
                entities
                    .replace(
                        "Loan", "@Table(\n    name = \"loan\"", "@Table(\n    name = \"lending\"")
                    .replace("Loan", "name = \"due_on\"", "name = \"due_date\"")
                    .replace("Loan", "\"due_on, member_id\"", "\"due_date, member_id\"")
                    .replace("Loan", "\"ix_loan_due\"", "\"ix_lending_due\""),
            """
            op.renameTable("loan", "lending");
            op.alterTable("lending", t -> {
              t.renameColumn("due_on", "due_date");
              t.renameConstraint("pk_loan", "pk_lending");
              t.renameIndex("ix_loan_due", "ix_lending_due");
            });
            """),
        RenameScenario.certain(
            "table whose sequence is named after it renamed",
            entities -> entities.replace("PurchaseOrder", "\"`Order`\"", "\"purchase\""),
            """
            op.renameTable("`Order`", "purchase");
            op.renameSequence("Order_SEQ", "purchase_SEQ");
            op.alterTable("purchase", t -> {
              t.renameConstraint("pk_order", "pk_purchase");
              t.renameConstraint("fk_order_item_id", "fk_purchase_item_id");
              t.renameConstraint("fk_order_publisher_id", "fk_purchase_publisher_id");
            });
            """),
        RenameScenario.certain(
            "a new attribute takes the old name of another",
            entities ->
                entities
                    .replace("Fine", "length = 3)", "length = 3, name = \"iso_currency\")")
                    .replace(
                        "Fine",
                        "  private FineReason reason;",
                        "  private FineReason reason;\n\n"
                            + "  @Column(name = \"currency\", length = 40)\n"
                            + "  private @Nullable String currencyName;"),
            """
            op.alterTable("fine", t -> {
              t.renameColumn("currency", "iso_currency");
              t.addColumn("currency", varchar(40));
            });
            """),
        RenameScenario.certain(
            "table moved to another schema",
            entities ->
                entities.replace(
                    "Fine",
                    "@Table(name = \"fine\")",
                    "@Table(name = \"fine\", schema = \"money\")"),
            """
            op.createSchema("money");
            op.moveTable("fine", "money");
            """),
        RenameScenario.certain(
            "table moved and renamed, with a column",
            entities ->
                entities
                    .replace(
                        "Fine",
                        "@Table(name = \"fine\")",
                        "@Table(name = \"penalty\", schema = \"money\")")
                    .replace(
                        "Fine",
                        "precision = 8, scale = 2",
                        "name = \"owed\", precision = 9, scale = 2"),
            """
            op.createSchema("money");
            op.moveTable("fine", "money");
            op.renameTable("money.fine", "money.penalty");
            op.alterTable("money.penalty", t -> {
              t.renameColumn("amount", "owed");
              t.renameConstraint("pk_fine", "pk_penalty");
              t.renameConstraint("fk_fine_loan_id", "fk_penalty_loan_id");
              t.renameConstraint("ck_fine_reason", "ck_penalty_reason");
              t.alterColumn("owed").type(numeric(8, 2), numeric(9, 2));
            });
            """));
  }
}
