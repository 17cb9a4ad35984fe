package dev.limbeck.cli;

import dev.limbeck.command.ChangedLine;
import dev.limbeck.command.ChangedRevision;
import dev.limbeck.command.OperationLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Differences as JSON, an object a line. */
final class DifferencesJson {
  private DifferencesJson() {}

  static List<String> lines(
      List<OperationLine> differences, List<ChangedRevision> changed, List<String> notes) {
    List<String> lines = new ArrayList<>();
    lines.add("{");
    lines.add("  \"differences\": [");
    for (int i = 0; i < differences.size(); i++) {
      lines.add("    " + object(differences.get(i)) + (i + 1 < differences.size() ? "," : ""));
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

  private static String object(OperationLine line) {
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
