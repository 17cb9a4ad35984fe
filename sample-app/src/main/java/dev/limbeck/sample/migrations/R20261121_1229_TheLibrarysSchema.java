package dev.limbeck.sample.migrations;

import static dev.limbeck.model.ReferentialAction.CASCADE;
import static dev.limbeck.model.ReferentialAction.SET_NULL;
import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.bool;
import static dev.limbeck.model.Types.clob;
import static dev.limbeck.model.Types.date;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.json;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.smallint;
import static dev.limbeck.model.Types.time;
import static dev.limbeck.model.Types.timestamp;
import static dev.limbeck.model.Types.timestampUtc;
import static dev.limbeck.model.Types.tinyint;
import static dev.limbeck.model.Types.uuid;
import static dev.limbeck.model.Types.varbinary;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Revision;
import dev.limbeck.model.CheckCondition;

/** The library's schema. */
@Revision(id = "68a8c2e30ffd", created = "2026-11-21T12:29:05Z", message = "The library's schema")
public final class R20261121_1229_TheLibrarysSchema implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.createSequence("item_id_seq").startWith(1000).incrementBy(20);
    op.createSequence("Order_SEQ").incrementBy(50);
    op.createTable("publisher", t -> {
      t.column("country", varchar(2)).notNull();
      t.column("id", bigint()).identity();
      t.column("name", varchar(200)).notNull();
      t.primaryKey("pk_publisher", "id");
      t.unique("uq_publisher_name", "name", "country");
    });
    op.createTable("item", t -> {
      t.column("acquiredOn", date());
      t.column("condition", tinyint()).notNull();
      t.column("cover", varbinary());
      t.column("lendable", bool()).notNull().defaultValue("true");
      t.column("pages", integer());
      t.column("playing_time", numeric(21, 0));
      t.column("price", numeric(10, 2))
          .notNull()
          .defaultValue("0")
          .comment("what a lost one costs, in euro");
      t.column("version", integer()).notNull();
      t.column("created_at", timestampUtc(6)).notNull().comment("when the row was first written");
      t.column("id", bigint()).notNull();
      t.column("publisher_id", bigint());
      t.column("updated_at", timestampUtc(6)).notNull();
      t.column("kind", varchar(12)).notNull();
      t.column("isbn", varchar(13));
      t.column("narrator", varchar(160));
      t.column("title", varchar(300)).notNull();
      t.column("summary", clob());
      t.primaryKey("pk_item", "id");
      t.unique("uq_item_isbn", "isbn");
      t.foreignKey("fk_item_publisher_id", "publisher_id").references("publisher", "id");
      t.check("ck_item_condition", CheckCondition.between("condition", 0, 3));
      t.check("ck_item", "pages > 0");
      t.check("ck_item_kind", CheckCondition.oneOf("kind", "AUDIO", "BOOK"));
      t.check("ck_item_price", CheckCondition.atLeast("price", 0));
      t.index("ix_item_title", "title");
      t.index("ix_item_publisher", "publisher_id", "acquiredOn");
      t.comment("what the library lends");
    });
    op.createTable("`Order`", t -> {
      t.column("quantity", integer()).notNull();
      t.column("total", numeric(14, 2)).computed("quantity * unit_price");
      t.column("unit_price", numeric(10, 2)).notNull();
      t.column("id", bigint()).notNull();
      t.column("item_id", bigint()).notNull();
      t.column("orderedAt", timestamp(6)).notNull();
      t.column("publisher_id", bigint()).notNull();
      t.column("terms", json());
      t.primaryKey("pk_order", "id");
      t.foreignKey("fk_order_item_id", "item_id").references("item", "id");
      t.foreignKey("fk_order_publisher_id", "publisher_id").references("publisher", "id");
      t.check("ck_order_quantity", "quantity > 0");
    });
    op.createTable("author", t -> {
      t.column("born", smallint());
      t.column("id", uuid()).notNull();
      t.column("pen_name_of_id", uuid());
      t.column("first_name", varchar(80)).notNull();
      t.column("last_name", varchar(80)).notNull();
      t.primaryKey("pk_author", "id");
      t.unique("uq_author_last_name_first_name_born", "last_name", "first_name", "born");
      t.foreignKey("fk_author_pen_name_of_id", "pen_name_of_id")
          .references("author", "id")
          .onDelete(SET_NULL);
    });
    op.createTable("book_author", t -> {
      t.column("book_id", bigint()).notNull();
      t.column("author_id", uuid()).notNull();
      t.primaryKey("pk_book_author", "book_id", "author_id");
      t.foreignKey("fk_book_author_author", "author_id").references("author", "id");
      t.foreignKey("fk_book_author_book", "book_id").references("item", "id");
    });
    op.createTable("person", t -> {
      t.column("born_on", date());
      t.column("version", integer()).notNull();
      t.column("created_at", timestampUtc(6)).notNull().comment("when the row was first written");
      t.column("id", bigint()).identity();
      t.column("updated_at", timestampUtc(6)).notNull();
      t.column("first_name", varchar(80)).notNull();
      t.column("last_name", varchar(80)).notNull();
      t.column("email", varchar(320)).notNull().comment("at most one person for each address");
      t.primaryKey("pk_person", "id");
      t.unique("uq_person_email", "email");
      t.index("ix_person_name", "last_name", "first_name");
      t.comment("everybody with a library card or a key to a building");
    });
    op.createTable("librarian", t -> {
      t.column("branch_id", integer()).notNull();
      t.column("firstAider", bool()).notNull().defaultValue("false");
      t.column("shiftStarts", time(0));
      t.column("`staffNumber`", integer()).notNull();
      t.column("mentor_id", bigint());
      t.column("person_id", bigint()).notNull();
      t.primaryKey("pk_librarian", "person_id");
      t.unique("uq_librarian_staffnumber", "`staffNumber`");
      t.foreignKey("fk_librarian_mentor_id", "mentor_id").references("librarian", "person_id");
      t.foreignKey("fk_librarian_person_id", "person_id").references("person", "id");
    });
    op.createTable("branch", t -> {
      t.column("id", integer()).identity();
      t.column("version", integer()).notNull();
      t.column("created_at", timestampUtc(6)).notNull().comment("when the row was first written");
      t.column("head_id", bigint());
      t.column("updated_at", timestampUtc(6)).notNull();
      t.column("postal_code", varchar(12));
      t.column("city", varchar(100));
      t.column("name", varchar(120)).notNull();
      t.column("street", varchar(200));
      t.primaryKey("pk_branch", "id");
      t.unique("uq_branch_head_id", "head_id");
      t.unique("uq_branch_name", "name");
      t.foreignKey("fk_branch_head", "head_id").references("librarian", "person_id");
    });
    op.createTable("chapter", t -> {
      t.column("first_page", integer()).notNull();
      t.column("position", integer()).notNull();
      t.column("book_id", bigint()).notNull();
      t.column("title", varchar(200)).notNull();
      t.primaryKey("pk_chapter", "position", "book_id");
      t.foreignKey("fk_chapter_book_id", "book_id").references("item", "id");
      t.check("ck_chapter_position", CheckCondition.atLeast("position", 0));
    });
    op.createTable("copy", t -> {
      t.column("branch_id", integer()).notNull();
      t.column("copy_number", integer()).notNull();
      t.column("version", integer()).notNull();
      t.column("created_at", timestampUtc(6)).notNull().comment("when the row was first written");
      t.column("item_id", bigint()).notNull();
      t.column("updated_at", timestampUtc(6)).notNull();
      t.column("shelf", varchar(20));
      t.primaryKey("pk_copy", "copy_number", "item_id");
      t.foreignKey("fk_copy_branch_id", "branch_id").references("branch", "id");
      t.foreignKey("fk_copy_item_id", "item_id").references("item", "id");
    });
    op.createTable("member", t -> {
      t.column("home_branch_id", integer());
      t.column("person_id", bigint()).notNull();
      t.column("billing_postal_code", varchar(12));
      t.column("postal_code", varchar(12));
      t.column("tier", varchar(16)).notNull();
      t.column("billing_city", varchar(100));
      t.column("city", varchar(100));
      t.column("billing_street", varchar(200));
      t.column("street", varchar(200));
      t.column("card", uuid()).notNull();
      t.primaryKey("pk_member", "person_id");
      t.unique("uq_member_card", "card");
      t.foreignKey("fk_member_home_branch_id", "home_branch_id").references("branch", "id");
      t.foreignKey("fk_member_person", "person_id").references("person", "id");
      t.check("ck_member_tier", CheckCondition.oneOf("tier", "CHILD", "STANDARD", "PATRON"));
    });
    op.createTable("loan", t -> {
      t.column("copy_number", integer()).notNull();
      t.column("due_on", date()).notNull();
      t.column("renewals", integer()).notNull().defaultValue("0");
      t.column("id", bigint()).identity();
      t.column("item_id", bigint()).notNull();
      t.column("lent_at", timestampUtc(6)).notNull();
      t.column("member_id", bigint()).notNull();
      t.column("returned_at", timestampUtc(6));
      t.primaryKey("pk_loan", "id");
      t.unique("ux_loan_copy", "item_id", "copy_number", "lent_at");
      t.foreignKey("fk_loan_copy", "copy_number", "item_id")
          .references("copy", "copy_number", "item_id");
      t.foreignKey("fk_loan_member", "member_id").references("member", "person_id");
      t.check("ck_loan_renewals", CheckCondition.between("renewals", 0, 3));
      t.index("ix_loan_due", "due_on", "member_id");
    });
    op.createTable("member_phone", t -> {
      t.column("member_id", bigint()).notNull();
      t.column("phone", varchar(32)).notNull();
      t.primaryKey("pk_member_phone", "member_id", "phone");
      t.foreignKey("fk_member_phone_member_id", "member_id").references("member", "person_id");
    });
    op.createTable("member_preference", t -> {
      t.column("member_id", bigint()).notNull();
      t.column("topic", varchar(40)).notNull();
      t.column("choice", varchar(200));
      t.primaryKey("pk_member_preference", "member_id", "topic");
      t.foreignKey("fk_member_preference_member_id", "member_id").references("member", "person_id");
    });
    op.createTable("opening_hours", t -> {
      t.column("branch_id", integer()).notNull();
      t.column("closes", time(0)).notNull();
      t.column("opens", time(0)).notNull();
      t.column("day", varchar(10)).notNull();
      t.primaryKey("pk_opening_hours", "branch_id", "day");
      t.foreignKey("fk_opening_hours_branch_id", "branch_id").references("branch", "id");
      t.check(
          "ck_opening_hours_day",
          CheckCondition.oneOf(
              "day", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"));
    });
    op.createTable("publisher_contact", t -> {
      t.column("publisher_id", bigint()).notNull();
      t.column("phone", varchar(32));
      t.column("email", varchar(320));
      t.primaryKey("pk_publisher_contact", "publisher_id");
      t.foreignKey("fk_publisher_contact_publisher", "publisher_id").references("publisher", "id");
    });
    op.createTable("reservation", t -> {
      t.column("place", integer()).notNull();
      t.column("item_id", bigint()).notNull();
      t.column("member_id", bigint()).notNull();
      t.column("placed_at", timestamp(6)).notNull();
      t.primaryKey("pk_reservation", "item_id", "member_id");
      t.unique("uq_reservation_place", "item_id", "place");
      t.foreignKey("fk_reservation_item_id", "item_id").references("item", "id");
      t.foreignKey("fk_reservation_member_id", "member_id")
          .references("member", "person_id")
          .onDelete(CASCADE);
    });
    op.alterTable("librarian", t -> {
      t.addForeignKey("fk_librarian_branch", "branch_id").references("branch", "id");
    });
  }

  @Override
  public void downgrade(Operations op) {
    op.alterTable("librarian", t -> {
      t.dropForeignKey("fk_librarian_branch", "branch_id").references("branch", "id");
    });
    op.dropTable("reservation");
    op.dropTable("publisher_contact");
    op.dropTable("opening_hours");
    op.dropTable("member_preference");
    op.dropTable("member_phone");
    op.dropTable("loan");
    op.dropTable("member");
    op.dropTable("copy");
    op.dropTable("chapter");
    op.dropTable("branch");
    op.dropTable("librarian");
    op.dropTable("person");
    op.dropTable("book_author");
    op.dropTable("author");
    op.dropTable("`Order`");
    op.dropTable("item");
    op.dropTable("publisher");
    op.dropSequence("Order_SEQ");
    op.dropSequence("item_id_seq");
  }
}
