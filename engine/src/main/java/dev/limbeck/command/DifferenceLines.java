package dev.limbeck.command;

import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Says what differs, in lines. As {@link OperationLines}, but a constraint or index that is dropped
 * and added in another form is one object that differs: a line for each of its facts.
 */
public final class DifferenceLines {

  /** When an added part is another state of a dropped one, the surest sign first. */
  private static final List<BiPredicate<TablePart, TablePart>> SIGNS =
      List.of(
          (dropped, added) -> dropped.isOfKindOf(added) && dropped.hasNameOf(added),
          (dropped, added) -> dropped.isOfKindOf(added) && dropped.isAboutSameAs(added),
          TablePart::hasNameOf,
          (dropped, added) -> dropped.isUniqueAs(added));

  private final List<TablePart> added = new ArrayList<>();
  private final Set<TableAlteration> said = Collections.newSetFromMap(new IdentityHashMap<>());

  private DifferenceLines(List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof AlterTable alter) {
        alter
            .alterations()
            .forEach(
                alteration -> {
                  TablePart part = TablePart.added(alter.table(), alteration);
                  if (part != null) {
                    added.add(part);
                  }
                });
      }
    }
  }

  /** The lines of what these operations do away with, in their order. */
  public static List<OperationLine> of(List<Operation> operations) {
    DifferenceLines differences = new DifferenceLines(operations);
    List<OperationLine> lines = new ArrayList<>();
    for (Operation operation : withLabelsAtOnce(operations)) {
      if (operation instanceof AlterTable alter) {
        for (TableAlteration alteration : alter.alterations()) {
          lines.addAll(differences.lines(alter, alteration));
        }
      } else if (operation instanceof Operation.OnlyOn only) {
        of(only.operations()).forEach(line -> lines.add(onlyOn(line, only.dialect())));
      } else {
        lines.addAll(OperationLines.of(List.of(operation)));
      }
    }
    return lines;
  }

  /** Labels of a type come before tables change and go after it, which is one difference. */
  private static List<Operation> withLabelsAtOnce(List<Operation> operations) {
    List<Operation> all = new ArrayList<>();
    Map<QualifiedName, Integer> places = new HashMap<>();
    for (Operation operation : operations) {
      Integer place =
          operation instanceof AlterEnumType alter
              ? places.putIfAbsent(alter.name(), all.size())
              : null;
      if (place == null) {
        all.add(operation);
      } else {
        AlterEnumType first = (AlterEnumType) all.get(place);
        AlterEnumType last = (AlterEnumType) operation;
        all.set(
            place,
            new AlterEnumType(
                first.name(),
                new Changed<>(first.labels().from(), last.labels().to()),
                last.remaps(),
                last.columns(),
                last.rebuild()));
      }
    }
    return all;
  }

  private static OperationLine onlyOn(OperationLine line, String dialect) {
    return new OperationLine(
        line.kind(), line.object(), line.name(), line.from(), line.to(), "only on " + dialect);
  }

  private List<OperationLine> lines(AlterTable alter, TableAlteration alteration) {
    if (said.contains(alteration)) {
      return List.of();
    }
    TablePart dropped = TablePart.dropped(alter.table(), alteration);
    TablePart partner = dropped == null ? null : partner(dropped);
    List<OperationLine> lines =
        dropped == null || partner == null ? List.of() : changed(dropped, partner);
    if (lines.isEmpty()) {
      return OperationLines.ofTable(alter.table().toString(), alteration);
    }
    said.add(partner.alteration());
    return lines;
  }

  private @Nullable TablePart partner(TablePart dropped) {
    for (BiPredicate<TablePart, TablePart> sign : SIGNS) {
      for (TablePart part : added) {
        if (!said.contains(part.alteration())
            && part.table().equals(dropped.table())
            && sign.test(dropped, part)) {
          return part;
        }
      }
    }
    return null;
  }

  /** A line for each fact that differs; empty where none does. */
  private static List<OperationLine> changed(TablePart from, TablePart to) {
    if (!from.isOfKindOf(to)) {
      return List.of(line(to, from.kindInWords(), to.kindInWords()));
    }
    List<OperationLine> lines = new ArrayList<>();
    for (Map.Entry<String, String> fact : from.facts().entrySet()) {
      String value = to.facts().get(fact.getKey());
      if (!fact.getValue().equals(value)) {
        lines.add(line(to, fact.getValue(), value));
      }
    }
    return lines;
  }

  private static OperationLine line(TablePart part, String from, @Nullable String to) {
    return new OperationLine(
        "alter_" + part.kind(), part.table().toString(), part.shownName(), from, to, null);
  }
}
