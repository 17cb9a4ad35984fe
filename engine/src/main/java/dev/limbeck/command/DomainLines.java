package dev.limbeck.command;

import dev.limbeck.model.Check;
import dev.limbeck.model.Domain;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a domain is, and what changes of it, in lines. */
final class DomainLines {
  private final String domain;
  private final @Nullable String condition;
  private final List<OperationLine> lines = new ArrayList<>();

  private DomainLines(String domain, @Nullable String condition) {
    this.domain = domain;
    this.condition = condition;
  }

  /** A line for each fact that changes. */
  static List<OperationLine> of(AlterDomain change, @Nullable String condition) {
    DomainLines all = new DomainLines(change.name().toString(), condition);
    if (change.type() != null) {
      all.fact("alter_domain_type", change.type());
    }
    if (change.nullable() != null) {
      all.fact(
          "alter_domain_nullable",
          new Changed<>(
              OperationLines.nullability(change.nullable().from()),
              OperationLines.nullability(change.nullable().to())));
    }
    if (change.defaultValue() != null) {
      all.fact(
          "alter_domain_default",
          new Changed<>(
              PartText.expression(change.defaultValue().from()),
              PartText.expression(change.defaultValue().to())));
    }
    change.checks().forEach(all::check);
    return List.copyOf(all.lines);
  }

  /** A created domain with all that it demands, a line for each check. */
  static List<String> details(Domain domain) {
    String head = "add_domain " + domain.name();
    List<String> lines = new ArrayList<>();
    lines.add(
        head
            + " "
            + domain.type()
            + (domain.nullable() ? "" : " not null")
            + PartText.fact(" default ", PartText.expression(domain.defaultValue())));
    domain.checks().forEach(check -> lines.add(head + ": " + PartText.constraint(check)));
    return lines;
  }

  private void fact(String kind, Changed<?> change) {
    line(kind, null, change.from(), change.to());
  }

  private void check(Changed<Check> change) {
    Check from = change.from();
    Check to = change.to();
    if (from == null && to != null) {
      line("add_domain_check", to.name(), null, null);
    } else if (from != null && to == null) {
      line("drop_domain_check", from.name(), null, null);
    } else if (from != null && to != null && from.condition().equals(to.condition())) {
      line("rename_domain_check", from.name(), null, to.name());
    } else if (from != null && to != null) {
      line(
          "alter_domain_check",
          from.name(),
          PartText.condition(from.condition()),
          PartText.condition(to.condition()));
    }
  }

  private void line(
      String kind, @Nullable Object name, @Nullable Object from, @Nullable Object to) {
    lines.add(new OperationLine(kind, domain, text(name), text(from), text(to), condition));
  }

  private static @Nullable String text(@Nullable Object fact) {
    return fact == null ? null : fact.toString();
  }
}
