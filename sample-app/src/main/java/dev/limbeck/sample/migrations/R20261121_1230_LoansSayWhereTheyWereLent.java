package dev.limbeck.sample.migrations;

import static dev.limbeck.model.Types.varchar;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Revision;

/** Loans say where they were lent. */
@Revision(
    id = "8cf5d0f5b487",
    revises = "bda8447db154",
    created = "2026-11-21T12:30:17Z",
    message = "Loans say where they were lent")
public final class R20261121_1230_LoansSayWhereTheyWereLent implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.alterTable("loan", t -> {
      t.addColumn("channel", varchar(20)).notNull().defaultValue("'desk'");
    });
  }

  @Override
  public void downgrade(Operations op) {
    op.alterTable("loan", t -> {
      t.dropColumn("channel");
    });
  }
}
