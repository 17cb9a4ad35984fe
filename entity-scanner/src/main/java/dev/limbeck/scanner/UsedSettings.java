package dev.limbeck.scanner;

import dev.limbeck.autogenerate.EntityModel.Setting;
import dev.limbeck.scanner.bridge.BootedSchema;
import dev.limbeck.scanner.discovery.SpringNaming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings that make a difference to a schema, and the rest.
 *
 * @param given those that Hibernate gets, by name
 * @param unused a line for those that it does not get, or empty
 */
record UsedSettings(SortedMap<String, Setting> given, List<String> unused) {
  private static final String IMPLICIT = "hibernate.implicit_naming_strategy";

  /** What concerns connections, transactions, caches and Hibernate's own schema tool. */
  private static final List<String> OTHERS =
      List.of(
          "hibernate.connection.",
          "hibernate.hikari.",
          "hibernate.agroal.",
          "hibernate.c3p0.",
          "hibernate.proxool.",
          "hibernate.cache.",
          "hibernate.javax.cache.",
          "hibernate.transaction.",
          "hibernate.search.",
          "hibernate.generate_statistics",
          "hibernate.session_factory_name",
          "hibernate.hbm2ddl.auto",
          "hibernate.hbm2ddl.import_files",
          "hibernate.boot.",
          "jakarta.persistence.jdbc.",
          "jakarta.persistence.jtaDataSource",
          "jakarta.persistence.nonJtaDataSource",
          "jakarta.persistence.transactionType",
          "jakarta.persistence.sharedCache",
          "jakarta.persistence.schema-generation.",
          "jakarta.persistence.hibernate.hbm2ddl.auto");

  /** What the names of passwords and the like have in them. */
  private static final List<String> SECRETS =
      List.of("password", "passwd", "pwd", "secret", "token", "credential");

  /** Hibernate's answers to questions that decide names and types, where nothing is set. */
  private static final Map<String, String> DEFAULTS =
      new TreeMap<>(
          Map.of(
              "hibernate.auto_quote_keyword", "false",
              "hibernate.globally_quoted_identifiers", "false",
              "hibernate.default_schema", "that of the connection",
              "hibernate.timezone.default_storage", "DEFAULT"));

  UsedSettings {
    given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
    unused = List.copyOf(unused);
  }

  /** Sorts the settings that were found. */
  static UsedSettings of(Collection<Setting> found) {
    SortedMap<String, Setting> given = new TreeMap<>();
    List<String> others = new ArrayList<>();
    for (Setting setting : found) {
      if (OTHERS.stream().anyMatch(setting.name()::startsWith)) {
        others.add(setting.name());
      } else {
        given.put(setting.name(), setting);
      }
    }
    return new UsedSettings(
        given,
        others.isEmpty()
            ? List.of()
            : List.of(
                "settings without effect, since no connection is opened: "
                    + String.join(", ", others)));
  }

  /** What Hibernate gets. */
  Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    given.forEach((name, setting) -> properties.put(name, setting.value()));
    return properties;
  }

  /** True where join tables are named as Spring Boot names them. */
  boolean springNaming() {
    Setting implicit = given.get(IMPLICIT);
    return implicit != null && SpringNaming.isImplicit(implicit.value());
  }

  /** All settings, with Hibernate's answers where nothing was set, sorted by name. */
  List<Setting> inForce(List<BootedSchema> schemas) {
    SortedMap<String, Setting> all = new TreeMap<>();
    DEFAULTS.forEach((name, value) -> all.put(name, new Setting(name, value, "default")));
    for (BootedSchema schema : schemas) {
      for (Setting setting : schema.settings()) {
        boolean ofDialect = setting.name().equals("hibernate.dialect");
        String name = ofDialect ? setting.name() + " for " + schema.dialect() : setting.name();
        all.put(name, new Setting(name, setting.value(), setting.origin()));
      }
    }
    given.forEach((name, setting) -> all.put(name, masked(setting)));
    return List.copyOf(all.values());
  }

  private static Setting masked(Setting setting) {
    String name = setting.name().toLowerCase(Locale.ROOT);
    String value = setting.value().toLowerCase(Locale.ROOT);
    // An address of a database may have a password in it.
    boolean secret =
        SECRETS.stream().anyMatch(word -> name.contains(word) || value.contains(word + "="))
            || value.contains("://") && value.contains("@");
    return secret ? new Setting(setting.name(), "***", setting.origin()) : setting;
  }
}
