package dev.limbeck.plan;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Projection;
import dev.limbeck.migration.Recording;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fits operations on types to the schema that is there; see {@link OperationResolver}. */
final class TypeOperationResolver implements TypeOperation.Visitor<@Nullable Operation> {
  private final Dialect dialect;
  private final Projection projection;
  private final DatabaseModel before;
  private final Misfit misfit;
  private final Recording recording;
  private final Consumer<Notice> notices;

  TypeOperationResolver(
      Dialect dialect,
      DatabaseModel before,
      Misfit misfit,
      Recording recording,
      Consumer<Notice> notices) {
    this.dialect = dialect;
    this.projection = dialect.projection();
    this.before = before;
    this.misfit = misfit;
    this.recording = recording;
    this.notices = notices;
  }

  @Override
  public @Nullable Operation createEnumType(CreateEnumType operation) {
    if (projection.enumType(operation.type()) == null) {
      return null;
    }
    return before.enumType(operation.type().name()) == null
        ? operation
        : skipped("type " + operation.type().name() + " is there");
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
      throw missing(operation, "alterEnumType(\"" + operation.name() + "\")", "type", shown.name());
    }
    LabelChange change = operation.change();
    List<String> after = change.applyTo(type.labels());
    if (after.equals(type.labels())) {
      return skipped("type " + shown.name() + " is already so");
    }
    List<String> missing = change.missingIn(type.labels());
    if (!missing.isEmpty()) {
      throw misfit.error(
          recording.line(operation),
          "alterEnumType(\"" + operation.name() + "\") expects the labels " + missing,
          "but " + shown.name() + " has " + type.labels() + ".",
          "Another branch or a hand probably changed it. Correct the \"from\" labels.");
    }
    if (!type.labels().equals(change.from())) {
      notices.accept(
          new Notice(
              Notice.Level.WARNING,
              "type "
                  + shown.name()
                  + " has the labels "
                  + type.labels()
                  + ", not "
                  + change.from()
                  + "; those that nobody speaks of stay"));
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
      return skipped("type " + from.name() + " is already named " + to.name());
    }
    throw missing(
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
      return skipped(
          "label "
              + operation.from()
              + " of "
              + shown.name()
              + " is already named "
              + operation.to());
    }
    throw misfit.error(
        recording.line(operation),
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
        : skipped("domain " + name + " is there");
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
      throw missing(operation, "alterDomain(\"" + operation.name() + "\")", "domain", name);
    }
    AlterDomain fitting = new DomainFit(dialect, domain, misfit, recording, notices).of(operation);
    return fitting.isEmpty() ? skipped("domain " + name + " is already so") : fitting;
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
      return skipped("domain " + from + " is already named " + to);
    }
    throw missing(operation, "renameDomain(\"" + operation.from() + "\", …)", "domain", from);
  }

  private @Nullable Operation skipped(String what) {
    notices.accept(new Notice(Notice.Level.SKIPPED, what + ": skipped"));
    return null;
  }

  private RuntimeException missing(
      Operation operation, String call, String kind, QualifiedName name) {
    return misfit.error(
        recording.line(operation),
        call + " needs a " + kind,
        "but there is no " + kind + " " + name + ".",
        "See `limbeck current` and `limbeck history` for where the database stands.");
  }
}
