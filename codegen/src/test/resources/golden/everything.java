package com.acme.db;

import static dev.limbeck.model.Deferral.INITIALLY_DEFERRED;
import static dev.limbeck.model.Deferral.INITIALLY_IMMEDIATE;
import static dev.limbeck.model.ReferentialAction.CASCADE;
import static dev.limbeck.model.ReferentialAction.SET_NULL;
import static dev.limbeck.model.Types.array;
import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.binary;
import static dev.limbeck.model.Types.blob;
import static dev.limbeck.model.Types.bool;
import static dev.limbeck.model.Types.bytes;
import static dev.limbeck.model.Types.character;
import static dev.limbeck.model.Types.clob;
import static dev.limbeck.model.Types.date;
import static dev.limbeck.model.Types.decimal;
import static dev.limbeck.model.Types.doublePrecision;
import static dev.limbeck.model.Types.floating;
import static dev.limbeck.model.Types.geography;
import static dev.limbeck.model.Types.geometry;
import static dev.limbeck.model.Types.inet;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.interval;
import static dev.limbeck.model.Types.json;
import static dev.limbeck.model.Types.named;
import static dev.limbeck.model.Types.nativeType;
import static dev.limbeck.model.Types.ncharacter;
import static dev.limbeck.model.Types.nclob;
import static dev.limbeck.model.Types.ntext;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.nvarchar;
import static dev.limbeck.model.Types.real;
import static dev.limbeck.model.Types.scalar;
import static dev.limbeck.model.Types.smallint;
import static dev.limbeck.model.Types.text;
import static dev.limbeck.model.Types.time;
import static dev.limbeck.model.Types.timeTz;
import static dev.limbeck.model.Types.timeUtc;
import static dev.limbeck.model.Types.timestamp;
import static dev.limbeck.model.Types.timestampTz;
import static dev.limbeck.model.Types.timestampUtc;
import static dev.limbeck.model.Types.tinyint;
import static dev.limbeck.model.Types.uuid;
import static dev.limbeck.model.Types.varbinary;
import static dev.limbeck.model.Types.varchar;
import static dev.limbeck.model.Types.varying;
import static dev.limbeck.model.Types.xml;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Revision;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Generation;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.SqlValue;
import java.util.List;
import java.util.Map;

/** One of everything. */
@Revision(
    id = "3f2a91c07b4d",
    revises = "a1b2c3d4e5f6",
    created = "2026-11-21T07:15:00Z",
    message = "One of everything")
