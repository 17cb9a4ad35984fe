package dev.limbeck.plan;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Projection;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.LabelChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.TypeOperation;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@link OperationResolver} for types. */
abstract sealed class TypeOperationResolver implements TypeOperation.Visitor<@Nullable Operation>
    permits OperationResolver {
  final Dialect dialect;
  final Projection projection;
  final DatabaseModel before;
  final Findings findings;

  TypeOperationResolver(Dialect dialect, DatabaseModel before, Findings findings) {
    this.dialect = dialect;
    this.projection = dialect.projection();
    this.before = before;
    this.findings = findings;
  }

  @Override
  public @Nullable Operation createEnumType(CreateEnumType operation) {
    if (projection.enumType(operation.type()) == null) {
      return null;
    }
    return before.enumType(operation.type().name()) == null
        ? operation
        : findings.skipped("type " + operation.type().name() + " is there");
  }

  @Override
  public @Nullable Operation dropEnumType(DropEnumType operation) {
    return before.enumType(operation.name()) == null
        ? null
        : new DropEnumType(operation.name(), before.enumType(operation.name()));
  }

  @Override
  public @Nullable Operation alterEnumType(AlterEnumType operation) {
    EnumType shown = projection.enumType(new EnumType(operation.name(), List.of()));
    if (shown == null) {
      return operation.change().removed().isEmpty() && operation.remaps().isEmpty()
          ? null
          : new AlterEnumType(
              operation.name(),
              operation.labels(),
              operation.remaps(),
              there(operation.columns()),
              operation.rebuild());
    }
    EnumType type = before.enumType(shown.name());
    if (type == null) {
      throw findings.missing(
          operation, "alterEnumType(\"" + operation.name() + "\")", "type", shown.name());
    }
    LabelChange change = operation.change();
    List<String> after = change.applyTo(type.labels());
    if (after.equals(type.labels())) {
      return findings.skipped("type " + shown.name() + " is already so");
    }
    List<String> missing = change.missingIn(type.labels());
    if (!missing.isEmpty()) {
      throw findings.error(
          operation,
          "alterEnumType(\"" + operation.name() + "\") expects the labels " + missing,
          "but " + shown.name() + " has " + type.labels() + ".",
          "Another branch or a hand probably changed it. Correct the \"from\" labels.");
    }
    if (!type.labels().equals(change.from())) {
      findings.warn(
          "type "
              + shown.name()
              + " has the labels "
              + type.labels()
              + ", not "
              + change.from()
              + "; those that nobody speaks of stay");
    }
    return new AlterEnumType(
        shown.name(),
        new Changed<>(type.labels(), after),
        operation.remaps(),
        operation.columns(),
        operation.rebuild());
  }

  /** The columns in the database's names, as far as they are there. */
  private List<EnumColumn> there(List<EnumColumn> columns) {
    return columns.stream()
        .map(each -> new EnumColumn(projection.name(each.table()), projection.name(each.column())))
        .filter(
            each -> {
              Table table = before.table(each.table());
              return table != null && table.column(each.column()) != null;
            })
        .toList();
  }

  @Override
  public @Nullable Operation renameEnumType(RenameEnumType operation) {
    EnumType from = projection.enumType(new EnumType(operation.from(), List.of()));
    EnumType to = projection.enumType(new EnumType(operation.to(), List.of()));
    if (from == null || to == null) {
      return null;
    }
    if (before.enumType(from.name()) != null) {
      return new RenameEnumType(from.name(), to.name());
    }
    if (before.enumType(to.name()) != null) {
      return findings.skipped("type " + from.name() + " is already named " + to.name());
    }
    throw findings.missing(
        operation, "renameEnumType(\"" + operation.from() + "\", …)", "type", from.name());
  }

  @Override
  public @Nullable Operation renameEnumLabel(RenameEnumLabel operation) {
    EnumType shown = projection.enumType(new EnumType(operation.type(), List.of()));
    if (shown == null) {
      return new RenameEnumLabel(
          operation.type(), operation.from(), operation.to(), there(operation.columns()));
    }
    EnumType type = before.enumType(shown.name());
    if (type != null && type.labels().contains(operation.from())) {
      return new RenameEnumLabel(
          shown.name(), operation.from(), operation.to(), operation.columns());
    }
    if (type != null && type.labels().contains(operation.to())) {
      return findings.skipped(
          "label "
              + operation.from()
              + " of "
              + shown.name()
              + " is already named "
              + operation.to());
    }
    throw findings.error(
        operation,
        "renameEnumLabel(\"" + operation.type() + "\", …) needs the label " + operation.from(),
        type == null
            ? "but there is no type " + shown.name() + "."
            : "but " + shown.name() + " has " + type.labels() + ".",
        "Another branch or a hand probably changed it.");
  }

  @Override
  public @Nullable Operation createDomain(CreateDomain operation) {
    QualifiedName name = projection.name(operation.domain().name());
    if (!projection.hasDomains()) {
      return null;
    }
    return before.domain(name) == null
        ? new CreateDomain(operation.domain().withName(name))
        : findings.skipped("domain " + name + " is there");
  }

  @Override
  public @Nullable Operation dropDomain(DropDomain operation) {
    Domain domain = before.domain(projection.name(operation.name()));
    return domain == null ? null : new DropDomain(domain.name(), domain);
  }

  @Override
  public @Nullable Operation alterDomain(AlterDomain operation) {
    if (!projection.hasDomains()) {
      return null;
    }
    QualifiedName name = projection.name(operation.name());
    Domain domain = before.domain(name);
    if (domain == null) {
      throw findings.missing(
          operation, "alterDomain(\"" + operation.name() + "\")", "domain", name);
    }
    AlterDomain fitting = new DomainFit(dialect, domain, findings).of(operation);
    return fitting.isEmpty() ? findings.skipped("domain " + name + " is already so") : fitting;
  }

  @Override
  public @Nullable Operation renameDomain(RenameDomain operation) {
    if (!projection.hasDomains()) {
      return null;
    }
    QualifiedName from = projection.name(operation.from());
    QualifiedName to = projection.name(operation.to());
    if (before.domain(from) != null) {
      return new RenameDomain(from, to);
    }
    if (before.domain(to) != null) {
      return findings.skipped("domain " + from + " is already named " + to);
    }
    throw findings.missing(
        operation, "renameDomain(\"" + operation.from() + "\", …)", "domain", from);
  }
}
