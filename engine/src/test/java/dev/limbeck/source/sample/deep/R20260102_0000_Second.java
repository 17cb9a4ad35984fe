package dev.limbeck.source.sample.deep;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Revision;

/** A revision in a package below. */
@Revision(
    id = "c2",
    revises = "c1",
    dependsOn = {"x", "y"},
    replaces = {"c0", "c2"},
    branchLabels = "shop",
    created = "2026-01-02T00:00:00Z")
public final class R20260102_0000_Second implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.createSchema("second");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropSchema("second");
  }
}
