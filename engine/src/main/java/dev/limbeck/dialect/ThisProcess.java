package dev.limbeck.dialect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** By what people can find this process, where another one waits for it. */
public final class ThisProcess {
  private ThisProcess() {}

  /** Its number, user and machine: {@code process 4711 of ada on build-7}. */
  public static String description() {
    String host = host();
    return "process "
        + ProcessHandle.current().pid()
        + " of "
        + user()
        + " on "
        + (host == null ? "a host without a name" : host);
  }

  /** The user of the operating system. */
  public static @Nullable String user() {
    return System.getProperty("user.name");
  }

  /** The machine; null where it has no name. */
  public static @Nullable String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException machineWithoutName) {
      return null;
    }
  }
}
