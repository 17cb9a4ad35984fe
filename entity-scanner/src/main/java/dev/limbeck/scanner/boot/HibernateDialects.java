package dev.limbeck.scanner.boot;

import dev.limbeck.LimbeckException;
import java.util.Map;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.jspecify.annotations.Nullable;

/** Hibernate's dialects for those of Limbeck. */
final class HibernateDialects {

  // By name: where the community dialects are not on the class path, the other one still works.
  private static final String SQLITE = "dev.limbeck.scanner.boot.SequencedSqliteDialect";
  private static final Map<String, String> SCANNED =
      Map.of("postgresql", "org.hibernate.dialect.PostgreSQLDialect", "sqlite", SQLITE);

  private HibernateDialects() {}

  /**
   * The class of Hibernate's dialect: the usual one, or the application's own where that extends
   * it.
   *
   * @param name the name of Limbeck's dialect
   * @param configured the application's own dialect, or null
   * @throws LimbeckException LMB-116 where no dialect of Hibernate is known for the name
   */
  static Class<? extends Dialect> of(String name, @Nullable String configured) {
    String usual = SCANNED.get(name);
    if (usual == null) {
      throw new LimbeckException(
          "LMB-116", "The scanner knows no dialect of Hibernate for " + name + ".");
    }
    Class<? extends Dialect> base = load(usual);
    if (configured != null && base == PostgreSQLDialect.class && configured.contains(".")) {
      Class<? extends Dialect> own = load(configured);
      return base.isAssignableFrom(own) ? own : base;
    }
    return base;
  }

  /** The name of the dialect that the user knows. */
  static String shownName(Dialect dialect) {
    String name = dialect.getClass().getName();
    return name.equals(SQLITE) ? "org.hibernate.community.dialect.SQLiteDialect" : name;
  }

  private static Class<? extends Dialect> load(String name) {
    try {
      return Class.forName(name, true, HibernateDialects.class.getClassLoader())
          .asSubclass(Dialect.class);
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      throw new LimbeckException(
          "LMB-113", "Hibernate's dialect " + name + " cannot be used.\n  " + e, e);
    }
  }
}
