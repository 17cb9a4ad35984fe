package dev.limbeck.cli.compiled;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Revision;

/** On the class path. */
@Revision(id = "cccddd000111", created = "2026-11-21T07:15:00Z")
public final class R20261121_0715_OnTheClassPath implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createSequence("numbers");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropSequence("numbers");
  }
}
