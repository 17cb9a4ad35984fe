package dev.limbeck.cli;

import dev.limbeck.config.ConfigurationKey;
import dev.limbeck.config.LimbeckProperties;
import dev.limbeck.filter.ObjectPattern;
import dev.limbeck.filter.ObjectRules;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which objects are compared, beside what the settings say. */
final class ObjectOptions {
  private static final String USAGE = "LMB-501";
  private static final String SETTING = "LMB-106";

  @Option(
      names = "--include",
      paramLabel = "KIND:PATTERN",
      description = {
        "Compare only these objects: table:billing_*, schema:sales. It goes before"
            + " autogenerate.include."
      })
  private List<String> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "KIND:PATTERN",
      description =
          "Leave these objects as they are, beside those of autogenerate.exclude: table:qrtz_*.")
  private List<String> exclude = new ArrayList<>();

  /** The rules of settings and options. */
  ObjectRules rules(LimbeckProperties properties) {
    List<ObjectPattern> excluded =
        new ArrayList<>(patterns(properties, ConfigurationKey.AUTOGENERATE_EXCLUDE));
    excluded.addAll(patterns(exclude, "--exclude"));
    return new ObjectRules(
        include.isEmpty()
            ? patterns(properties, ConfigurationKey.AUTOGENERATE_INCLUDE)
            : patterns(include, "--include"),
        excluded);
  }

  private static List<ObjectPattern> patterns(List<String> texts, String option) {
    return ObjectPattern.parse(String.join(",", texts), option, USAGE);
  }

  private static List<ObjectPattern> patterns(LimbeckProperties properties, ConfigurationKey key) {
    String text = properties.text(key);
    return text == null ? List.of() : ObjectPattern.parse(text, properties.where(key), SETTING);
  }
}
