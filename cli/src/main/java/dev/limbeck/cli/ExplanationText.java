package dev.limbeck.cli;

import dev.limbeck.autogenerate.EntityModel.Setting;
import dev.limbeck.command.Explanation;
import dev.limbeck.command.Explanation.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Explained differences for people: the difference, and below it a line for each side and the
 * reason.
 *
 * <pre>
 * alter_type orders status varchar(24) -> varchar(16)
 *   database   varchar(24)  pg_attribute of orders.status: character varying(24)
 *   entities   varchar(16)  com.acme.Order.status
 *   revisions  varchar(16)  3f2a91c07b4d  orders get a status
 *   reason     entities and revisions agree: something that is no revision changed the database
 * </pre>
 */
final class ExplanationText {
  /** Values that are longer do not push the others to the right. */
  private static final int WIDEST = 40;

  private ExplanationText() {}

  static List<String> lines(List<Explanation> explanations) {
    List<String> lines = new ArrayList<>();
    for (Explanation explanation : explanations) {
      lines.add(explanation.difference().toString());
      List<Side> sides =
          List.of(explanation.database(), explanation.entities(), explanation.revisions());
      int width =
          sides.stream()
              .mapToInt(side -> value(side.value()).length())
              .filter(length -> length <= WIDEST)
              .max()
              .orElse(0);
      lines.add(line("database", explanation.database(), width));
      lines.add(line("entities", explanation.entities(), width));
      lines.add(line("revisions", explanation.revisions(), width));
      for (Setting setting : explanation.settings()) {
        lines.add(
            label("setting")
                + setting.name()
                + " = "
                + setting.value()
                + " ("
                + setting.origin()
                + ")");
      }
      lines.add(label("reason") + explanation.reason());
    }
    return lines;
  }

  private static String line(String label, Side side, int width) {
    String value = value(side.value());
    String from = String.join(", ", side.from());
    return (label(label)
            + value
            + (from.isEmpty() ? "" : " ".repeat(Math.max(0, width - value.length()) + 2) + from))
        .stripTrailing();
  }

  private static String label(String label) {
    return "  " + label + " ".repeat(11 - label.length());
  }

  private static String value(@Nullable String value) {
    return value == null ? "none" : String.join(" ", value.strip().split("\\s+"));
  }
}
