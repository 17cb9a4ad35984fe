package dev.limbeck.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes that run a class of the tests. */
final class JavaProcess {
  private JavaProcess() {}

  /**
   * What starts it, with its errors in its output.
   *
   * @param options of the virtual machine, beside those that let it start fast
   */
  static ProcessBuilder of(Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /**
   * Waits until a process ends, and kills it where it does not in an hour.
   *
   * @return its exit code
   */
  static int ended(Process process) throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.HOURS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }
}
