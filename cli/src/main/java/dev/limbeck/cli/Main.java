package dev.limbeck.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;

/** The {@code limbeck} command. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    boolean terminal = System.console() != null && isTerminal(System.console());
    String noColor = System.getenv("NO_COLOR");
    boolean color =
        terminal && (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    Console console =
        new Console(
            writer(System.out, "stdout"),
            writer(System.err, "stderr"),
            System.out,
            terminal,
            color);
    console.askAt(terminal ? System.console() : null);
    int exit = run(args, Path.of("").toAbsolutePath(), System.getenv(), console);
    System.exit(exit);
  }

  /**
   * Runs one command inside a program.
   *
   * @param args the command and its arguments
   * @param workingDirectory the directory in which it runs, absolute
   * @param environment the variables of its environment
   * @param out takes the results
   * @param err takes everything else
   * @return the exit code, as {@link ExitCode} has them
   */
  public static int execute(
      String[] args,
      Path workingDirectory,
      Map<String, String> environment,
      PrintWriter out,
      PrintWriter err) {
    return run(args, workingDirectory, environment, new Console(out, err));
  }

  /** From Java 22 on there is a console without a terminal as well, which says so. */
  private static boolean isTerminal(java.io.Console console) {
    try {
      return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static int run(
      String[] args, Path workingDirectory, Map<String, String> environment, Console console) {
    Session session = new Session(workingDirectory, environment, console);
    try (session) {
      session.startEarly(args);
      return Commands.line(session, args).execute(args);
    } catch (Throwable e) {
      // The command line only hands exceptions to its handler, and none of those of closing.
      return new Failures(session).handle(e);
    } finally {
      console.flush();
    }
  }

  /** Writes in the character set of the terminal, which Java 17 and 18 know by another name. */
  private static PrintWriter writer(OutputStream stream, String name) {
    String charset =
        System.getProperty(
            name + ".encoding",
            System.getProperty("native.encoding", Charset.defaultCharset().name()));
    return new PrintWriter(new OutputStreamWriter(stream, Charset.forName(charset)), true);
  }
}
