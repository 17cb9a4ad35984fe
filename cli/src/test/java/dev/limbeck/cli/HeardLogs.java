package dev.limbeck.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged while it is open, by Limbeck and by what it uses. */
final class HeardLogs extends Handler implements AutoCloseable {
  private final StringWriter heard = new StringWriter();
  private final Logger root = Logger.getLogger("");

  HeardLogs() {
    root.addHandler(this);
  }

  @Override
  public synchronized void publish(LogRecord logged) {
    PrintWriter lines = new PrintWriter(heard);
    lines.println(new SimpleFormatter().format(logged));
    lines.flush();
  }

  /** All of it. */
  synchronized String text() {
    return heard.toString();
  }

  @Override
  public void flush() {
    heard.flush();
  }

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
