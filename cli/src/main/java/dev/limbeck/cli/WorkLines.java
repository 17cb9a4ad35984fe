package dev.limbeck.cli;

import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** Shows long work in lines, as a log of a build keeps them. */
final class WorkLines implements LongWork {
  private static final long TICK = 250;

  private final Console console;
  private final CurrentWork current = new CurrentWork();
  private @Nullable Timer timer;

  WorkLines(Console console) {
    this.console = console;
  }

  @Override
  public void starts(int revisions) {
    Timer ticks = new Timer("limbeck-progress", true);
    timer = ticks;
    ticks.schedule(
        new TimerTask() {
          @Override
          public void run() {
            String line = current.due();
            if (!line.isEmpty()) {
              console.talk("  at work: " + line);
            }
          }
        },
        TICK,
        TICK);
  }

  @Override
  public void at(String what) {
    current.begin(what);
  }

  @Override
  public void advanced(String what, long rows) {
    current.advance(what, rows);
  }

  @Override
  public void revisionDone() {
    current.end();
  }

  @Override
  public void ends() {
    if (timer != null) {
      timer.cancel();
    }
  }
}
