package dev.limbeck.scanner;

import java.io.StringWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;

/**
 * The statements with which Hibernate itself creates the schema of some entities.
 *
 * <p>Public, and without a type of the tests in its method, for {@link HibernateLine}: it is loaded
 * again beside other Hibernates.
 */
public final class HibernateDdl {
  private static final String DELIMITER = "\n--;\n";

  private HibernateDdl() {}

  /**
   * The statements, those too that the database would refuse.
   *
   * @param database what Hibernate asks for the server's version
   */
  public static List<String> statements(
      DataSource database, Collection<Class<?>> classes, Map<String, String> properties) {
    StringWriter script = new StringWriter();
    Map<String, Object> settings = new HashMap<>(properties);
    settings.put("jakarta.persistence.nonJtaDataSource", database);
    settings.put("hibernate.hbm2ddl.create_namespaces", "true");
    settings.put("jakarta.persistence.schema-generation.scripts.action", "create-only");
    settings.put("jakarta.persistence.schema-generation.scripts.create-target", script);
    settings.put("hibernate.hbm2ddl.delimiter", DELIMITER);
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder().applySettings(settings).build();
    try {
      MetadataSources sources = new MetadataSources(registry);
      classes.forEach(sources::addAnnotatedClass);
      Metadata metadata = sources.buildMetadata();
      // As a session factory does that creates the schema.
      ((MetadataImplementor) metadata).orderColumns(false);
      SchemaManagementToolCoordinator.process(metadata, registry, settings, delayed -> {});
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
    }
    return Stream.of(script.toString().split(DELIMITER))
        .filter(sql -> !sql.isBlank())
        .map(HibernateDdl::withIdentityType)
        .toList();
  }

  /**
   * Hibernate 7.4.5 leaves out the type of an identity column on SQLite where the word integer
   * stands before it in the statement, and such a column counts nothing up.
   */
  private static String withIdentityType(String sql) {
    return sql.replace(", id,", ", id integer,");
  }
}
