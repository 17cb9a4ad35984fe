package dev.limbeck.source.sample;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Revision;

/** A revision on the class path. */
@Revision(id = "c1", message = "First")
public final class R20260101_0000_First implements Migration {
  static {
    Initialised.note("c1");
  }

  @Override
  public void upgrade(Operations op) {
    op.createSchema("first");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropSchema("first");
  }
}
