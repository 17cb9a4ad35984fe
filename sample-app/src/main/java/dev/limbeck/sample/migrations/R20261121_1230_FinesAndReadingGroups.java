package dev.limbeck.sample.migrations;

import static dev.limbeck.model.ReferentialAction.CASCADE;
import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.bool;
import static dev.limbeck.model.Types.character;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.tinyint;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Revision;
import dev.limbeck.model.CheckCondition;

/** Fines and reading groups. */
@Revision(
    id = "bda8447db154",
    revises = "68a8c2e30ffd",
    created = "2026-11-21T12:30:12Z",
    message = "Fines and reading groups")
public final class R20261121_1230_FinesAndReadingGroups implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.createTable("fine", t -> {
      t.column("amount", numeric(8, 2)).notNull();
      t.column("currency", character(3)).notNull();
      t.column("paid", bool()).notNull();
      t.column("loan_id", bigint()).notNull();
      t.column("reason", varchar(10)).notNull();
      t.primaryKey("pk_fine", "loan_id");
      t.foreignKey("fk_fine_loan_id", "loan_id").references("loan", "id").onDelete(CASCADE);
      t.check("ck_fine_reason", CheckCondition.oneOf("reason", "LATE", "DAMAGED", "LOST"));
    });
    op.createTable("`group`", t -> {
      t.column("`meetingDay`", tinyint());
      t.column("`order`", integer()).notNull();
      t.column("id", bigint()).identity();
      t.column("name", varchar(100)).notNull();
      t.primaryKey("pk_group", "id");
      t.check("ck_group_meetingday", CheckCondition.between("`meetingDay`", 0, 6));
    });
    op.createTable("group_book", t -> {
      t.column("position", integer()).notNull();
      t.column("book_id", bigint()).notNull();
      t.column("group_id", bigint()).notNull();
      t.primaryKey("pk_group_book", "position", "group_id");
      t.foreignKey("fk_group_book_book_id", "book_id").references("item", "id");
      t.foreignKey("fk_group_book_group_id", "group_id").references("`group`", "id");
      t.check("ck_group_book_position", CheckCondition.atLeast("position", 0));
    });
    op.createTable("group_member", t -> {
      t.column("group_id", bigint()).notNull();
      t.column("member_id", bigint()).notNull();
      t.primaryKey("pk_group_member", "group_id", "member_id");
      t.foreignKey("fk_group_member_member_id", "member_id").references("member", "person_id");
      t.foreignKey("fk_group_member_group_id", "group_id").references("`group`", "id");
    });
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("group_member");
    op.dropTable("group_book");
    op.dropTable("`group`");
    op.dropTable("fine");
  }
}
