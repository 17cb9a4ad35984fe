package dev.limbeck.sample;

import static java.util.Objects.requireNonNull;

import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;

/**
 * The schema that Hibernate itself makes, and what its validator says of another.
 *
 * <p>On SQLite Hibernate's DDL has no foreign keys and no table-level unique constraints; its
 * comments, which SQLite refuses, are left out.
 */
public final class HibernateDdl {

  private static final String DELIMITER = "\n--;\n";

  private final DataSource dataSource;
  private final Collection<Class<?>> classes;
  private final List<String> mappingFiles;
  private final Map<String, Object> settings;

  /**
   * @param classes entities, converters and embeddables
   * @param settings {@code hibernate.*} properties beside the connection's
   */
  public HibernateDdl(
      DataSource dataSource, Collection<Class<?>> classes, Map<String, Object> settings) {
    this(dataSource, classes, List.of(), settings);
  }

  /**
   * @param classes entities, converters and embeddables
   * @param mappingFiles resources of the class path
   * @param settings {@code hibernate.*} properties beside the connection's
   */
  HibernateDdl(
      DataSource dataSource,
      Collection<Class<?>> classes,
      List<String> mappingFiles,
      Map<String, Object> settings) {
    this.dataSource = requireNonNull(dataSource, "dataSource");
    this.classes = requireNonNull(classes, "classes");
    this.mappingFiles = List.copyOf(mappingFiles);
    this.settings = Map.copyOf(settings);
  }

  /** The sample application's entities on a database. */
  public static HibernateDdl ofSample(DataSource dataSource) {
    return new HibernateDdl(dataSource, LibraryDatabase.MANAGED_CLASSES, Map.of());
  }

  /**
   * Makes the schema.
   *
   * @throws IllegalStateException with the statement, where the database refuses one
   */
  public void create() {
    StringWriter script = new StringWriter();
    run(
        Map.of(
            SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_ACTION, "create-only",
            SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_CREATE_TARGET, script,
            SchemaToolingSettings.HBM2DDL_DELIMITER, DELIMITER));
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      boolean sqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
      for (String sql : script.toString().split(DELIMITER)) {
        if (sql.isBlank() || (sqlite && sql.strip().startsWith("comment on "))) {
          continue;
        }
        try {
          statement.execute(sqlite ? withIdentityType(sql) : sql);
        } catch (SQLException e) {
          throw new IllegalStateException("the database refused: " + sql, e);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot connect", e);
    }
  }

  /**
   * Hibernate 7.4.5 leaves out the type of an identity column on SQLite where the word integer
   * stands before it in the statement, and such a column counts nothing up.
   */
  private static String withIdentityType(String sql) {
    return sql.replace(", id,", ", id integer,");
  }

  public void drop() {
    run(Map.of(SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, "drop"));
  }

  /** What Hibernate's own validator finds, all of it, sorted; empty where it is content. */
  public List<String> findings() {
    CollectingValidator validator = new CollectingValidator();
    run(
        Map.of(
            SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION,
            "validate",
            SchemaToolingSettings.SCHEMA_MANAGEMENT_TOOL,
            validator));
    return validator.findings();
  }

  private void run(Map<String, Object> action) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
    all.putAll(action);
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder().applySettings(all).build();
    try {
      MetadataSources sources = new MetadataSources(registry);
      classes.forEach(sources::addAnnotatedClass);
      mappingFiles.forEach(sources::addResource);
      Metadata metadata = sources.buildMetadata();
      // As a session factory does that creates the schema.
      ((MetadataImplementor) metadata).orderColumns(true);
      SchemaManagementToolCoordinator.process(metadata, registry, all, delayed -> {});
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
    }
  }
}
