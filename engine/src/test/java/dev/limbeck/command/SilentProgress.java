package dev.limbeck.command;

import dev.limbeck.graph.RevisionStep;
import dev.limbeck.plan.Notice;
import dev.limbeck.runtime.Progress;

/** Hears everything and says nothing; tests listen to what they need. */
class SilentProgress implements Progress {
  @Override
  public void begins(RevisionStep step) {}

  @Override
  public void statement(String sql) {}

  @Override
  public void notice(Notice notice) {}

  @Override
  public void done(RevisionStep step) {}
}
