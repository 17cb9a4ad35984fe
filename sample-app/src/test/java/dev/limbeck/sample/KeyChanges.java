package dev.limbeck.sample;

import java.util.stream.Stream;

/** Changes of keys, indexes and checks. */
final class KeyChanges {

  private KeyChanges() {}

  static Stream<SingleChange> all() {
    return Stream.of(
        new SingleChange(
            "unique added",
            entities ->
                entities.replace(
                    "ReadingGroup",
                    "@Column(nullable = false, length = 100)",
                    "@Column(nullable = false, length = 100, unique = true)"),
            """
            op.alterTable("`group`", t -> {
              t.addUnique("uq_group_name", "name");
            });
            """),
        new SingleChange(
            "unique dropped",
            entities -> entities.replace("Branch", "unique = true, ", ""),
            """
            op.alterTable("branch", t -> {
              t.dropUnique("uq_branch_name", "name");
            });
            """),
        new SingleChange(
            "named unique dropped",
            entities ->
                entities.replace(
                    "Reservation",
                    """
            @Table(
                name = "reservation",
                uniqueConstraints =
                    @UniqueConstraint(
                        name = "uq_reservation_place",
                        columnNames = {"item_id", "place"}))""",
                    "@Table(name = \"reservation\")"),
            """
            op.alterTable("reservation", t -> {
              t.dropUnique("uq_reservation_place", "item_id", "place");
            });
            """),
        new SingleChange(
            "unique gets another column",
            entities ->
                entities.replace(
                    "Reservation",
                    "columnNames = {\"item_id\", \"place\"}",
                    "columnNames = {\"item_id\", \"place\", \"placed_at\"}"),
            """
            op.alterTable("reservation", t -> {
              t.dropUnique("uq_reservation_place", "item_id", "place");
              t.addUnique("uq_reservation_place", "item_id", "place", "placed_at");
            });
            """),
        new SingleChange(
            "index added",
            entities ->
                entities.replace(
                    "Publisher",
                    """
            name = "publisher",
            """,
                    """
            name = "publisher",
            indexes = @jakarta.persistence.Index(columnList = "country"),
            """),
            """
            op.alterTable("publisher", t -> {
              t.addIndex("ix_publisher_country", "country");
            });
            """),
        new SingleChange(
            "index dropped",
            entities ->
                entities.replace(
                    "Item",
                    """
            @Index(name = "ix_item_title", columnList = "title"),
            """,
                    ""),
            """
            op.alterTable("item", t -> {
              t.dropIndex("ix_item_title", "title");
            });
            """),
        new SingleChange(
            "columns of an index changed",
            entities -> entities.replace("Loan", "\"due_on, member_id\"", "\"member_id, due_on\""),
            """
            op.alterTable("loan", t -> {
              t.dropIndex("ix_loan_due", "due_on", "member_id");
              t.addIndex("ix_loan_due", "member_id", "due_on");
            });
            """),
        new SingleChange(
            "foreign key added with its column",
            entities ->
                entities.addMembers(
                    "ReadingGroup",
                    "@ManyToOne @JoinColumn(name = \"branch_id\") private Branch branch;"),
            """
            op.alterTable("`group`", t -> {
              t.addColumn("branch_id", integer());
              t.addForeignKey("fk_group_branch_id", "branch_id").references("branch", "id");
            });
            """),
        new SingleChange(
            "foreign key dropped",
            entities ->
                entities.replace(
                    "Librarian",
                    "@JoinColumn(name = \"mentor_id\")",
                    "@JoinColumn(name = \"mentor_id\", foreignKey = @ForeignKey(jakarta.persistence.ConstraintMode.NO_CONSTRAINT))"),
            """
            op.alterTable("librarian", t -> {
              t.dropForeignKey("fk_librarian_mentor_id", "mentor_id").references("librarian", "person_id");
            });
            """),
        new SingleChange(
            "foreign key retargeted",
            entities ->
                entities.replace(
                    "Librarian",
                    "private @Nullable Librarian mentor;",
                    "private @Nullable Person mentor;"),
            """
            op.alterTable("librarian", t -> {
              t.dropForeignKey("fk_librarian_mentor_id", "mentor_id").references("librarian", "person_id");
              t.addForeignKey("fk_librarian_mentor_id", "mentor_id").references("person", "id");
            });
            """),
        new SingleChange(
            "delete rule changed",
            entities ->
                entities.replace("Author", "OnDeleteAction.SET_NULL", "OnDeleteAction.CASCADE"),
            """
            op.alterTable("author", t -> {
              t.dropForeignKey("fk_author_pen_name_of_id", "pen_name_of_id")
                  .references("author", "id")
                  .onDelete(SET_NULL);
              t.addForeignKey("fk_author_pen_name_of_id", "pen_name_of_id")
                  .references("author", "id")
                  .onDelete(CASCADE);
            });
            """),
        new SingleChange(
            "delete rule added",
            entities ->
                entities.replace(
                    "Copy",
                    "@JoinColumn(name = \"branch_id\", nullable = false)",
                    """
            @JoinColumn(name = "branch_id", nullable = false)
              @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE)"""),
            """
            op.alterTable("copy", t -> {
              t.dropForeignKey("fk_copy_branch_id", "branch_id").references("branch", "id");
              t.addForeignKey("fk_copy_branch_id", "branch_id")
                  .references("branch", "id")
                  .onDelete(CASCADE);
            });
            """),
        new SingleChange(
            "named check changed",
            entities ->
                entities.replace("Loan", "renewals between 0 and 3", "renewals between 0 and 5"),
            """
            op.alterTable("loan", t -> {
              t.alterCheck(
                  "ck_loan_renewals",
                  CheckCondition.between("renewals", 0, 3),
                  CheckCondition.between("renewals", 0, 5));
            });
            """),
        new SingleChange(
            "check without a name changed",
            entities -> entities.replace("Book", "pages > 0", "pages > 1"),
            """
            op.alterTable("item", t -> {
              t.alterCheck("ck_item", "pages > 0", "pages > 1");
            });
            """),
        new SingleChange(
            "check dropped",
            entities ->
                entities.replace(
                    "Item",
                    """
            check = @CheckConstraint(name = "ck_item_price", constraint = "price >= 0"),
            """,
                    ""),
            """
            op.alterTable("item", t -> {
              t.dropCheck("ck_item_price", CheckCondition.atLeast("price", 0));
            });
            """),
        new SingleChange(
            "primary key changed",
            entities ->
                entities
                    .type(
                        "ReservationId",
                        """
            @Embeddable
            public record ReservationId(Long memberId, Long itemId, int place) {}
            """)
                    .replace("Reservation", "@Column(nullable = false)", "")
                    .replace("Reservation", "private int place;", "")
                    .replace("Reservation", "item.getId());", "item.getId(), place);")
                    .replace(
                        "Reservation",
                        """
            this.place = place;
            """,
                        "")
                    .replace(
                        "Reservation",
                        """
            this.place = newPlace;
            """,
                        ""),
            """
            op.alterTable("reservation", t -> {
              t.dropPrimaryKey("pk_reservation", "item_id", "member_id");
              t.addPrimaryKey("pk_reservation", "place", "item_id", "member_id");
            });
            """));
  }
}
