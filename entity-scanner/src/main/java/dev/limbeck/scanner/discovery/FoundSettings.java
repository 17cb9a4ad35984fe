package dev.limbeck.scanner.discovery;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntityModel.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings for Hibernate that a class path brings, the later ones winning: {@code
 * hibernate.properties}, {@code persistence.xml}, what was given, and where none of them says how
 * names are made, what Spring Boot would.
 */
final class FoundSettings {

  /** Present where Spring Boot configures Hibernate; the place changed with Spring Boot 4. */
  private static final List<String> SPRING_BOOT =
      List.of(
          "org/springframework/boot/autoconfigure/orm/jpa/HibernateJpaAutoConfiguration.class",
          "org/springframework/boot/hibernate/autoconfigure/HibernateJpaAutoConfiguration.class",
          "org/springframework/boot/orm/jpa/hibernate/SpringImplicitNamingStrategy.class",
          "org/springframework/boot/hibernate/SpringImplicitNamingStrategy.class");

  private static final String PHYSICAL = "hibernate.physical_naming_strategy";
  private static final String IMPLICIT = "hibernate.implicit_naming_strategy";
  private static final String SPRING_ORIGIN = "Spring Boot on the class path";

  private final SortedMap<String, Setting> settings = new TreeMap<>();
  private final boolean springBoot;

  FoundSettings(List<ClassPathEntry> entries) {
    springBoot =
        entries.stream()
            .anyMatch(entry -> SPRING_BOOT.stream().anyMatch(name -> entry.resource(name) != null));
    for (ClassPathEntry entry : entries) {
      Path file = entry.resource("hibernate.properties");
      if (file != null) {
        put(read(file), "hibernate.properties");
        return;
      }
    }
  }

  /** Adds the properties of a unit. */
  void add(PersistenceUnit unit) {
    put(
        unit.properties(),
        unit.name().equals(HibernateCfgXml.FILE) ? HibernateCfgXml.FILE : "persistence.xml");
  }

  /** All settings, with those that were given. */
  SortedMap<String, Setting> merged(Map<String, String> given, String origin) {
    put(given, origin);
    if (springBoot) {
      putIfAbsent(PHYSICAL, SpringNaming.PHYSICAL);
      putIfAbsent(IMPLICIT, SpringNaming.IMPLICIT);
    }
    return settings;
  }

  private void putIfAbsent(String name, String value) {
    settings.putIfAbsent(name, new Setting(name, value, SPRING_ORIGIN));
  }

  private void put(Map<String, String> properties, String origin) {
    properties.forEach(
        (name, value) -> {
          String modern =
              name.startsWith("javax.persistence.")
                  ? "jakarta" + name.substring("javax".length())
                  : name;
          settings.put(modern, new Setting(modern, value, origin));
        });
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (var in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new LimbeckException("LMB-117", file + " cannot be read: " + e, e);
    }
    Map<String, String> all = new TreeMap<>();
    properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    return all;
  }
}
