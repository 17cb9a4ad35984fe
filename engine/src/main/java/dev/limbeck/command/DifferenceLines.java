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
import java.util.Objects;
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
    return differences(operations).stream().map(Difference::line).toList();
  }

  /** What these operations do away with, in their order. */
  static List<Difference> differences(List<Operation> operations) {
    DifferenceLines differences = new DifferenceLines(operations);
    List<Difference> found = new ArrayList<>();
    for (Operation operation : withLabelsAtOnce(operations)) {
      if (operation instanceof AlterTable alter) {
        for (TableAlteration alteration : alter.alterations()) {
          found.addAll(differences.of(alter, alteration));
        }
      } else if (operation instanceof Operation.OnlyOn only) {
        differences(only.operations()).forEach(each -> found.add(onlyOn(each, only.dialect())));
      } else {
        OperationLines.of(List.of(operation))
            .forEach(line -> found.add(ObjectDifference.of(operation, line)));
      }
    }
    return found.stream()
        .filter(each -> found.stream().noneMatch(other -> isUndoneBy(each, other)))
        .toList();
  }

  /** True where a column's formula only makes way while another column changes. */
  private static boolean isUndoneBy(Difference one, Difference other) {
    return one.fact().equals("generation")
        && other.fact().equals("generation")
        && one.object().equals(other.object())
        && Objects.equals(one.column(), other.column())
        && !Objects.equals(one.from(), one.to())
        && Objects.equals(one.from(), other.to())
        && Objects.equals(one.to(), other.from());
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

  private static Difference onlyOn(Difference each, String dialect) {
    OperationLine line = each.line();
    return new Difference(
        new OperationLine(
            line.kind(), line.object(), line.name(), line.from(), line.to(), "only on " + dialect),
        each.object(),
        each.column(),
        each.from(),
        each.to(),
        each.dropped(),
        each.added());
  }

  private List<Difference> of(AlterTable alter, TableAlteration alteration) {
    if (said.contains(alteration)) {
      return List.of();
    }
    TablePart dropped = TablePart.dropped(alter.table(), alteration);
    TablePart partner = dropped == null ? null : partner(dropped);
    List<Difference> changed =
        dropped == null || partner == null ? List.of() : changed(dropped, partner);
    if (partner != null && changed.isEmpty() && dropped.hasNameOf(partner)) {
      // It only makes way while a column that it is on changes.
      said.add(partner.alteration());
      return List.of();
    }
    if (partner == null || changed.isEmpty()) {
      return OperationLines.ofTable(alter.table().toString(), alteration).stream()
          .map(line -> ObjectDifference.of(alter.table(), alteration, line))
          .toList();
    }
    said.add(partner.alteration());
    return changed;
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

  /** The facts that differ. */
  private static List<Difference> changed(TablePart from, TablePart to) {
    if (!from.isOfKindOf(to)) {
      return List.of(difference(from, to, from.kindInWords(), to.kindInWords()));
    }
    List<Difference> changed = new ArrayList<>();
    for (Map.Entry<String, String> fact : from.facts().entrySet()) {
      String value = to.facts().get(fact.getKey());
      if (!fact.getValue().equals(value)) {
        changed.add(difference(from, to, fact.getValue(), value));
      }
    }
    return changed;
  }

  private static Difference difference(
      TablePart dropped, TablePart added, String from, @Nullable String to) {
    OperationLine line =
        new OperationLine(
            "alter_" + added.kind(), added.table().toString(), added.shownName(), from, to, null);
    return new Difference(line, added.table(), null, from, to, dropped, added);
  }
}
