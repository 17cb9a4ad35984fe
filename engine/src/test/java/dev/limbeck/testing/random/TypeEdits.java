package dev.limbeck.testing.random;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.EnumReferences;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes enumerated types here and there, and remembers what became of them. */
final class TypeEdits {
  private final Dice dice;
  private final Schemas schemas;
  private final Map<QualifiedName, QualifiedName> names = new LinkedHashMap<>();
  private final Map<QualifiedName, Map<String, String>> labels = new LinkedHashMap<>();
  private final Map<QualifiedName, Map<String, String>> remaps = new LinkedHashMap<>();

  TypeEdits(Dice dice, Schemas schemas, DatabaseModel before) {
    this.dice = dice;
    this.schemas = schemas;
    TypeLineage same = TypeLineage.ofNames(before, before);
    names.putAll(same.names());
    same.labels().forEach((type, moves) -> labels.put(type, new LinkedHashMap<>(moves)));
  }

  TypeLineage lineage() {
    return new TypeLineage(names, labels, remaps);
  }

  /** Remembers that a type has another name. */
  void renamed(QualifiedName from, QualifiedName to) {
    names.replaceAll((was, is) -> is.equals(from) ? to : is);
  }

  /** The model with one change of its enumerated types. */
  DatabaseModel changed(DatabaseModel model) {
    EnumType type = dice.any(model.enumTypes());
    if (type == null || dice.one(8)) {
      List<EnumType> types = new ArrayList<>(model.enumTypes());
      types.add(schemas.enumType());
      return model.withEnumTypes(types);
    }
    return switch (dice.between(0, 9)) {
      case 0 -> without(model, type);
      case 1 -> withName(model, type);
      case 2, 3 -> withLabel(model, type, type.labels().size());
      case 4 -> withLabel(model, type, dice.between(0, type.labels().size()));
      case 5 -> relabelled(model, type, type.withLabels(dice.shuffled(type.labels())));
      case 6, 7 -> withOtherLabel(model, type);
      default -> withoutLabel(model, type);
    };
  }

  private static DatabaseModel without(DatabaseModel model, EnumType type) {
    List<EnumType> types = new ArrayList<>(model.enumTypes());
    types.remove(type);
    return model.withEnumTypes(types);
  }

  private DatabaseModel withName(DatabaseModel model, EnumType type) {
    QualifiedName to = type.name().withName(schemas.names().part("humour"));
    renamed(type.name(), to);
    return evolved(model, new RenameEnumType(type.name(), to));
  }

  private static DatabaseModel evolved(DatabaseModel model, Operation operation) {
    return Evolver.evolve(model, List.of(operation));
  }

  private static DatabaseModel relabelled(DatabaseModel model, EnumType type, EnumType other) {
    return model.withEnumTypes(
        model.enumTypes().stream().map(each -> each.equals(type) ? other : each).toList());
  }

  private DatabaseModel withLabel(DatabaseModel model, EnumType type, int place) {
    List<String> more = new ArrayList<>(type.labels());
    more.add(place, schemas.names().label());
    return relabelled(model, type, type.withLabels(more));
  }

  private DatabaseModel withOtherLabel(DatabaseModel model, EnumType type) {
    String from = dice.of(type.labels());
    String to = schemas.names().label();
    for (QualifiedName earlier : earlier(type)) {
      labels.get(earlier).replaceAll((was, is) -> is.equals(from) ? to : is);
      remaps
          .getOrDefault(earlier, new LinkedHashMap<>())
          .replaceAll((was, is) -> is.equals(from) ? to : is);
    }
    DatabaseModel renamed =
        evolved(
            model,
            new RenameEnumLabel(type.name(), from, to, EnumReferences.columns(model, type.name())));
    return renamed.withTables(
        renamed.tables().stream()
            .map(table -> withOtherLabel(table, type.name(), Map.of(from, to)))
            .toList());
  }

  /** Checks say the new label, as the mapping does. */
  private static Table withOtherLabel(
      Table table, QualifiedName type, Map<String, String> relabelled) {
    return table.withConstraints(
        table.constraints().stream()
            .map(
                each ->
                    each instanceof Check check
                            && check.condition() instanceof CheckCondition.Sql sql
                            && SoundTypes.isOnLabels(table, sql.expression(), type)
                        ? new Check(
                            check.name(),
                            CheckCondition.sql(
                                EnumReferences.relabelled(sql.expression(), relabelled)))
                        : each)
            .toList());
  }

  private DatabaseModel withoutLabel(DatabaseModel model, EnumType type) {
    if (type.labels().size() == 1) {
      return withLabel(model, type, 0);
    }
    List<String> fewer = new ArrayList<>(type.labels());
    String gone = fewer.remove(dice.between(0, fewer.size() - 1));
    String instead = dice.one(2) ? dice.of(fewer) : null;
    for (QualifiedName earlier : earlier(type)) {
      Map<String, String> targets = remaps.computeIfAbsent(earlier, name -> new LinkedHashMap<>());
      targets.values().removeIf(gone::equals);
      labels
          .get(earlier)
          .forEach(
              (was, is) -> {
                if (is.equals(gone) && instead != null) {
                  targets.put(was, instead);
                }
              });
      labels.get(earlier).values().removeIf(gone::equals);
    }
    return relabelled(model, type, type.withLabels(fewer));
  }

  /** What the type was called before; nothing where it is new. */
  private List<QualifiedName> earlier(EnumType type) {
    return names.entrySet().stream()
        .filter(each -> each.getValue().equals(type.name()))
        .map(Map.Entry::getKey)
        .filter(labels::containsKey)
        .toList();
  }
}
