package dev.limbeck.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The programs that are run on written revisions: {@code hooks.post-write.NAME.command}, with
 * {@code .directory}, {@code .timeout} and {@code .shell}. They run in the order of the file.
 */
public final class PostWriteSettings {
  private static final String PREFIX = "hooks.post-write.";
  private static final List<String> SETTINGS = List.of("command", "directory", "timeout", "shell");
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(1);

  private PostWriteSettings() {}

  /** True for the key of such a setting. */
  static boolean isKey(String key) {
    int dot = key.lastIndexOf('.');
    return key.startsWith(PREFIX)
        && dot > PREFIX.length()
        && key.indexOf('.', PREFIX.length()) == dot
        && SETTINGS.contains(key.substring(dot + 1));
  }

  /**
   * The programs of the settings.
   *
   * @throws dev.limbeck.LimbeckException LMB-106 where one has no command or a value that it cannot
   *     have
   */
  public static List<PostWriteHook> of(LimbeckProperties properties) {
    Set<String> names = new LinkedHashSet<>();
    for (String key : properties.keys()) {
      if (isKey(key)) {
        names.add(key.substring(PREFIX.length(), key.lastIndexOf('.')));
      }
    }
    List<PostWriteHook> hooks = new ArrayList<>();
    names.forEach(name -> hooks.add(hook(properties, name)));
    return List.copyOf(hooks);
  }

  private static PostWriteHook hook(LimbeckProperties properties, String name) {
    String key = PREFIX + name + ".";
    String command = properties.text(key + "command");
    if (command == null || CommandWords.of(command).isEmpty()) {
      throw properties.unusable(
          key + "command", command == null ? "" : command, "the command line of a program");
    }
    String directory = properties.text(key + "directory");
    String timeout = properties.text(key + "timeout");
    Duration limit = timeout == null ? USUAL_TIMEOUT : DurationText.parse(timeout);
    if (limit == null) {
      throw properties.unusable(
          key + "timeout", timeout, "a duration such as 500ms, 30s, 5m or 1h");
    }
    String shell = properties.text(key + "shell");
    if (shell != null && !shell.equals("true") && !shell.equals("false")) {
      throw properties.unusable(key + "shell", shell, "true or false");
    }
    Path base = properties.directory();
    return new PostWriteHook(
        name,
        command,
        "true".equals(shell),
        directory == null ? base : base.resolve(directory).normalize(),
        limit,
        properties.where(key + "command"));
  }
}
