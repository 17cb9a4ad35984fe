package dev.limbeck.sample;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;

/**
 * The statements with which a Hibernate creates the schema of published entities. It is loaded in a
 * class loader with that Hibernate, which need not be the one of the tests.
 */
public final class ModelDdl {
  private static final String DELIMITER = "\n--;\n";

  private ModelDdl() {}

  /**
   * The statements, in order.
   *
   * @param dataSource tells Hibernate which database it is
   * @param classes the managed classes
   * @param packages packages with annotations
   * @param settings settings for Hibernate
   */
  public static List<String> statements(
      DataSource dataSource,
      List<String> classes,
      List<String> packages,
      Map<String, String> settings)
      throws ClassNotFoundException {
    ClassLoader loader = ModelDdl.class.getClassLoader();
    StringWriter script = new StringWriter();
    Map<String, Object> all = new HashMap<>(settings);
    all.put("jakarta.persistence.nonJtaDataSource", dataSource);
    all.put("hibernate.hbm2ddl.create_namespaces", "true");
    all.put("jakarta.persistence.schema-generation.scripts.action", "create-only");
    all.put("jakarta.persistence.schema-generation.scripts.create-target", script);
    all.put("hibernate.hbm2ddl.delimiter", DELIMITER);
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder(
                new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build())
            .applySettings(all)
            .build();
    try {
      MetadataSources sources = new MetadataSources(registry);
      for (String name : classes) {
        sources.addAnnotatedClass(Class.forName(name, false, loader));
      }
      packages.forEach(sources::addPackage);
      Metadata metadata = sources.buildMetadata();
      // As a session factory does that creates the schema.
      ((MetadataImplementor) metadata).orderColumns(true);
      SchemaManagementToolCoordinator.process(metadata, registry, all, delayed -> {});
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
    }
    List<String> statements = new ArrayList<>();
    for (String sql : script.toString().split(DELIMITER)) {
      if (!sql.isBlank()) {
        statements.add(sql);
      }
    }
    return statements;
  }
}
