package dev.limbeck.command;

import dev.limbeck.autogenerate.EntityModel.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The settings of Hibernate that have a say in a fact. */
final class RelevantSettings {
  private static final List<String> NAMES =
      List.of("hibernate.physical_naming_strategy", "hibernate.implicit_naming_strategy");
  private static final List<String> NAMES_OF_SEQUENCES =
      List.of("hibernate.id.db_structure_naming_strategy", "hibernate.physical_naming_strategy");
  private static final List<String> NULLS = List.of("jakarta.persistence.validation.mode");
  private static final List<String> TYPES_OF_ENUMS =
      List.of("hibernate.type.prefer_native_enum_types");
  private static final String NOT_SET = "not set";

  /** By the beginning of a type's name, on either side: what could have chosen another type. */
  private static final Map<String, List<String>> TYPES =
      Map.ofEntries(
          Map.entry("uuid", List.of("hibernate.type.preferred_uuid_jdbc_type")),
          Map.entry("boolean", List.of("hibernate.type.preferred_boolean_jdbc_type")),
          Map.entry(
              "timestamp",
              List.of(
                  "hibernate.type.preferred_instant_jdbc_type",
                  "hibernate.timezone.default_storage")),
          Map.entry("time", List.of("hibernate.timezone.default_storage")),
          Map.entry("interval", List.of("hibernate.type.preferred_duration_jdbc_type")),
          Map.entry("numeric(21", List.of("hibernate.type.preferred_duration_jdbc_type")),
          Map.entry("nvarchar", List.of("hibernate.use_nationalized_character_data")),
          Map.entry("nchar", List.of("hibernate.use_nationalized_character_data")),
          Map.entry("nclob", List.of("hibernate.use_nationalized_character_data")));

  private RelevantSettings() {}

  /**
   * The settings in force that have a say, those that nobody set among them.
   *
   * @param inForce all settings in force
   */
  static List<Setting> of(Difference difference, List<Setting> inForce) {
    Map<String, Setting> byName = new TreeMap<>();
    inForce.forEach(setting -> byName.put(setting.name(), setting));
    List<Setting> relevant = new ArrayList<>();
    for (String name : names(difference)) {
      relevant.add(byName.getOrDefault(name, new Setting(name, NOT_SET, "default")));
    }
    return relevant;
  }

  private static List<String> names(Difference difference) {
    return switch (difference.line().kind()) {
      case "add_table",
          "drop_table",
          "rename_table",
          "add_column",
          "drop_column",
          "rename_column" ->
          NAMES;
      case "add_sequence", "drop_sequence", "rename_sequence" -> NAMES_OF_SEQUENCES;
      case "add_type", "drop_type", "alter_labels" -> TYPES_OF_ENUMS;
      case "alter_nullable" -> NULLS;
      case "alter_type" -> ofTypes(difference.from(), difference.to());
      default -> List.of();
    };
  }

  private static List<String> ofTypes(@Nullable String from, @Nullable String to) {
    List<String> names = new ArrayList<>();
    for (String type : new String[] {from, to}) {
      String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
      if (lower.endsWith("[]")) {
        names.add("hibernate.type.preferred_array_jdbc_type");
      }
      TYPES.forEach(
          (start, settings) -> {
            if (lower.startsWith(start)) {
              names.addAll(settings);
            }
          });
    }
    return names.stream().distinct().sorted().toList();
  }
}
