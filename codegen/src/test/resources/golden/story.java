package com.acme.db;

import static dev.limbeck.model.ReferentialAction.CASCADE;
import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.timestampTz;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Revision;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.IndexPart;

/** Orders get a customer. */
@Revision(
    id = "3f2a91c07b4d",
    revises = "a1b2c3d4e5f6",
    created = "2026-11-21T07:15:00Z",
    message = "Orders get a customer")
public final class R20261121_0715_OrdersGetCustomer implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.createTable("customer", t -> {
      t.column("id", bigint()).identity();
      t.column("email", varchar(320)).notNull();
      t.column("created_at", timestampTz(6)).notNull().defaultValue("current_timestamp");
      t.primaryKey("pk_customer", "id");
      t.unique("uq_customer_email", "email");
      t.index("ix_customer_created_at", IndexPart.column("created_at").desc());
      t.comment("Who orders");
    });
    op.alterTable("orders", t -> {
      t.renameColumn("total", "total_amount");
      // Review: existing rows get this value.
      t.alterColumn("status").type(varchar(16), varchar(32)).nullable(true, false).fill("'NEW'");
      t.addColumn("customer_id", bigint());
      t.addCheck("ck_orders_status", CheckCondition.oneOf("status", "NEW", "PAID", "SENT"));
    });
    op.execute("""
        UPDATE orders SET customer_id = (SELECT id FROM customer WHERE email = lower(orders.contact))
        """);
    op.alterTable("orders", t -> {
      t.addForeignKey("fk_orders_customer_id", "customer_id")
          .references("customer", "id")
          .onDelete(CASCADE);
      t.addIndex("ix_orders_customer_id", "customer_id");
    });
  }

  @Override
  public void downgrade(Operations op) {
    op.alterTable("orders", t -> {
      t.dropIndex("ix_orders_customer_id", "customer_id");
      t.dropForeignKey("fk_orders_customer_id", "customer_id")
          .references("customer", "id")
          .onDelete(CASCADE);
      t.dropCheck("ck_orders_status", CheckCondition.oneOf("status", "NEW", "PAID", "SENT"));
      t.dropColumn("customer_id");
      // Review: values that do not fit refuse this; .using("…") says what becomes of them.
      t.alterColumn("status").type(varchar(32), varchar(16)).nullable(false, true);
      t.renameColumn("total_amount", "total");
      // Review: existing rows get this value.
      t.addColumn("contact", varchar(255)).notNull().fill("''");
    });
    op.dropTable("customer");
  }
}
