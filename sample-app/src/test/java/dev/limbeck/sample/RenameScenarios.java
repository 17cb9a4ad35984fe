package dev.limbeck.sample;

import java.util.stream.Stream;

/** Renames of the sample's tables and columns. */
final class RenameScenarios {

  private RenameScenarios() {}

  static Stream<RenameScenario> all() {
    return Stream.of(columns(), tables(), MovedParts.all(), lookAlikes())
        .flatMap(scenarios -> scenarios);
  }

  private static Stream<RenameScenario> columns() {
    return Stream.of(
        RenameScenario.certain(
            "column renamed",
            entities ->
                entities.replace(
                    "Copy", "@Column(length = 20)", "@Column(name = \"rack\", length = 20)"),
            """
            op.alterTable("copy", t -> {
              t.renameColumn("shelf", "rack");
            });
            """),
        RenameScenario.certain(
            "column renamed and longer",
            entities ->
                entities.replace(
                    "Copy", "@Column(length = 20)", "@Column(name = \"rack\", length = 40)"),
            """
            op.alterTable("copy", t -> {
              t.renameColumn("shelf", "rack");
              t.alterColumn("rack").type(varchar(20), varchar(40));
            });
            """),
        RenameScenario.certain(
            "column of an enum's check renamed",
            entities ->
                entities.replace(
                    "Fine",
                    "@Column(nullable = false, length = 10)",
                    "@Column(name = \"why\", nullable = false, length = 10)"),
            """
            op.alterTable("fine", t -> {
              t.renameColumn("reason", "why");
              t.renameConstraint("ck_fine_reason", "ck_fine_why");
            });
            """),
        RenameScenario.certain(
            "column of an index renamed",
            entities ->
                entities
                    .replace("Loan", "name = \"due_on\"", "name = \"due_date\"")
                    .replace("Loan", "\"due_on, member_id\"", "\"due_date, member_id\""),
            """
            op.alterTable("loan", t -> {
              t.renameColumn("due_on", "due_date");
            });
            """),
        RenameScenario.certain(
            "join column renamed",
            entities -> entities.replace("Member", "\"home_branch_id\"", "\"usual_branch_id\""),
            """
            op.alterTable("member", t -> {
              t.renameColumn("home_branch_id", "usual_branch_id");
              t.renameConstraint("fk_member_home_branch_id", "fk_member_usual_branch_id");
            });
            """),
        RenameScenario.certain(
            "quoted column renamed",
            entities -> entities.replace("ReadingGroup", "\"`order`\"", "\"`Place in line`\""),
            """
            op.alterTable("`group`", t -> {
              t.renameColumn("`order`", "`Place in line`");
            });
            """),
        RenameScenario.certain(
            "columns swapped",
            entities ->
                entities
                    .replace("Loan", "name = \"lent_at\"", "name = \"x\"")
                    .replace("Loan", "copy_number, lent_at", "copy_number, x")
                    .replace("Fine", "length = 3)", "length = 3, name = \"reason\")")
                    .replace(
                        "Fine",
                        "@Column(nullable = false, length = 10)",
                        "@Column(name = \"currency\", nullable = false, length = 10)"),
            """
            op.alterTable("fine", t -> {
              t.renameColumn("currency", "limbeck_renaming_224bf011");
              t.renameColumn("reason", "currency");
              t.renameColumn("limbeck_renaming_224bf011", "reason");
              t.renameConstraint("ck_fine_reason", "ck_fine_currency");
            });
            op.alterTable("loan", t -> {
              t.renameColumn("lent_at", "x");
            });
            """),
        RenameScenario.certain(
            "column of a collection renamed",
            entities -> entities.replace("Member", "name = \"phone\"", "name = \"number\""),
            """
            op.alterTable("member_phone", t -> {
              t.renameColumn("phone", "number");
            });
            """),
        RenameScenario.certain(
            "column of a join table renamed",
            entities ->
                entities.replace("ReadingGroup", "name = \"member_id\"", "name = \"reader_id\""),
            """
            op.alterTable("group_member", t -> {
              t.renameColumn("member_id", "reader_id");
              t.renameConstraint("fk_group_member_member_id", "fk_group_member_reader_id");
            });
            """),
        RenameScenario.certain(
            "column of an embeddable in two tables renamed",
            entities ->
                entities
                    .replace("PersonName", "\"last_name\"", "\"family_name\"")
                    .replace("Person", "\"last_name, first_name\"", "\"family_name, first_name\"")
                    .replace("Author", "\"last_name\"", "\"family_name\""),
            """
            op.alterTable("author", t -> {
              t.renameColumn("last_name", "family_name");
              t.renameConstraint(
                  "uq_author_last_name_first_name_born", "uq_author_family_name_first_name_born");
            });
            op.alterTable("person", t -> {
              t.renameColumn("last_name", "family_name");
            });
            """));
  }

