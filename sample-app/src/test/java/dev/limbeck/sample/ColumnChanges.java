package dev.limbeck.sample;

import java.util.stream.Stream;

/** Changes of columns. */
final class ColumnChanges {

  private ColumnChanges() {}

  static Stream<SingleChange> all() {
    return Stream.of(
        new SingleChange(
            "nullable column added",
            entities ->
                entities.addMembers("Author", "@Column(name = \"died\") private Short died;"),
            """
            op.alterTable("author", t -> {
              t.addColumn("died", smallint());
            });
            """),
        new SingleChange(
            "not null column added with a default",
            entities ->
                entities.addMembers(
                    "Copy", "@Column(nullable = false) @ColumnDefault(\"1\") private int floor;"),
            """
            op.alterTable("copy", t -> {
              t.addColumn("floor", integer()).notNull().defaultValue("1");
            });
            """),
        new SingleChange(
            "nullable column dropped",
            entities ->
                entities.replace(
                    "Librarian",
                    "private @Nullable LocalTime shiftStarts;",
                    "private transient @Nullable LocalTime shiftStarts;"),
            """
            op.alterTable("librarian", t -> {
              t.dropColumn("shiftStarts");
            });
            """),
        new SingleChange(
            "not null column dropped",
            entities ->
                entities.replace(
                    "Fine", "private boolean paid;", "private transient boolean paid;"),
            """
            op.alterTable("fine", t -> {
              t.dropColumn("paid");
            });
            """),
        new SingleChange(
            "column longer",
            entities -> entities.replace("Item", "length = 300", "length = 400"),
            """
            op.alterTable("item", t -> {
              t.alterColumn("title").type(varchar(300), varchar(400));
            });
            """),
        new SingleChange(
            "column shorter",
            entities -> entities.replace("Item", "length = 300", "length = 250"),
            """
            op.alterTable("item", t -> {
              // Review: values that do not fit refuse this; .using("…") says what becomes of them.
              t.alterColumn("title").type(varchar(300), varchar(250));
            });
            """),
        new SingleChange(
            "number wider",
            entities ->
                entities
                    .replace(
                        "Author",
                        "private @Nullable Short born;",
                        "private @Nullable Integer born;")
                    .replace("Author", "(short) year", "year"),
            """
            op.alterTable("author", t -> {
              t.alterColumn("born").type(smallint(), integer());
            });
            """),
        new SingleChange(
            "number made text",
            entities ->
                entities
                    .replace("ReadingGroup", "private int order;", "private String order;")
                    .replace("ReadingGroup", "this.order = order;", "this.order = \"\" + order;"),
            """
            op.alterTable("`group`", t -> {
              t.alterColumn("`order`").type(integer(), varchar(255));
            });
            """),
        new SingleChange(
            "scale changed",
            entities ->
                entities.replace(
                    "PurchaseOrder", "precision = 10, scale = 2", "precision = 12, scale = 4"),
            """
            op.alterTable("`Order`", t -> {
              t.alterColumn("unit_price").type(numeric(10, 2), numeric(12, 4));
            });
            """),
        new SingleChange(
            "key made long",
            entities ->
                entities.replace(
                    "Branch", "private @Nullable Integer id;", "private @Nullable Long id;"),
            """
            op.alterTable("librarian", t -> {
              t.alterColumn("branch_id").type(integer(), bigint());
            });
            op.alterTable("branch", t -> {
              t.alterColumn("id").type(integer(), bigint());
            });
            op.alterTable("copy", t -> {
              t.alterColumn("branch_id").type(integer(), bigint());
            });
            op.alterTable("member", t -> {
              t.alterColumn("home_branch_id").type(integer(), bigint());
            });
            op.alterTable("opening_hours", t -> {
              t.alterColumn("branch_id").type(integer(), bigint());
            });
            """),
        new SingleChange(
            "key drawn from a sequence",
            entities ->
                entities.replace("Publisher", "GenerationType.IDENTITY", "GenerationType.SEQUENCE"),
            """
            op.createSequence("publisher_SEQ").incrementBy(50);
            op.alterTable("publisher", t -> {
              t.alterColumn("id").generation(Generation.identity(), null);
            });
            op.onlyOn("sqlite", o -> {
              o.execute(\"""
                  UPDATE publisher_SEQ SET next_val = max(next_val, coalesce((SELECT max(id) + 50 FROM publisher), next_val))
                  \""");
            });
            op.onlyOn("postgresql", o -> {
              o.execute(\"""
                  SELECT setval(tableoid::regclass, greatest(CASE WHEN is_called THEN last_value + 50 ELSE last_value END, (SELECT max(id) + 50 FROM publisher)), false) FROM publisher_SEQ
                  \""");
            });
            """),
        new SingleChange(
            "computed otherwise",
            entities ->
                entities.replace("PurchaseOrder", "quantity * unit_price", "unit_price * quantity"),
            """
            op.alterTable("`Order`", t -> {
              t.alterColumn("total")
                  .generation(
                      Generation.computed(SqlExpression.of("quantity * unit_price"), true),
                      Generation.computed(SqlExpression.of("unit_price * quantity"), true));
            });
            """),
        new SingleChange(
            "null forbidden",
            entities ->
                entities.replace(
                    "ReadingGroup",
                    "@Column(name = \"`meetingDay`\")",
                    "@Column(name = \"`meetingDay`\", nullable = false)"),
            """
            op.alterTable("`group`", t -> {
              // Review: rows with null refuse this; .fill("…") says what they get.
              t.alterColumn("`meetingDay`").nullable(true, false);
            });
            """),
        new SingleChange(
            "null allowed",
            entities ->
                entities.replace(
                    "Publisher", "@Column(nullable = false, length = 2)", "@Column(length = 2)"),
            """
            op.alterTable("publisher", t -> {
              t.alterColumn("country").nullable(false, true);
            });
            """),
        new SingleChange(
            "default added",
            entities ->
                entities.replace(
                    "Fine",
                    "  private boolean paid;",
                    """
            @org.hibernate.annotations.ColumnDefault("false")
            private boolean paid;"""),
            """
            op.alterTable("fine", t -> {
              t.alterColumn("paid").defaultValue(null, "false");
            });
            """),
        new SingleChange(
            "default changed",
            entities -> entities.replace("Loan", "@ColumnDefault(\"0\")", "@ColumnDefault(\"1\")"),
            """
            op.alterTable("loan", t -> {
              t.alterColumn("renewals").defaultValue("0", "1");
            });
            """),
        new SingleChange(
            "default dropped",
            entities -> entities.replace("Item", "@ColumnDefault(\"true\")", ""),
            """
            op.alterTable("item", t -> {
              t.alterColumn("lendable").defaultValue("true", null);
            });
            """),
        new SingleChange(
            "column comment changed",
            entities ->
                entities.replace(
                    "Audited", "when the row was first written", "since when it exists"),
            """
            op.alterTable("item", t -> {
              t.alterColumn("created_at").comment("when the row was first written", "since when it exists");
            });
            op.alterTable("person", t -> {
              t.alterColumn("created_at").comment("when the row was first written", "since when it exists");
            });
            op.alterTable("branch", t -> {
              t.alterColumn("created_at").comment("when the row was first written", "since when it exists");
            });
            op.alterTable("copy", t -> {
              t.alterColumn("created_at").comment("when the row was first written", "since when it exists");
            });
            """),
        new SingleChange(
            "column made an embeddable's",
            entities ->
                entities
                    .type(
                        "Place",
                        """
            @Embeddable
            public record Place(@Column(length = 20) String shelf, Integer room) {}
            """)
                    .replace("Copy", "@Column(length = 20)", "")
                    .replace("Copy", "private @Nullable String shelf;", "private Place place;")
                    .replace("Copy", "this.shelf = shelf;", "this.place = new Place(shelf, null);"),
            """
            op.alterTable("copy", t -> {
              t.addColumn("room", integer());
            });
            """),
        new SingleChange(
            "constant added to an enum kept by name",
            entities ->
                entities.replace(
                    "Tier",
                    "PATRON(50);",
                    """
            PATRON(50),
              HONORARY(100);"""),
            """
            op.alterTable("member", t -> {
              t.alterCheck(
                  "ck_member_tier",
                  CheckCondition.oneOf("tier", "CHILD", "STANDARD", "PATRON"),
                  CheckCondition.oneOf("tier", "CHILD", "STANDARD", "PATRON", "HONORARY"));
            });
            """),
        new SingleChange(
            "constant added to an enum kept by number",
            entities ->
                entities.replace(
                    "Condition",
                    "TO_REPAIR",
                    """
            TO_REPAIR,
              GONE"""),
            """
            op.alterTable("item", t -> {
              t.alterCheck(
                  "ck_item_condition",
                  CheckCondition.between("condition", 0, 3),
                  CheckCondition.between("condition", 0, 4));
            });
            """));
  }
}
