package dev.limbeck.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a command writes: results to {@code out}, everything else to {@code err}. */
final class Console {
  private static final String BOLD_RED = "\u001b[1;31m";
  private static final String PLAIN = "\u001b[0m";
  private static final String ERASED = "\r\u001b[2K";

  private final PrintWriter out;
  private final PrintWriter err;
  private final @Nullable OutputStream bytes;
  private final boolean terminal;
  private boolean color;
  private boolean quiet;
  private java.io.@Nullable Console person;
  private boolean unfinishedLine;

  Console(PrintWriter out, PrintWriter err) {
    this(out, err, null, false, false);
  }

  /**
   * @param bytes what {@code out} writes to, or null where it takes text only
   * @param terminal true where a person reads the results
   * @param color true where colors may be used
   */
  Console(
      PrintWriter out,
      PrintWriter err,
      @Nullable OutputStream bytes,
      boolean terminal,
      boolean color) {
    this.out = out;
    this.err = err;
    this.bytes = bytes;
    this.terminal = terminal;
    this.color = color;
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  boolean color() {
    return color;
  }

  /** True where a person reads the results, and not another program. */
  boolean terminal() {
    return terminal;
  }

  /** The colors of revisions. */
  Style style() {
    return new Style(color);
  }

  /** Leaves out colors from now on. */
  void withoutColor() {
    color = false;
  }

  /** Says nothing but results, warnings and errors from now on. */
  void beQuiet() {
    quiet = true;
  }

  /** What shows long work here: a bar where a person reads, lines where nobody does. */
  LongWork longWork(int width) {
    if (quiet) {
      return LongWork.unseen();
    }
    return terminal ? new WorkBar(this, width) : new WorkLines(this);
  }

  /** Lets {@link #confirms} ask the person at this terminal. */
  void askAt(java.io.@Nullable Console console) {
    person = console;
  }

  /** Asks a person who is there; no where nobody is, or nobody says yes. */
  boolean confirms(String question) {
    if (person == null) {
      return false;
    }
    flush();
    String answer = person.readLine("%s [y/N] ", question);
    return answer != null && Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
  }

  /** Asks the person at the terminal; null where nobody is, or the input is at its end. */
  @Nullable String ask(String question) {
    if (person == null) {
      return null;
    }
    flush();
    return person.readLine("%s", question);
  }

  /**
   * Puts a text into the last line of the terminal, in the place of the one before, until something
   * else is written; an empty one only takes it away.
   */
  synchronized void lastLine(String text) {
    if (unfinishedLine || !text.isEmpty()) {
      err.print(ERASED + text);
      err.flush();
      unfinishedLine = !text.isEmpty();
    }
  }

  /** A line of the result. */
  synchronized void result(String line) {
    lastLine("");
    out.println(line);
  }

  /** A script, which is the whole result: in UTF-8 whatever the terminal takes. */
  void script(String text) {
    if (bytes == null) {
      out.print(text);
      return;
    }
    out.flush();
    try {
      bytes.write(text.getBytes(StandardCharsets.UTF_8));
      bytes.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line for people that no script needs. */
  synchronized void talk(String line) {
    if (!quiet) {
      lastLine("");
      err.println(line);
    }
  }

  /** A line that a person should see even where nobody wants talk. */
  synchronized void warning(String line) {
    lastLine("");
    err.println("warning: " + line);
  }

  /** A further line of a warning. */
  void warningDetail(String line) {
    err.println("  " + line);
  }

  /** An error that begins with its code. */
  synchronized void error(String message) {
    lastLine("");
    int end = message.indexOf(' ');
    boolean marked = color && message.startsWith("LMB-") && end > 0;
    err.println(
        marked ? BOLD_RED + message.substring(0, end) + PLAIN + message.substring(end) : message);
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
