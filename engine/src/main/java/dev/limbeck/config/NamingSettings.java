package dev.limbeck.config;

import dev.limbeck.model.NamePattern;
import dev.limbeck.model.NamedPart;
import dev.limbeck.model.NamingConvention;
import java.util.EnumMap;
import java.util.Map;

/** The naming convention of the settings: {@code naming.primary-key} and the like. */
public final class NamingSettings {
  private static final Map<NamedPart, ConfigurationKey> KEYS =
      Map.of(
          NamedPart.PRIMARY_KEY, ConfigurationKey.NAMING_PRIMARY_KEY,
          NamedPart.UNIQUE, ConfigurationKey.NAMING_UNIQUE,
          NamedPart.FOREIGN_KEY, ConfigurationKey.NAMING_FOREIGN_KEY,
          NamedPart.CHECK, ConfigurationKey.NAMING_CHECK,
          NamedPart.INDEX, ConfigurationKey.NAMING_INDEX,
          NamedPart.UNIQUE_INDEX, ConfigurationKey.NAMING_UNIQUE_INDEX);

  private NamingSettings() {}

  /**
   * The convention; the standard one for what is not set.
   *
   * @throws dev.limbeck.LimbeckException LMB-106 where a pattern is not understood
   */
  public static NamingConvention of(LimbeckProperties properties) {
    Map<NamedPart, NamePattern> patterns = new EnumMap<>(NamedPart.class);
    KEYS.forEach(
        (part, key) -> {
          String text = properties.text(key);
          if (text != null) {
            patterns.put(
                part, NamePattern.of(part, text, properties.where(key) + "   " + key.text()));
          }
        });
    return NamingConvention.standard().withPatterns(patterns);
  }
}
