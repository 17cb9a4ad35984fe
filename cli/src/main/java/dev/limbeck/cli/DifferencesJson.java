package dev.limbeck.cli;

import dev.limbeck.autogenerate.EntityModel.Setting;
import dev.limbeck.command.ChangedLine;
import dev.limbeck.command.ChangedRevision;
import dev.limbeck.command.Explanation;
import dev.limbeck.command.OperationLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Differences as JSON, an object a line. */
final class DifferencesJson {
  private DifferencesJson() {}

  /**
   * The lines.
   *
   * @param explanations one for each difference, or none at all
   */
  static List<String> lines(
      List<OperationLine> differences,
      List<Explanation> explanations,
      List<ChangedRevision> changed,
      List<String> notes) {
    List<String> lines = new ArrayList<>();
    lines.add("{");
    lines.add("  \"differences\": [");
    for (int i = 0; i < differences.size(); i++) {
      Explanation explanation = explanations.isEmpty() ? null : explanations.get(i);
      lines.add(
          "    "
              + object(differences.get(i), explanation)
              + (i + 1 < differences.size() ? "," : ""));
    }
    lines.add("  ],");
    lines.add("  \"changed_revisions\": [");
    for (int i = 0; i < changed.size(); i++) {
      lines.add("    " + object(changed.get(i)) + (i + 1 < changed.size() ? "," : ""));
    }
    lines.add("  ],");
    lines.add("  \"notes\": [");
    for (int i = 0; i < notes.size(); i++) {
      lines.add("    " + JsonText.of(notes.get(i)) + (i + 1 < notes.size() ? "," : ""));
    }
    lines.add("  ]");
    lines.add("}");
    return lines;
  }

  private static String object(OperationLine line, @Nullable Explanation explanation) {
    return "{\"kind\": "
        + JsonText.of(line.kind())
        + ", \"object\": "
        + JsonText.of(line.object())
        + ", \"name\": "
        + JsonText.of(line.name())
        + ", \"from\": "
        + JsonText.of(line.from())
        + ", \"to\": "
        + JsonText.of(line.to())
        + ", \"condition\": "
        + JsonText.of(line.condition())
        + (explanation == null ? "" : ", \"explanation\": " + object(explanation))
        + "}";
  }

  private static String object(Explanation explanation) {
    return "{\"database\": "
        + object(explanation.database())
        + ", \"entities\": "
        + object(explanation.entities())
        + ", \"revisions\": "
        + object(explanation.revisions())
        + ", \"revision\": "
        + JsonText.of(explanation.revision())
        + ", \"settings\": ["
        + explanation.settings().stream()
            .map(DifferencesJson::object)
            .collect(Collectors.joining(", "))
        + "], \"cause\": "
        + JsonText.of(explanation.cause().name().toLowerCase(Locale.ROOT))
        + ", \"reason\": "
        + JsonText.of(explanation.reason())
        + "}";
  }

  private static String object(Explanation.Side side) {
    return "{\"value\": "
        + JsonText.of(side.value())
        + ", \"from\": ["
        + side.from().stream().map(JsonText::of).collect(Collectors.joining(", "))
        + "]}";
  }

  private static String object(Setting setting) {
    return "{\"name\": "
        + JsonText.of(setting.name())
        + ", \"value\": "
        + JsonText.of(setting.value())
        + ", \"origin\": "
        + JsonText.of(setting.origin())
        + "}";
  }

  private static String object(ChangedRevision changed) {
    return "{\"revision\": "
        + JsonText.of(changed.header().id())
        + ", \"origin\": "
        + JsonText.of(changed.header().origin())
        + ", \"applied\": "
        + JsonText.of(changed.applied())
        + ", \"changes\": ["
        + changed.lines().stream().map(DifferencesJson::object).collect(Collectors.joining(", "))
        + "]}";
  }

  private static String object(ChangedLine line) {
    return "{\"method\": "
        + JsonText.of(line.method())
        + ", \"change\": "
        + JsonText.of(line.kind().name().toLowerCase(Locale.ROOT))
        + ", \"operation\": "
        + JsonText.of(line.text())
        + "}";
  }
}
