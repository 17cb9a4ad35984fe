package dev.limbeck.scanner.boot;

import dev.limbeck.Background;
import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntityModel.Setting;
import dev.limbeck.scanner.bridge.BootRequest;
import dev.limbeck.scanner.bridge.BootedSchema;
import dev.limbeck.scanner.bridge.SchemaBoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hibernate.Version;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.selector.spi.StrategySelector;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;

/** Boots Hibernate's metadata, without a connection and without a session factory. */
public final class HibernateBoot implements SchemaBoot {
  private static final String IMPLICIT = "hibernate.implicit_naming_strategy";
  private static final String PHYSICAL = "hibernate.physical_naming_strategy";

  /** For the scanner, which makes it in the class loader of a scan. */
  public HibernateBoot() {}

  @Override
  public void warmUp(String dialect) {
    boot(
        new BootRequest(
            dialect, List.of(WarmUpEntity.class.getName()), List.of(), List.of(), Map.of(), false),
        false);
  }

  @Override
  public BootedSchema boot(BootRequest request) {
    return boot(request, true);
  }

  private static BootedSchema boot(BootRequest request, boolean usersServices) {
    ClassLoader loader = HibernateBoot.class.getClassLoader();
    List<Class<?>> classes = LoadedClasses.load(request.classes(), loader);
    Background<Boolean, RuntimeException> resolved =
        Background.begin(
            "limbeck-members",
            () -> {
              LoadedClasses.resolve(classes);
              return true;
            });
    try {
      BootedSchema booted = boot(request, classes, usersServices);
      resolved.get();
      return booted;
    } catch (RuntimeException | LinkageError e) {
      // A class that does not load says more than what Hibernate makes of it.
      resolved.get();
      throw e;
    }
  }

  private static BootedSchema boot(
      BootRequest request, List<Class<?>> classes, boolean usersServices) {
    StandardServiceRegistry registry = registry(request, usersServices);
    try {
      CompositeTypes.check(request.dialect(), classes);
      RecordingNaming naming = new RecordingNaming(implicitNaming(request, registry));
      MetadataImplementor metadata = metadata(request, classes, registry, naming);
      List<String> notes = new ArrayList<>();
      if (usersServices) {
        BeanValidation.apply(metadata, request.properties(), notes);
      }
      // As Hibernate does before it creates a schema: columns and keys get the order of its DDL.
      metadata.orderColumns(true);
      return new SchemaReader(request, metadata, naming, notes).read(settings(metadata, naming));
    } catch (IncompatibleClassChangeError e) {
      throw new LimbeckException(
          "LMB-113",
          "The Hibernate "
              + Version.getVersionString()
              + " on the class path cannot be used.\n  "
              + e
              + "\n  Limbeck reads entities through Hibernate ORM 6.6 and 7.",
          e);
    } catch (LinkageError e) {
      throw LoadedClasses.refused(e);
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
    }
  }

  private static StandardServiceRegistry registry(BootRequest request, boolean usersServices) {
    Map<String, Object> settings = new TreeMap<>(request.properties());
    settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
    settings.put("hibernate.cache.use_second_level_cache", "false");
    settings.put("hibernate.cache.use_query_cache", "false");
    settings.put(
        "hibernate.dialect",
        HibernateDialects.of(request.dialect(), request.properties().get("hibernate.dialect")));
    if (request.springNaming()) {
      settings.remove(IMPLICIT);
    }
    if (!request.dialect().equals("postgresql")) {
      // They speak of the server that the application runs on.
      settings.keySet().removeIf(name -> name.startsWith("jakarta.persistence.database-"));
    }
    try {
      return StandardServiceRegistryBuilder.forJpa(
              new BootstrapServiceRegistryBuilder()
                  .applyClassLoaderService(new ScannedClasses(usersServices))
                  .build())
          .applySettings(settings)
          .build();
    } catch (RuntimeException e) {
      throw new LimbeckException(
          "LMB-114", "Hibernate does not start with these settings.\n  " + reasons(e), e);
    } catch (LinkageError | ServiceConfigurationError e) {
      throw new LimbeckException(
          "LMB-113",
          "Hibernate "
              + Version.getVersionString()
              + " does not start with what the class path adds to it.\n  "
              + e
              + at(e)
              + "\n  It was probably made for another Hibernate: leave its jar, or its file in"
              + " META-INF/services, out of the class path that Limbeck is given.",
          e);
    }
  }

  /** The first place of a failure that is neither Hibernate's nor the JDK's; may be empty. */
  private static String at(Throwable failure) {
    for (StackTraceElement each : failure.getStackTrace()) {
      String name = each.getClassName();
      if (Stream.of("org.hibernate.", "java.", "jdk.", "dev.limbeck.")
          .noneMatch(name::startsWith)) {
        return "\n  at " + name + "." + each.getMethodName();
      }
    }
    return "";
  }

  private static ImplicitNamingStrategy implicitNaming(
      BootRequest request, StandardServiceRegistry registry) {
    if (request.springNaming()) {
      return new SpringJoinTableNaming();
    }
    try {
      return registry
          .requireService(StrategySelector.class)
          .resolveDefaultableStrategy(
              ImplicitNamingStrategy.class,
              request.properties().get(IMPLICIT),
              ImplicitNamingStrategyJpaCompliantImpl.INSTANCE);
    } catch (RuntimeException e) {
      throw new LimbeckException(
          "LMB-114",
          "The naming strategy "
              + request.properties().get(IMPLICIT)
              + " cannot be used.\n  "
              + reasons(e),
          e);
    }
  }

  private static MetadataImplementor metadata(
      BootRequest request,
      List<Class<?>> classes,
      StandardServiceRegistry registry,
      RecordingNaming naming) {
    try {
      MetadataSources sources = new MetadataSources(registry);
      classes.forEach(sources::addAnnotatedClass);
      request.packages().forEach(sources::addPackage);
      request.mappingFiles().forEach(sources::addResource);
      return (MetadataImplementor)
          sources.getMetadataBuilder().applyImplicitNamingStrategy(naming).build();
    } catch (LimbeckException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LimbeckException(
          "LMB-114",
          "The entities do not map on "
              + request.dialect()
              + ".\n  "
              + reasons(e)
              + "\n  Hibernate would say the same when the application starts: correct the"
              + " mapping, or leave the dialect out.",
          e);
    }
  }

  private static List<Setting> settings(Metadata metadata, RecordingNaming naming) {
    var database = metadata.getDatabase();
    Dialect dialect = database.getDialect();
    return List.of(
        new Setting(
            "hibernate.dialect", HibernateDialects.shownName(dialect), "the configured dialects"),
        new Setting(PHYSICAL, database.getPhysicalNamingStrategy().getClass().getName(), "default"),
        new Setting(IMPLICIT, naming.strategyName(), "default"));
  }

  /** The messages of an exception and its causes, a line for each, none twice. */
  static String reasons(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      String line = each.getMessage() == null ? each.toString() : each.getMessage();
      if (lines.stream().noneMatch(seen -> seen.contains(line))) {
        lines.add(line);
      }
    }
    return String.join("\n  ", lines);
  }
}