  private static Stream<RenameScenario> tables() {
    return Stream.of(
        RenameScenario.certain(
            "table renamed",
            entities ->
                entities.replace("Fine", "@Table(name = \"fine\")", "@Table(name = \"penalty\")"),
            """
            op.renameTable("fine", "penalty");
            op.alterTable("penalty", t -> {
              t.renameConstraint("pk_fine", "pk_penalty");
              t.renameConstraint("fk_fine_loan_id", "fk_penalty_loan_id");
              t.renameConstraint("ck_fine_reason", "ck_penalty_reason");
            });
            """),
        RenameScenario.certain(
            "table and column renamed",
            entities ->
                entities
                    .replace("Fine", "@Table(name = \"fine\")", "@Table(name = \"penalty\")")
                    .replace(
                        "Fine",
                        "precision = 8, scale = 2",
                        "name = \"owed\", precision = 8, scale = 2"),
            """
            op.renameTable("fine", "penalty");
            op.alterTable("penalty", t -> {
              t.renameColumn("amount", "owed");
              t.renameConstraint("pk_fine", "pk_penalty");
              t.renameConstraint("fk_fine_loan_id", "fk_penalty_loan_id");
              t.renameConstraint("ck_fine_reason", "ck_penalty_reason");
            });
            """),
        RenameScenario.certain(
            "table that others refer to renamed",
            entities -> entities.replace("Branch", "name = \"branch\"", "name = \"house\""),
            """
            op.renameTable("branch", "house");
            op.alterTable("house", t -> {
              t.renameConstraint("pk_branch", "pk_house");
              t.renameConstraint("uq_branch_head_id", "uq_house_head_id");
              t.renameConstraint("uq_branch_name", "uq_house_name");
            });
            """),
        RenameScenario.certain(
            "table of a collection renamed",
            entities -> entities.replace("Member", "\"member_phone\"", "\"phone_of_member\""),
            """
            op.renameTable("member_phone", "phone_of_member");
            op.alterTable("phone_of_member", t -> {
              t.renameConstraint("pk_member_phone", "pk_phone_of_member");
              t.renameConstraint("fk_member_phone_member_id", "fk_phone_of_member_member_id");
            });
            """),
        RenameScenario.certain(
            "join table renamed",
            entities -> entities.replace("ReadingGroup", "\"group_member\"", "\"reader\""),
            """
            op.renameTable("group_member", "reader");
            op.alterTable("reader", t -> {
              t.renameConstraint("pk_group_member", "pk_reader");
              t.renameConstraint("fk_group_member_group_id", "fk_reader_group_id");
              t.renameConstraint("fk_group_member_member_id", "fk_reader_member_id");
            });
            """));
  }

