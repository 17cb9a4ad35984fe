package dev.limbeck.config;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a project, from {@code limbeck.properties}.
 *
 * <p>Values may hold {@code ${NAME}} and {@code ${NAME:default}}: a system property, else a
 * variable of the environment, else one of the {@code .env} file beside the file. A variable is
 * only asked for when its setting is: a command that needs no database runs without the database's
 * password. Relative paths are those of the file's directory. Immutable.
 */
public final class LimbeckProperties {

  /** The name of the file that commands look for. */
  public static final String FILE_NAME = "limbeck.properties";

  private final Path file;
  private final Map<String, PropertiesText.Setting> settings;
  private final Variables variables;

  private LimbeckProperties(
      Path file, Map<String, PropertiesText.Setting> settings, Variables variables) {
    this.file = file;
    this.settings = settings;
    this.variables = variables;
  }

  /**
   * Reads a file, and the {@code .env} file beside it where there is one.
   *
   * @param file the file, absolute
   * @param environment the variables of the environment
   * @throws LimbeckException LMB-103 where it is not there or cannot be read, LMB-104 with all
   *     lines that are wrong
   */
  public static LimbeckProperties read(Path file, Map<String, String> environment) {
    PropertiesText text = PropertiesText.parse(SettingsFile.content(file));
    Path name = requireNonNull(file.getFileName(), "file name");
    List<String> problems = new ArrayList<>();
    text.problems().forEach(problem -> problems.add(name + ", " + problem));
    Map<String, PropertiesText.Setting> settings = new LinkedHashMap<>();
    for (PropertiesText.Setting setting : text.settings()) {
      String place = name + ":" + setting.line() + "   ";
      PropertiesText.Setting other = settings.putIfAbsent(setting.key(), setting);
      if (other != null) {
        problems.add(place + setting.key() + " is set in line " + other.line() + " already");
      }
      if (!ConfigurationKey.isKnown(setting.key())) {
        problems.add(
            place
                + "unknown key "
                + setting.key()
                + ConfigurationKey.nearest(setting.key())
                    .map(near -> "; did you mean " + near + "?")
                    .orElse(""));
      }
    }
    if (!problems.isEmpty()) {
      throw new LimbeckException(
          "LMB-104",
          "The settings in "
              + file
              + " are not right.\n  "
              + String.join("\n  ", problems)
              + "\n  docs/configuration.md lists all keys.");
    }
    return new LimbeckProperties(
        file, settings, new Variables(environment, SettingsFile.dotEnv(file)));
  }

  /**
   * These settings with those of an environment in their place: {@code environments.production.url}
   * is {@code url}.
   *
   * @throws LimbeckException LMB-140 where the settings say nothing of such an environment
   */
  public LimbeckProperties inEnvironment(String name) {
    Map<String, PropertiesText.Setting> merged = new LinkedHashMap<>(settings);
    settings.forEach(
        (key, setting) -> {
          if (name.equals(ConfigurationKey.environment(key))) {
            merged.put(ConfigurationKey.withoutEnvironment(key), setting);
          }
        });
    if (merged.equals(settings)) {
      throw unknownEnvironment(name);
    }
    return new LimbeckProperties(file, merged, variables);
  }

  private LimbeckException unknownEnvironment(String name) {
    String known =
        settings.keySet().stream()
            .map(ConfigurationKey::environment)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return new LimbeckException(
        "LMB-140",
        "The settings know no environment "
            + name
            + ".\n  "
            + file
            + (known.isEmpty() ? " has none" : " has " + known)
            + ".\n  Its settings begin with environments."
            + name
            + ".");
  }

  /**
   * The settings in which a password stands, each as {@code limbeck.properties:12 password}: the
   * file is for a repository, and passwords are not.
   */
  public List<String> passwords() {
    return settings.entrySet().stream()
        .filter(entry -> isPassword(entry.getKey(), entry.getValue().value()))
        .map(
            entry ->
                file.getFileName() + ":" + entry.getValue().line() + "   " + entry.getValue().key())
        .distinct()
        .toList();
  }