public final class R20261121_0715_OrdersGetCustomer implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.createSchema("`Shop`");
    op.createTable("`Shop`.`Order`", t -> {
      t.column("c0", bool());
      t.column("c1", tinyint());
      t.column("c2", smallint());
      t.column("c3", integer());
      t.column("c4", bigint());
      t.column("c5", scalar(ScalarType.Kind.FLOAT));
      t.column("c6", floating(12));
      t.column("c7", real());
      t.column("c8", doublePrecision());
      t.column("c9", numeric());
      t.column("c10", numeric(12));
      t.column("c11", numeric(12, 3));
      t.column("c12", decimal());
      t.column("c13", decimal(12));
      t.column("c14", decimal(12, 3));
      t.column("c15", scalar(ScalarType.Kind.CHAR));
      t.column("c16", character(12));
      t.column("c17", varchar());
      t.column("c18", varchar(12));
      t.column("c19", scalar(ScalarType.Kind.NCHAR));
      t.column("c20", ncharacter(12));
      t.column("c21", scalar(ScalarType.Kind.NVARCHAR));
      t.column("c22", nvarchar(12));
      t.column("c23", text());
      t.column("c24", ntext());
      t.column("c25", clob());
      t.column("c26", nclob());
      t.column("c27", scalar(ScalarType.Kind.BINARY));
      t.column("c28", binary(12));
      t.column("c29", varbinary());
      t.column("c30", varbinary(12));
      t.column("c31", bytes());
      t.column("c32", blob());
      t.column("c33", date());
      t.column("c34", time());
      t.column("c35", time(12));
      t.column("c36", scalar(ScalarType.Kind.TIME_TZ));
      t.column("c37", timeTz(12));
      t.column("c38", scalar(ScalarType.Kind.TIME_UTC));
      t.column("c39", timeUtc(12));
      t.column("c40", timestamp());
      t.column("c41", timestamp(12));
      t.column("c42", timestampTz());
      t.column("c43", timestampTz(12));
      t.column("c44", scalar(ScalarType.Kind.TIMESTAMP_UTC));
      t.column("c45", timestampUtc(12));
      t.column("c46", scalar(ScalarType.Kind.INTERVAL));
      t.column("c47", scalar(ScalarType.Kind.INTERVAL, 12, null));
      t.column("c48", interval(12, 3));
      t.column("c49", uuid());
      t.column("c50", json());
      t.column("c51", xml());
      t.column("c52", inet());
      t.column("c53", geometry());
      t.column("c54", geography());
      t.column("c55", array(array(varchar(20))));
      t.column("c56", named("`Shop`.colour"));
      t.column("c57", nativeType("tsvector"));
      t.column("c58", varying(text(), "sqlite", nativeType("any")));
      t.column("c59", varying(text(), "postgresql", bigint(), "sqlite", integer()));
      t.column(
          "c60",
          varying(
              text(),
              Map.ofEntries(
                  Map.entry("mysql", varchar(9)),
                  Map.entry("postgresql", bigint()),
                  Map.entry("sqlite", integer()))));
      t.column("g61", bigint()).identity();
      t.column("g62", bigint()).identityAlways();
      t.column("g63", bigint()).identity(100, -5);
      t.column("g64", bigint()).generated(Generation.identity(true, 10000000000L, 50));
      t.column("g65", bigint()).computed("a + b");
      t.column("g66", bigint()).computedAtReading("a || '\"'");
      t.column("g67", bigint())
          .generated(
              Generation.computed(
                  SqlExpression.of("current_timestamp")
                      .on("postgresql", "now()")
                      .on("sqlite", "datetime()"),
                  true));
      t.column("`All of it`", varchar(20))
          .notNull()
          .defaultValue("'it''s'")
          .collation("C")
          .comment("""
              Says "much"
              in two lines $L \\u000a""");
      t.column("varying_default", varchar(20))
          .defaultValue(
              SqlExpression.of("current_timestamp")
                  .on("postgresql", "now()")
                  .on("sqlite", "datetime()"));
      t.primaryKey("pk_orders", "id", "`Line`");
      t.unique("uq_orders", "number");
      t.unique("uq_both", "a", "b").nullsNotDistinct().deferrable(INITIALLY_IMMEDIATE);
      t.foreignKey("fk_a", "a").references("`Shop`.customer", "id");
      t.foreignKey("fk_orders_customer_id_of_the_shop", "customer_id", "shop_id")
          .references("customer", "id", "shop_id")
          .onDelete(CASCADE)
          .onUpdate(SET_NULL)
          .deferrable(INITIALLY_DEFERRED);
      t.check("ck_0", CheckCondition.oneOf("status", "NEW", "it's", "a \"b\" \\ c"));
      t.check("ck_1", CheckCondition.oneOf("status", "ONLY"));
      t.check("ck_2", CheckCondition.oneOf("code", 1, -2, 10000000000L, -9223372036854775808L));
      t.check("ck_3", CheckCondition.between("level", 0, 3));
      t.check("ck_4", CheckCondition.atLeast("position", 0));
      t.check(
          "ck_5",
          """
          total >= 0 and
            total < 10 -- not ""\" much""");
      t.check("ck_6", CheckCondition.sql(SqlExpression.of("a > 0").on("sqlite", "a > +0")));
      t.index("ix_a", "a");
      t.uniqueIndex("ux_a_b", "a", "`B c`");
      t.index(
              "ix_parts",
              IndexPart.column("a").desc().nullsLast().collate("C").using("text_pattern_ops"),
              IndexPart.column("b").nullsFirst(),
              IndexPart.expression("lower(c)").desc(),
              IndexPart.expression(
                  SqlExpression.of("current_timestamp")
                      .on("postgresql", "now()")
                      .on("sqlite", "datetime()")))
          .using("gin")
          .include("d", "e")
          .where("a is not null and b is not null");
      t.uniqueIndex("ux_where", "a")
          .nullsNotDistinct()
          .where(
              SqlExpression.of("current_timestamp")
                  .on("postgresql", "now()")
                  .on("sqlite", "datetime()"));
      t.comment("A table */");
      t.options("STRICT");
    });
    op.createTable("plain", t -> {
      t.column("id", bigint());
    });
    op.alterTable("orders", t -> {
      // Review: existing rows refuse this; .fill("…") says what they get.
      t.addColumn("customer_id", bigint()).notNull();
      // Review: existing rows get this value.
      t.addColumn("filled", bigint()).notNull().fill("-1");
      // Review: existing rows get this value.
      t.addColumn("varying", bigint())
          .notNull()
          .fill(
              SqlExpression.of("current_timestamp")
                  .on("postgresql", "now()")
                  .on("sqlite", "datetime()"));
      t.dropColumn("old");
      t.renameColumn("total", "total_amount");
      // Review: existing rows get this value.
      t.alterColumn("status")
          .type(varchar(16), varchar(32))
          .nullable(true, false)
          .defaultValue("'NEW'", null)
          .generation(
              Generation.computed(SqlExpression.of("upper(name)"), true),
              Generation.identity(true, 5, 5))
          .collation("C", "POSIX")
          .comment(null, "The state")
          .using("substr(status, 1, 32)")
          .fill("'NEW'");
      // Review: existing rows get this value.
      t.alterColumn("other")
          .defaultExpression(
              null,
              SqlExpression.of("current_timestamp")
                  .on("postgresql", "now()")
                  .on("sqlite", "datetime()"))
          .generation(Generation.identity(), null)
          .collation(null, "C")
          .comment("old", null)
          .using(
              SqlExpression.of("current_timestamp")
                  .on("postgresql", "now()")
                  .on("sqlite", "datetime()"))
          .fill(
              SqlExpression.of("current_timestamp")
                  .on("postgresql", "now()")
                  .on("sqlite", "datetime()"));
      t.addPrimaryKey("pk_orders", "id", "`Line`");
      t.addUnique("uq_orders", "number");
      t.addUnique("uq_both", "a", "b").nullsNotDistinct().deferrable(INITIALLY_IMMEDIATE);
      t.addForeignKey("fk_a", "a").references("`Shop`.customer", "id");
      t.addForeignKey("fk_orders_customer_id_of_the_shop", "customer_id", "shop_id")
          .references("customer", "id", "shop_id")
          .onDelete(CASCADE)
          .onUpdate(SET_NULL)
          .deferrable(INITIALLY_DEFERRED);
      t.addCheck("ck_0", CheckCondition.oneOf("status", "NEW", "it's", "a \"b\" \\ c"));
      t.addCheck("ck_1", CheckCondition.oneOf("status", "ONLY"));
      t.addCheck("ck_2", CheckCondition.oneOf("code", 1, -2, 10000000000L, -9223372036854775808L));
      t.addCheck("ck_3", CheckCondition.between("level", 0, 3));
      t.addCheck("ck_4", CheckCondition.atLeast("position", 0));
      t.addCheck(
          "ck_5",
          """
          total >= 0 and
            total < 10 -- not ""\" much""");
      t.addCheck("ck_6", CheckCondition.sql(SqlExpression.of("a > 0").on("sqlite", "a > +0")));
      t.dropPrimaryKey("pk_orders", "id", "`Line`");
      t.dropUnique("uq_orders", "number");
      t.dropUnique("uq_both", "a", "b").nullsNotDistinct().deferrable(INITIALLY_IMMEDIATE);
      t.dropForeignKey("fk_a", "a").references("`Shop`.customer", "id");
      t.dropForeignKey("fk_orders_customer_id_of_the_shop", "customer_id", "shop_id")
          .references("customer", "id", "shop_id")
          .onDelete(CASCADE)
          .onUpdate(SET_NULL)
          .deferrable(INITIALLY_DEFERRED);
      t.dropCheck("ck_0", CheckCondition.oneOf("status", "NEW", "it's", "a \"b\" \\ c"));
      t.dropCheck("ck_1", CheckCondition.oneOf("status", "ONLY"));
      t.dropCheck("ck_2", CheckCondition.oneOf("code", 1, -2, 10000000000L, -9223372036854775808L));
      t.dropCheck("ck_3", CheckCondition.between("level", 0, 3));
      t.dropCheck("ck_4", CheckCondition.atLeast("position", 0));
      t.dropCheck(
          "ck_5",
          """
          total >= 0 and
            total < 10 -- not ""\" much""");
      t.dropCheck("ck_6", CheckCondition.sql(SqlExpression.of("a > 0").on("sqlite", "a > +0")));
      t.dropConstraint("by_name");
      t.alterCheck(
          "ck",
          CheckCondition.oneOf("status", "NEW", "it's", "a \"b\" \\ c"),
          CheckCondition.sql("a > 1"));
      t.alterCheck("ck", CheckCondition.oneOf("status", "ONLY"), CheckCondition.sql("a > 1"));
      t.alterCheck(
          "ck",
          CheckCondition.oneOf("code", 1, -2, 10000000000L, -9223372036854775808L),
          CheckCondition.sql("a > 1"));
      t.alterCheck("ck", CheckCondition.between("level", 0, 3), CheckCondition.sql("a > 1"));
      t.alterCheck("ck", CheckCondition.atLeast("position", 0), CheckCondition.sql("a > 1"));
      t.alterCheck(
          "ck",
          """
          total >= 0 and
            total < 10 -- not ""\" much""",
          "a > 1");
      t.alterCheck(
          "ck",
          CheckCondition.sql(SqlExpression.of("a > 0").on("sqlite", "a > +0")),
          CheckCondition.sql("a > 1"));
      t.alterCheck(
              "ck_texts",
              CheckCondition.oneOf("status", "NEW", "OLD"),
              CheckCondition.oneOf("status", "NEW"))
          .remap("OLD", "NEW");
      t.alterCheck(
              "ck_numbers",
              CheckCondition.oneOf("code", 1, 2, 3),
              CheckCondition.oneOf("code", 1, 2))
          .remap(3, -2);
      t.renameConstraint("uq_a", "uq_b");
      t.addIndex("ix_a", "a");
      t.addUniqueIndex("ux_a_b", "a", "`B c`");
      t.addIndex(
              "ix_parts",
              IndexPart.column("a").desc().nullsLast().collate("C").using("text_pattern_ops"),
              IndexPart.column("b").nullsFirst(),
              IndexPart.expression("lower(c)").desc(),
              IndexPart.expression(
                  SqlExpression.of("current_timestamp")
                      .on("postgresql", "now()")
                      .on("sqlite", "datetime()")))
          .using("gin")
          .include("d", "e")
          .where("a is not null and b is not null");
      t.addUniqueIndex("ux_where", "a")
          .nullsNotDistinct()
          .where(
              SqlExpression.of("current_timestamp")
                  .on("postgresql", "now()")
                  .on("sqlite", "datetime()"));
      t.dropIndex("ix_a", "a");
      t.dropUniqueIndex("ux_a_b", "a", "`B c`");
      t.dropIndex(
              "ix_parts",
              IndexPart.column("a").desc().nullsLast().collate("C").using("text_pattern_ops"),
              IndexPart.column("b").nullsFirst(),
              IndexPart.expression("lower(c)").desc(),
              IndexPart.expression(
                  SqlExpression.of("current_timestamp")
                      .on("postgresql", "now()")
                      .on("sqlite", "datetime()")))
          .using("gin")
          .include("d", "e")
          .where("a is not null and b is not null");
      t.dropUniqueIndex("ux_where", "a")
          .nullsNotDistinct()
          .where(
              SqlExpression.of("current_timestamp")
                  .on("postgresql", "now()")
                  .on("sqlite", "datetime()"));
      t.addIndex("ix_a", "a").concurrently();
      t.addUniqueIndex("ux_a_b", "a", "`B c`").concurrently();
      t.addIndex(
              "ix_parts",
              IndexPart.column("a").desc().nullsLast().collate("C").using("text_pattern_ops"),
              IndexPart.column("b").nullsFirst(),
              IndexPart.expression("lower(c)").desc(),
              IndexPart.expression(
                  SqlExpression.of("current_timestamp")
                      .on("postgresql", "now()")
                      .on("sqlite", "datetime()")))
          .using("gin")
          .include("d", "e")
          .where("a is not null and b is not null")
          .concurrently();
      t.addUniqueIndex("ux_where", "a")
          .nullsNotDistinct()
          .where(
              SqlExpression.of("current_timestamp")
                  .on("postgresql", "now()")
                  .on("sqlite", "datetime()"))
          .concurrently();
      t.dropIndex("ix_a", "a").concurrently();
      t.dropUniqueIndex("ux_a_b", "a", "`B c`").concurrently();
      t.dropIndex(
              "ix_parts",
              IndexPart.column("a").desc().nullsLast().collate("C").using("text_pattern_ops"),
              IndexPart.column("b").nullsFirst(),
              IndexPart.expression("lower(c)").desc(),
              IndexPart.expression(
                  SqlExpression.of("current_timestamp")
                      .on("postgresql", "now()")
                      .on("sqlite", "datetime()")))
          .using("gin")
          .include("d", "e")
          .where("a is not null and b is not null")
          .concurrently();
      t.dropUniqueIndex("ux_where", "a")
          .nullsNotDistinct()
          .where(
              SqlExpression.of("current_timestamp")
                  .on("postgresql", "now()")
                  .on("sqlite", "datetime()"))
          .concurrently();
      t.dropIndex("by_name");
      t.renameIndex("ix_a", "ix_b");
      t.comment(null, "New");
    });
    op.renameTable("shop.a", "shop.b");
    op.dropTable("`Shop`.`Order`");
    op.createSequence("plain_seq");
    op.createSequence("seq")
        .startWith(5)
        .incrementBy(-2)
        .minimum(-9)
        .maximum(10000000000L)
        .cache(20)
        .cycle();
    op.alterSequence("orders_seq")
        .startWith(1, 2)
        .incrementBy(50, 1)
        .minimum(null, 1L)
        .maximum(null, 9L)
        .cache(1, 3)
        .cycle(false, true);
    op.renameSequence("a_seq", "b_seq");
    op.dropSequence("orders_seq");
    op.createEnumType("colour", "RED", "dark blue");
    op.createDomain("shop.email", varchar(320))
        .notNull()
        .defaultValue("''")
        .check("ck_at", "value like '%@%'")
        .check("ck_short", "length(value) < 99");
    op.alterDomain("shop.email")
        .type(varchar(320), varchar(99))
        .nullable(false, true)
        .defaultValue("''", null)
        .renameCheck("ck_at", "ck_some", "value like '%@%'")
        .alterCheck("ck_short", "length(value) < 99", "length(value) < 9")
        .dropCheck("ck_some", "value like '%@%'")
        .addCheck("ck_new", "value > ''");
    op.renameDomain("shop.email", "shop.address");
    op.dropDomain("shop.address");
    op.renameEnumType("colour", "paint");
    op.renameEnumLabel("paint", "RED", "it's \"red\"").column("shop.a", "b");
    // Review: rows with a ? b, D stop this. Say what they get: .remap("a ? b", "…")
    op.alterEnumType("paint")
        .labels(List.of("RED", "GREEN", "a \\ b", "D"), List.of("BLUE", "RED"))
        .remap("GREEN", "BLUE")
        .column("a", "`B`")
        .column("c", "d")
        .rebuild();
    op.alterEnumType("paint").labels(List.of(), List.of("A"));
    op.dropEnumType("colour");
    op.execute("""
        UPDATE orders SET note = '\\' || ""\"a""\"\s
          WHERE 1 = 1; \s

        ;
        """);
    op.outsideTransaction(o -> {
      o.execute("""
          VACUUM
          """);
      o.execute("""
              CALL fill()
              """)
          .doneWhen("SELECT EXISTS (SELECT 1 FROM filled)");
      o.onlyOn("postgresql", o2 -> {
        o2.execute("""
            A
            """);
        throw o2.irreversible("never here");
      });
    });
    op.onlyOn("sqlite", o -> {
      o.dropTable("plain");
    });
    op.batches(
            "trim \"all\"",
            "`Shop`.orders",
            "id",
            "UPDATE orders SET note = trim(note) WHERE {batch}")
        .size(7)
        .pause(20L);
    op.execute(
        """
        UPDATE orders SET note = ? WHERE id = ? AND data ?? 'a'
        """,
        """
        it's ?
        new""",
        7);
    op.insertRows("`Shop`.orders", "id", "`Order`")
        .row(SqlValue.of(SqlValue.Kind.NUMBER, "-1"), "a \"b\" \\ \t")
        .row(SqlValue.of(SqlValue.Kind.NUMBER, "12345678901"), SqlValue.NULL)
        .row(true, SqlValue.of(SqlValue.Kind.NUMBER, "1.50"))
        .row(
            SqlValue.of(SqlValue.Kind.DATE, "2026-11-21"), SqlValue.of(SqlValue.Kind.BYTES, "01ff"))
        .row(
            SqlValue.of(SqlValue.Kind.INSTANT, "1970-01-01T00:00:00Z"),
            SqlValue.of(SqlValue.Kind.UUID, "00000000-0000-0001-0000-000000000002"));
    op.dropSchema("`Shop`");
    throw op.irreversible("the rows are gone");
  }

  @Override
  public void downgrade(Operations op) {
    // There is nothing to undo.
  }
}
