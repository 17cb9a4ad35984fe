package dev.limbeck.cli;

import java.util.Timer;
import java.util.TimerTask;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows long work as a bar in the last line of a terminal, with what is done at the moment. There
 * is none before a second has passed, and nothing of it is loaded.
 */
final class WorkBar implements LongWork {
  private static final long FIRST = 1_000;
  private static final int REDRAWN = 200;

  private final Console console;
  private final int width;
  private final CurrentWork current = new CurrentWork();
  private @Nullable Timer timer;
  private @Nullable ProgressBar bar;
  private int revisions;
  private int done;

  /**
   * @param width how many characters fit into a line
   */
  WorkBar(Console console, int width) {
    this.console = console;
    this.width = width;
  }

  @Override
  public synchronized void starts(int count) {
    revisions = count;
    Timer once = new Timer("limbeck-progress", true);
    timer = once;
    once.schedule(
        new TimerTask() {
          @Override
          public void run() {
            show();
          }
        },
        FIRST);
  }

  private synchronized void show() {
    if (timer == null) {
      return;
    }
    bar =
        ProgressBar.builder()
            .setTaskName("revisions")
            .setInitialMax(revisions)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REDRAWN)
            .setMaxRenderedLength(width)
            .setConsumer(new DelegatingProgressBarConsumer(console::lastLine, width))
            .hideEta()
            .build()
            .stepTo(done)
            .setExtraMessage(message());
  }

  @Override
  public synchronized void at(String what) {
    current.begin(what);
    refresh();
  }

  @Override
  public synchronized void advanced(String what, long rows) {
    current.advance(what, rows);
    refresh();
  }

  @Override
  public synchronized void revisionDone() {
    done++;
    current.end();
    refresh();
  }

  private void refresh() {
    if (bar != null) {
      bar.stepTo(done).setExtraMessage(message());
    }
  }

  private String message() {
    return " " + current.text();
  }

  @Override
  public void ends() {
    ProgressBar last;
    synchronized (this) {
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
      last = bar;
      bar = null;
    }
    if (last != null) {
      last.close();
      console.lastLine("");
    }
  }
}
