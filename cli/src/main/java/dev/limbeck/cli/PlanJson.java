package dev.limbeck.cli;

import dev.limbeck.command.DeploymentPlan;
import dev.limbeck.command.PlannedLoss;
import dev.limbeck.command.PlannedRevision;
import dev.limbeck.dialect.TableLock;
import dev.limbeck.dialect.TableSize;
import dev.limbeck.plan.Notice;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plan as JSON: one object, with a line for each statement. */
final class PlanJson {
  private PlanJson() {}

  static String of(DeploymentPlan plan) {
    return "{\n  \"transactions\": "
        + word(plan.transactions())
        + ",\n  \"revisions\": "
        + list("  ", plan.revisions(), PlanJson::revision)
        + ",\n  \"risks\": "
        + list("  ", plan.concerns(), JsonText::of)
        + ",\n  \"tables\": "
        + list("  ", plan.tables(), PlanJson::table)
        + ",\n  \"losses\": "
        + list("  ", plan.losses(), PlanJson::loss)
        + "\n}";
  }

  private static String revision(PlannedRevision planned) {
    return "{"
        + JsonText.members(planned.step())
        + ", \"groups\": "
        + list("    ", planned.parts(), PlanJson::group)
        + "}";
  }

  private static String group(PlannedRevision.Part part) {
    return "{\"inTransaction\": "
        + part.inTransaction()
        + ", \"statements\": "
        + list("      ", part.lines(), PlanJson::statement)
        + "}";
  }

  private static String statement(PlannedRevision.Line line) {
    return "{"
        + JsonText.member(line.isSql() ? "sql" : "java", line.text())
        + ", \"provisional\": "
        + line.provisional()
        + ", \"locks\": "
        + inline(line.locks(), PlanJson::lock)
        + ", \"notices\": "
        + inline(line.notices(), PlanJson::notice)
        + "}";
  }

  private static String lock(TableLock lock) {
    return "{"
        + JsonText.member("object", lock.object())
        + ", "
        + JsonText.member("mode", lock.mode())
        + ", "
        + JsonText.member("effect", lock.effect())
        + "}";
  }

  private static String notice(Notice notice) {
    return "{\"level\": "
        + word(notice.level())
        + ", "
        + JsonText.member("text", notice.text())
        + "}";
  }

  private static String table(TableSize size) {
    return "{"
        + JsonText.member("table", size.table().toString())
        + ", \"rows\": "
        + size.rows()
        + ", \"estimated\": "
        + size.estimated()
        + ", \"bytes\": "
        + size.bytes()
        + "}";
  }

  private static String loss(PlannedLoss loss) {
    return "{"
        + JsonText.member("revision", loss.revision())
        + ", "
        + JsonText.member("what", loss.what().strip())
        + ", \"rows\": "
        + loss.rows()
        + "}";
  }

  private static String word(Enum<?> value) {
    return JsonText.of(value.name().toLowerCase(Locale.ROOT));
  }

  /** Each in a line of its own, further in than the list. */
  private static <T> String list(String margin, List<T> values, Function<T, String> json) {
    return values.isEmpty()
        ? "[]"
        : values.stream()
            .map(value -> margin + "  " + json.apply(value))
            .collect(Collectors.joining(",\n", "[\n", "\n" + margin + "]"));
  }

  private static <T> String inline(List<T> values, Function<T, String> json) {
    return values.stream().map(json).collect(Collectors.joining(", ", "[", "]"));
  }
}