  private static boolean isPassword(String name, String value) {
    String key = ConfigurationKey.withoutEnvironment(name);
    boolean inUrl = key.equals("url") && !UrlSecrets.of(value).masked().equals(value);
    boolean secret = key.equals("password") || key.endsWith(".password") || inUrl;
    return secret && !value.isBlank() && !value.contains("${");
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** The directory of the file, to which relative paths belong. */
  public Path directory() {
    return requireNonNull(file.getParent(), "parent");
  }

  /** Where a setting stands, as {@code limbeck.properties:12}; the file where it is not set. */
  public String where(ConfigurationKey key) {
    return where(key.text());
  }

  String where(String key) {
    PropertiesText.Setting setting = settings.get(key);
    return setting == null
        ? String.valueOf(file.getFileName())
        : file.getFileName() + ":" + setting.line();
  }

  /**
   * The value of a setting, or null where it is not set or empty.
   *
   * @throws LimbeckException LMB-105 where a variable in it has no value
   */
  public @Nullable String text(ConfigurationKey key) {
    return text(key.text());
  }

  /** As {@link #text(ConfigurationKey)}, of a key with a part that people choose. */
  @Nullable String text(String key) {
    PropertiesText.Setting setting = settings.get(key);
    if (setting == null) {
      return null;
    }
    try {
      String value = variables.interpolated(setting.value()).strip();
      return value.isEmpty() ? null : value;
    } catch (Variables.UnsetException e) {
      throw new LimbeckException(
          "LMB-105",
          "A setting names a variable that has no value.\n  "
              + where(key)
              + "   "
              + key
              + " needs "
              + String.join(", ", e.names())
              + "\n  Set it in the environment or in "
              + file.resolveSibling(".env")
              + ", or give a default: ${NAME:default}.",
          e);
    }
  }

  /** The value of a variable of the environment or of {@code .env}, or null where it has none. */
  public @Nullable String variable(String name) {
    String value = variables.value(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** The values of a setting that is a list, separated by commas; none where it is not set. */
  public List<String> list(ConfigurationKey key) {
    String text = text(key);
    List<String> values = new ArrayList<>();
    if (text != null) {
      for (String value : text.split("[,\\s]+")) {
        if (!value.isEmpty()) {
          values.add(value);
        }
      }
    }
    return List.copyOf(values);
  }

  /** The path of a setting, absolute; null where it is not set. */
  public @Nullable Path path(ConfigurationKey key) {
    String text = text(key);
    return text == null ? null : directory().resolve(text).normalize();
  }

  /**
   * The paths of a setting that is a class path or a list of directories, absolute; {@code dir/*}
   * stands for the jars of a directory.
   *
   * @throws LimbeckException LMB-106 where a {@code dir/*} names no directory
   */
  public List<Path> paths(ConfigurationKey key) {
    String text = text(key);
    return text == null
        ? List.of()
        : List.copyOf(ClassPathList.paths(text, directory(), where(key)));
  }

  /**
   * A setting that is {@code true} or {@code false}.
   *
   * @param standard what it is where it is not set
   * @throws LimbeckException LMB-106 where it is neither
   */
  public boolean flag(ConfigurationKey key, boolean standard) {
    String text = text(key);
    if (text == null) {
      return standard;
    }
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw unusable(key, text, "true or false");
  }

  /**
   * A setting that is a duration: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}; null where it
   * is not set.
   *
   * @throws LimbeckException LMB-106 where it is none
   */
  public @Nullable Duration duration(ConfigurationKey key) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    Duration duration = DurationText.parse(text);
    if (duration == null) {
      throw unusable(key, text, "a duration such as 500ms, 30s, 5m or 1h");
    }
    return duration;
  }

  /**
   * A setting that is a number of at least 1; null where it is not set.
   *
   * @throws LimbeckException LMB-106 where it is none
   */
  public @Nullable Integer count(ConfigurationKey key) {
    return number(key, 1);
  }

  /**
   * A setting that is a number of at least 0; null where it is not set.
   *
   * @throws LimbeckException LMB-106 where it is none
   */
  public @Nullable Integer number(ConfigurationKey key) {
    return number(key, 0);
  }

  private @Nullable Integer number(ConfigurationKey key, int least) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    boolean digits = text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || Integer.parseInt(text) < least) {
      throw unusable(key, text, "a number of at least " + least);
    }
    return Integer.valueOf(text);
  }

  /**
   * A setting that is a time zone: {@code UTC}, {@code Europe/Berlin}, {@code +02:00}; UTC where it
   * is not set.
   *
   * @throws LimbeckException LMB-106 where it is none
   */
  public ZoneId zone(ConfigurationKey key) {
    String text = text(key);
    try {
      return text == null ? ZoneOffset.UTC : ZoneId.of(text);
    } catch (DateTimeException e) {
      throw unusable(key, String.valueOf(text), "a time zone such as UTC or Europe/Berlin");
    }
  }

  /** The keys that are set, in their order. */
  List<String> keys() {
    return List.copyOf(settings.keySet());
  }

  /** The settings that are Hibernate's or Jakarta Persistence's, by key. */
  public SortedMap<String, String> hibernate() {
    SortedMap<String, String> properties = new TreeMap<>();
    for (String key : settings.keySet()) {
      String value = ConfigurationKey.isHibernate(key) ? text(key) : null;
      if (value != null) {
        properties.put(key, value);
      }
    }
    return properties;
  }

  /**
   * The database to work on: that of the option, else that of the setting {@code url}, else that of
   * the variable {@code DATABASE_URL}. User and password of the settings fill in what it lacks.
   *
   * @param option what {@code --url} says, or null
   * @param workingDirectory the directory to which a relative path in the option belongs
   * @throws LimbeckException LMB-102 where there is none, LMB-101 and LMB-107 where it is not
   *     understood
   */
  public DatabaseUrl databaseUrl(@Nullable String option, Path workingDirectory) {
    if (option != null) {
      return databaseUrl(option, "--url", workingDirectory);
    }
    String url = text(ConfigurationKey.URL);
    if (url != null) {
      return databaseUrl(url, where(ConfigurationKey.URL), directory());
    }
    String variable = variable("DATABASE_URL");
    if (variable != null) {
      return databaseUrl(variable, "DATABASE_URL", directory());
    }
    throw new LimbeckException(
        "LMB-102",
        "This command needs a database, and none is configured.\n  Set url in "
            + file
            + ", or DATABASE_URL in the environment, or give --url.");
  }

  private DatabaseUrl databaseUrl(String url, String origin, Path base) {
    return DatabaseUrl.of(
        url, text(ConfigurationKey.USER), new PasswordSource(this).password(), origin, base);
  }

  private LimbeckException unusable(ConfigurationKey key, String value, String expected) {
    return unusable(key.text(), value, expected);
  }

  LimbeckException unusable(String key, String value, String expected) {
    return new LimbeckException(
        "LMB-106",
        "A setting has a value that it cannot have.\n  "
            + where(key)
            + "   "
            + key
            + "="
            + value
            + "\n  It takes "
            + expected
            + ".");
  }
}
