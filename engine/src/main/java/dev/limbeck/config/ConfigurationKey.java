package dev.limbeck.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of {@code limbeck.properties}. */
public enum ConfigurationKey {
  URL("url"),
  USER("user"),
  PASSWORD("password"),
  PASSWORD_FILE("password.file"),
  PASSWORD_COMMAND("password.command"),
  DIALECTS("dialects"),
  REVISIONS_DIRECTORY("revisions.directory"),
  REVISIONS_PACKAGE("revisions.package"),
  REVISIONS_CLASSPATH("revisions.classpath"),
  REVISIONS_NAME("revisions.name"),
  REVISIONS_SLUG_LENGTH("revisions.slug-length"),
  REVISIONS_TIMEZONE("revisions.timezone"),
  REVISIONS_HEADER("revisions.header"),
  REVISIONS_HEADER_FILE("revisions.header-file"),
  ENTITIES_CLASSPATH("entities.classpath"),
  ENTITIES_PACKAGES("entities.packages"),
  ENTITIES_CLASSES("entities.classes"),
  ENTITIES_MAPPING_FILES("entities.mapping-files"),
  ENTITIES_PERSISTENCE_UNIT("entities.persistence-unit"),
  ENTITIES_SOURCES("entities.sources"),
  ENTITIES_CACHE("entities.cache"),
  VERSION_TABLE("version-table"),
  HISTORY_TABLE("history.table"),
  LOCK_TIMEOUT("lock.timeout"),
  TRANSACTIONS("transactions"),
  STATEMENT_LOCK_TIMEOUT("statement.lock-timeout"),
  STATEMENT_TIMEOUT("statement.timeout"),
  STATEMENT_RETRIES("statement.retries"),
  STATEMENT_RETRY_DELAY("statement.retry-delay"),
  PROTECTED("protected"),
  AUTOGENERATE_DROP_UNKNOWN("autogenerate.drop-unknown"),
  AUTOGENERATE_VERIFY("autogenerate.verify"),
  PROOF_URL("proof.url"),
  AUTOGENERATE_INCLUDE("autogenerate.include"),
  AUTOGENERATE_EXCLUDE("autogenerate.exclude"),
  AUTOGENERATE_HOOKS("autogenerate.hooks"),
  NAMING_PRIMARY_KEY("naming.primary-key"),
  NAMING_UNIQUE("naming.unique"),
  NAMING_FOREIGN_KEY("naming.foreign-key"),
  NAMING_CHECK("naming.check"),
  NAMING_INDEX("naming.index"),
  NAMING_UNIQUE_INDEX("naming.unique-index");

  private static final List<String> PREFIXES =
      List.of("hibernate.", "jakarta.persistence.", "org.hibernate.envers.");

  private final String text;

  ConfigurationKey(String text) {
    this.text = text;
  }

  /** The key as the file has it. */
  public String text() {
    return text;
  }

  /** True for a key that is passed on to Hibernate. */
  static boolean isHibernate(String key) {
    return PREFIXES.stream().anyMatch(prefix -> key.startsWith(prefix) && !key.equals(prefix));
  }

  /** What keys of one environment begin with: {@code environments.production.url}. */
  static final String ENVIRONMENTS = "environments.";

  /**
   * The key that an environment's key stands for, or the key itself: {@code url} for {@code
   * environments.production.url}.
   */
  static String withoutEnvironment(String key) {
    int dot = key.startsWith(ENVIRONMENTS) ? key.indexOf('.', ENVIRONMENTS.length()) : -1;
    return dot < 0 ? key : key.substring(dot + 1);
  }

  /** The environment that a key is of, or null where it is of all. */
  static @Nullable String environment(String key) {
    int dot = key.startsWith(ENVIRONMENTS) ? key.indexOf('.', ENVIRONMENTS.length()) : -1;
    return dot < 0 ? null : key.substring(ENVIRONMENTS.length(), dot);
  }

  /** True for a key that may stand in the file. */
  static boolean isKnown(String name) {
    String key = withoutEnvironment(name);
    return isHibernate(key)
        || PostWriteSettings.isKey(name)
        || Arrays.stream(values()).anyMatch(known -> known.text.equals(key));
  }

  /** The key that was probably meant, if one looks alike. */
  static Optional<String> nearest(String key) {
    List<String> candidates = new ArrayList<>();
    for (ConfigurationKey known : values()) {
      candidates.add(known.text);
    }
    return candidates.stream()
        .filter(candidate -> distance(key, candidate) <= Math.max(2, candidate.length() / 3))
        .min(Comparator.comparingInt(candidate -> distance(key, candidate)));
  }

  /** How many letters have to be added, removed or replaced to make one of the other. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
