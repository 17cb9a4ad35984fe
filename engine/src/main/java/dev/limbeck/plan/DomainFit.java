package dev.limbeck.plan;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.TypeSystem;
import dev.limbeck.model.Check;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Domain;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.DomainChecks;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fits a change of a domain to the domain that is there, as {@link AlterationResolver} does it with
 * a column: what is so already is left out, a type that nobody expects is an error.
 */
record DomainFit(Dialect dialect, Domain domain, Findings findings) {

  /** What is left to do; empty where all of it is done. */
  AlterDomain of(AlterDomain change) {
    Changed<Boolean> nullable = change.nullable();
    return new AlterDomain(
        domain.name(),
        type(change),
        nullable == null || Objects.equals(nullable.to(), domain.nullable()) ? null : nullable,
        change.defaultValue(),
        checks(change));
  }

  private @Nullable Changed<ColumnType> type(AlterDomain change) {
    if (change.type() == null) {
      return null;
    }
    TypeSystem types = dialect.types();
    ColumnType from = requireNonNull(change.type().from(), "from");
    ColumnType to = requireNonNull(change.type().to(), "to");
    ColumnType canonical = types.canonical(domain.type());
    if (types.canonical(to).equals(canonical)) {
      return null;
    }
    if (types.canonical(from).equals(canonical)) {
      return change.type();
    }
    if (types.isSafeCast(domain.type(), to)) {
      findings.warn(
          "domain "
              + domain.name()
              + " is made of "
              + domain.type()
              + ", not "
              + from
              + "; every value fits "
              + to);
      return new Changed<>(domain.type(), to);
    }
    throw findings.error(
        change,
        "alterDomain(\"" + change.name() + "\") expects " + from,
        "but " + domain.name() + " is made of " + domain.type() + ".",
        "Another branch or a hand probably changed it. Correct the \"from\" type.");
  }

  private List<Changed<Check>> checks(AlterDomain change) {
    List<Changed<Check>> left = new ArrayList<>();
    for (Changed<Check> each : change.checks()) {
      Check from = each.from() == null ? null : named(each.from());
      Check to = each.to() == null ? null : named(each.to());
      Check before = from == null ? null : DomainChecks.find(domain.checks(), from);
      boolean done =
          before == null && (to == null || DomainChecks.find(domain.checks(), to) != null);
      if (!done) {
        left.add(
            new Changed<>(
                before == null || from == null ? null : new Check(before.name(), from.condition()),
                to));
      }
    }
    return left;
  }

  private Check named(Check check) {
    return new Check(
        dialect.projection().name(requireNonNull(check.name(), "name")), check.condition());
  }
}
