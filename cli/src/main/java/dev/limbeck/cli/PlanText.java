package dev.limbeck.cli;

import dev.limbeck.command.DeploymentPlan;
import dev.limbeck.command.PlannedLoss;
import dev.limbeck.command.PlannedRevision;
import dev.limbeck.dialect.TableLock;
import dev.limbeck.dialect.TableSize;
import dev.limbeck.graph.Direction;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.plan.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan, for people. */
final class PlanText {
  private static final long KIBI = 1024;

  private final List<String> lines = new ArrayList<>();

  private PlanText() {}

  /** Writes the plan as the result. */
  static void show(DeploymentPlan plan, Console console) {
    lines(plan).forEach(console::result);
    if (plan.revisions().isEmpty()) {
      console.talk("Nothing to do.");
    }
  }

  private static List<String> lines(DeploymentPlan plan) {
    PlanText text = new PlanText();
    boolean together = plan.transactions() == Transactions.ALL;
    if (together && !plan.revisions().isEmpty()) {
      text.lines.add("all in one transaction:");
      text.lines.add("");
    }
    plan.revisions().forEach(revision -> text.revision(revision, together));
    plan.concerns().forEach(text::concern);
    text.tables(plan.tables());
    text.losses(plan.losses());
    return List.copyOf(text.lines);
  }

  private void revision(PlannedRevision planned, boolean together) {
    RevisionNode node = planned.step().revision();
    boolean up = planned.step().direction() == Direction.UPGRADE;
    lines.add(
        ((up ? "upgrade " : "downgrade ") + node.id() + "  " + node.message()).stripTrailing());
    if (planned.parts().isEmpty()) {
      lines.add("  nothing but the version row");
    }
    int number = 1;
    for (PlannedRevision.Part part : planned.parts()) {
      String step = planned.parts().size() == 1 ? "" : "step " + number++ + ", ";
      if (!together) {
        lines.add(
            "  "
                + step
                + (part.inTransaction() ? "in one transaction:" : "outside of any transaction:"));
      }
      part.lines().forEach(this::line);
    }
    lines.add("");
  }

  private void line(PlannedRevision.Line line) {
    line.notices().forEach(notice -> lines.add("    -- " + notice.text()));
    if (line.provisional()) {
      lines.add("    -- provisional: SQL or Java before it may change what is needed here");
    }
    String text = line.isSql() ? line.text().strip() : "Java: " + line.text();
    lines.add("    " + text.replace("\n", "\n    "));
    for (TableLock lock : line.locks()) {
      lines.add("      locks " + lock.object() + ": " + lock.mode() + "; " + lock.effect());
    }
  }

  private void concern(String concern) {
    concern.lines().forEach(lines::add);
    lines.add("");
  }

  private void tables(List<TableSize> tables) {
    if (tables.isEmpty()) {
      return;
    }
    lines.add("tables that are there:");
    int width =
        tables.stream().mapToInt(size -> size.table().toString().length()).max().orElseThrow();
    for (TableSize size : tables) {
      String name = size.table().toString();
      Long bytes = size.bytes();
      lines.add(
          "  "
              + name
              + " ".repeat(width - name.length())
              + "  "
              + (size.estimated() ? "about " : "")
              + String.format(Locale.ROOT, "%,d", size.rows())
              + (size.rows() == 1 ? " row" : " rows")
              + (bytes == null ? "" : ", " + bytes(bytes)));
    }
    lines.add("");
  }

  private static String bytes(long bytes) {
    String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB"};
    int unit = 0;
    double value = bytes;
    while (value >= KIBI && unit + 1 < units.length) {
      value /= KIBI;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
  }

  private void losses(List<PlannedLoss> losses) {
    if (losses.isEmpty()) {
      return;
    }
    lines.add("would be lost:");
    for (PlannedLoss loss : losses) {
      Long rows = loss.rows();
      String count =
          rows == null
              ? ""
              : ": " + String.format(Locale.ROOT, "%,d", rows) + (rows == 1 ? " row" : " rows");
      lines.add(
          "  "
              + loss.revision()
              + "  "
              + loss.what().strip().replace("\n", "\n    ")
              + count
              + (rows != null && loss.what().startsWith("column ")
                  ? (rows == 1 ? " has a value" : " have a value")
                  : ""));
    }
  }
}