  private static Stream<RenameScenario> lookAlikes() {
    return Stream.of(
        RenameScenario.refused(
            "attribute renamed, nobody says",
            entities ->
                entities
                    .replace(
                        "Copy", "private @Nullable String shelf;", "private @Nullable String rack;")
                    .replace("Copy", "this.shelf", "this.rack"),
            "LMB-270"),
        RenameScenario.answered(
            "attribute renamed, it is one",
            entities ->
                entities
                    .replace(
                        "Copy", "private @Nullable String shelf;", "private @Nullable String rack;")
                    .replace("Copy", "this.shelf", "this.rack"),
            "copy.shelf:rack",
            """
            op.alterTable("copy", t -> {
              t.renameColumn("shelf", "rack");
            });
            """),
        RenameScenario.answered(
            "attribute renamed, it is none",
            entities ->
                entities
                    .replace(
                        "Copy", "private @Nullable String shelf;", "private @Nullable String rack;")
                    .replace("Copy", "this.shelf", "this.rack"),
            "copy.shelf:-",
            """
            op.alterTable("copy", t -> {
              t.dropColumn("shelf");
              t.addColumn("rack", varchar(20));
            });
            """),
        RenameScenario.certain(
            "attribute renamed, the mapping says so",
            entities ->
                entities
                    .replace(
                        "Copy",
                        "private @Nullable String shelf;",
                        "@dev.limbeck.migration.RenamedFrom(\"shelf\") private @Nullable String rack;")
                    .replace("Copy", "this.shelf", "this.rack"),
            """
            op.alterTable("copy", t -> {
              t.renameColumn("shelf", "rack");
            });
            """),
        RenameScenario.vetoed(
            "another type is another column",
            entities ->
                entities
                    .replace(
                        "Copy",
                        "private @Nullable String shelf;",
                        "private @Nullable Integer rack;")
                    .replace("Copy", "this.shelf = shelf", "this.rack = shelf == null ? null : 0"),
            """
            op.alterTable("copy", t -> {
              t.dropColumn("shelf");
              t.addColumn("rack", integer());
            });
            """),
        RenameScenario.answered(
            "another type, but declared",
            entities ->
                entities
                    .replace(
                        "Librarian",
                        "private @Nullable LocalTime shiftStarts;",
                        "private @Nullable String startsAt;")
                    .replace("Librarian", "this.shiftStarts = shiftStarts;", ""),
            "librarian.shiftStarts:startsAt",
            """
            op.alterTable("librarian", t -> {
              t.renameColumn("shiftStarts", "startsAt");
              t.alterColumn("startsAt").type(time(0), varchar(255));
            });
            """),
        RenameScenario.vetoed(
            "another reference is another column",
            entities ->
                entities
                    .replace(
                        "Member",
                        "@JoinColumn(name = \"home_branch_id\")\n  private @Nullable Branch homeBranch;",
                        "@JoinColumn(name = \"patron_id\")\n  private @Nullable Person patron;")
                    .replace("Member", "this.homeBranch = homeBranch;", ""),
            """
            op.alterTable("member", t -> {
              t.dropForeignKey("fk_member_home_branch_id", "home_branch_id").references("branch", "id");
              t.dropColumn("home_branch_id");
              t.addColumn("patron_id", bigint());
              t.addForeignKey("fk_member_patron_id", "patron_id").references("person", "id");
            });
            """),
        RenameScenario.refused(
            "entity renamed with its table, nobody says",
            RenameScenarios::penaltyForFine,
            "LMB-270"),
        RenameScenario.answered(
            "entity renamed with its table, it is one",
            RenameScenarios::penaltyForFine,
            "fine:penalty",
            """
            op.renameTable("fine", "penalty");
            op.alterTable("penalty", t -> {
              t.renameConstraint("pk_fine", "pk_penalty");
              t.renameConstraint("fk_fine_loan_id", "fk_penalty_loan_id");
              t.renameConstraint("ck_fine_reason", "ck_penalty_reason");
            });
            """),
        RenameScenario.certain(
            "sequence renamed, the mapping says",
            entities -> entities.replace("Item", "\"item_id_seq\"", "\"item_number_seq\""),
            """
            op.renameSequence("item_id_seq", "item_number_seq");
            """),
        RenameScenario.answered(
            "sequence renamed, it is one",
            entities -> entities.replace("Item", "\"item_id_seq\"", "\"item_number_seq\""),
            "item_id_seq:item_number_seq",
            """
            op.renameSequence("item_id_seq", "item_number_seq");
            """),
        RenameScenario.refused(
            "column takes the name of one that goes",
            entities ->
                entities
                    .replace(
                        "Librarian",
                        "private @Nullable LocalTime shiftStarts;",
                        "private transient @Nullable LocalTime shiftStarts;")
                    .replace(
                        "Librarian",
                        "@Column(nullable = false)\n  @ColumnDefault",
                        "@Column(name = \"shiftStarts\", nullable = false)\n  @ColumnDefault"),
            "LMB-274"),
        RenameScenario.refused(
            "something takes a name that is free, nobody says",
            entities ->
                entities
                    .replace("Copy", "@Column(length = 20)", "@Transient")
                    .addMembers("Copy", "@Column(length = 20) private String label;"),
            "LMB-270"));
  }

  private static EditedEntities penaltyForFine(EditedEntities entities) {
    return entities
        .type(
            "Penalty",
            """
            @Entity
            @Table(name = "penalty")
            public class Penalty {
              @Id private Long id;
              @MapsId
              @OneToOne(fetch = FetchType.LAZY, optional = false)
              @JoinColumn(name = "loan_id")
              @OnDelete(action = OnDeleteAction.CASCADE)
              private Loan loan;
              @Column(nullable = false, precision = 8, scale = 2)
              private java.math.BigDecimal amount;
              @JdbcTypeCode(org.hibernate.type.SqlTypes.CHAR)
              @Column(nullable = false, length = 3)
              private String currency = "EUR";
              @Enumerated(EnumType.STRING)
              @Column(nullable = false, length = 10)
              private FineReason reason;
              @Column(nullable = false)
              private boolean paid;
            }
            """)
        .delete("Fine");
  }
}
