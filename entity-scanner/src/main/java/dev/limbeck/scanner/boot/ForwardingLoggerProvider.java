package dev.limbeck.scanner.boot;

import org.jboss.logging.Logger;

/** Sends Hibernate's log to {@link System.Logger}. */
public final class ForwardingLoggerProvider extends SilentLoggerProvider {

  /** For the service loader. */
  public ForwardingLoggerProvider() {}

  @Override
  public Logger getLogger(String name) {
    return new BootLogger(name, System.getLogger(name));
  }
}
