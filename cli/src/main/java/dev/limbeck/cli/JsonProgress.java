package dev.limbeck.cli;

import dev.limbeck.graph.RevisionStep;
import dev.limbeck.plan.Notice;
import dev.limbeck.runtime.Progress;
import java.util.List;
import java.util.Locale;

/** Says what happens for programs: a line of the result for each event, an object of JSON. */
final class JsonProgress implements Progress {
  private final Console console;

  JsonProgress(Console console) {
    this.console = console;
  }

  @Override
  public void starts(List<RevisionStep> steps) {
    say("start", "\"revisions\": " + steps.size());
  }

  @Override
  public void begins(RevisionStep step) {
    say("begin", JsonText.members(step));
  }

  @Override
  public void statement(String sql) {
    say("statement", JsonText.member("sql", sql));
  }

  @Override
  public void notice(Notice notice) {
    String level = notice.level().name().toLowerCase(Locale.ROOT);
    say("notice", JsonText.member("level", level) + ", " + JsonText.member("text", notice.text()));
  }

  @Override
  public void advanced(String what, long done) {
    say("advance", JsonText.member("what", what) + ", \"rows\": " + done);
  }

  @Override
  public void waiting(String holder) {
    say("wait", JsonText.member("holder", holder));
  }

  @Override
  public void done(RevisionStep step) {
    say("done", JsonText.members(step));
  }

  private void say(String event, String members) {
    console.result("{\"event\": \"" + event + "\", " + members + "}");
  }
}
