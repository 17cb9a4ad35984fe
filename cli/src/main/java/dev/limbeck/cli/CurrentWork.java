package dev.limbeck.cli;

import java.util.Locale;
import java.util.stream.Collectors;

/** What is done at the moment, and since when. Several threads may use it. */
final class CurrentWork {
  private static final int LONGEST = 100;
  private static final long NANOS_OF_A_SECOND = 1_000_000_000;

  private String what = "";
  private String rows = "";
  private long since = System.nanoTime();
  private long shown;

  /** Something else is done from now on. */
  synchronized void begin(String text) {
    String line = text.lines().map(String::strip).collect(Collectors.joining(" ")).strip();
    what = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    rows = "";
    since = System.nanoTime();
    shown = 0;
  }

  /** A part of something is done, which is begun where it is not at work yet. */
  synchronized void advance(String text, long done) {
    if (!what.equals(text)) {
      begin(text);
    }
    rows = String.format(Locale.ROOT, ", %,d rows", done);
  }

  /** Nothing is done. */
  synchronized void end() {
    begin("");
  }

  /** What is done, in a line; empty where nothing is. */
  synchronized String text() {
    return what + rows;
  }

  /**
   * A line where it is time for one: after 1, 10 and 60 seconds, then every minute; empty
   * otherwise.
   */
  synchronized String due() {
    long seconds = (System.nanoTime() - since) / NANOS_OF_A_SECOND;
    long next = shown < 1 ? 1 : shown < 10 ? 10 : shown < 60 ? 60 : shown + 60;
    if (what.isEmpty() || seconds < next) {
      return "";
    }
    shown = seconds;
    return what + rows + " (" + seconds + " s)";
  }
}
