package dev.limbeck.command;

import java.util.List;

/**
 * The SQL of a revision on one dialect.
 *
 * @param upgrade the statements that apply it
 * @param downgrade the statements that undo it; where there is no way back, a comment that says why
 */
public record RevisionSql(List<String> upgrade, List<String> downgrade) {
  public RevisionSql {
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }
}
