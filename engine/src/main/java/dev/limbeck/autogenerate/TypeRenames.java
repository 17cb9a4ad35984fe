package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.diff.Moves;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.EnumReferences;
import dev.limbeck.operation.LabelChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.TypeOperation;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The renames of enumerated types and their labels: those declared, and those decided on since. */
final class TypeRenames {
  private static final String STAND_IN = "limbeck_renaming_";

  private final KnownSchema before;
  private final DatabaseModel wanted;
  private final Map<QualifiedName, QualifiedName> types = new LinkedHashMap<>();

  /** By the type's new name: the new label by the old one. */
  private final Map<QualifiedName, Map<String, String>> labels = new LinkedHashMap<>();

  /**
   * @param before what there is
   * @param wanted what the entities want
   * @param answers what people said; what fits is taken
   */
  TypeRenames(KnownSchema before, DatabaseModel wanted, RenameAnswers answers) {
    this.before = before;
    this.wanted = wanted;
    answers.answers().forEach(this::declareType);
    answers.answers().forEach(this::declareLabel);
  }

  private void declareType(String key, String to) {
    for (EnumType type : wanted.enumTypes()) {
      for (EnumType old : before.enumTypes()) {
        if (old.name().toString().equalsIgnoreCase(key)
            && type.name().equals(old.name().withName(Identifier.parse(to)))
            && wanted.enumType(old.name()) == null
            && before.enumType(type.name()) == null) {
          types.put(old.name(), type.name());
        }
      }
    }
  }

  private void declareLabel(String key, String to) {
    for (EnumType type : wanted.enumTypes()) {
      EnumType old = before.enumType(oldName(type.name()));
      LabelChange change =
          old == null
              ? new LabelChange(List.of(), List.of())
              : new LabelChange(old.labels(), type.labels());
      for (String label : change.removed()) {
        if (means(key, type.name(), label) && change.added().contains(to)) {
          labels.computeIfAbsent(type.name(), name -> new LinkedHashMap<>()).put(label, to);
        }
      }
    }
  }

  /** True where the key names the label behind the old or the new name of its type. */
  private boolean means(String key, QualifiedName type, String label) {
    return Stream.of(type, oldName(type))
        .map(name -> name + ".")
        .anyMatch(
            prefix ->
                key.regionMatches(true, 0, prefix, 0, prefix.length())
                    && key.substring(prefix.length()).equals(label));
  }

  private QualifiedName oldName(QualifiedName now) {
    return types.entrySet().stream()
        .filter(move -> move.getValue().equals(now))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(now);
  }

  /** Takes a look-alike for a rename; false where it was known already. */
  boolean add(LookAlike alike) {
    if (alike.kind() == LookAlike.Kind.TYPE) {
      return types.put(alike.owner(), alike.to()) == null;
    }
    return labels
            .computeIfAbsent(alike.owner(), name -> new LinkedHashMap<>())
            .put(requireNonNull(alike.column()).text(), alike.to().name().text())
        == null;
  }

  /**
   * The operations, in an order that runs.
   *
   * @param known what the revisions lead to, after the renames of tables and columns
   */
  List<Operation> operations(DatabaseModel known) {
    List<Operation> operations = new ArrayList<>();
    for (Moves.Step<QualifiedName> step :
        Moves.inOrder(types, name -> name.withName(Identifier.of(standIn(name.name().key()))))) {
      operations.add(new RenameEnumType(step.from(), step.to()));
    }
    labels.forEach(
        (type, moves) -> {
          List<EnumColumn> columns = EnumReferences.columns(known, oldName(type));
          if (columns.isEmpty()) {
            columns = EnumReferences.columns(before.live(), oldName(type));
          }
          for (Moves.Step<String> step : Moves.inOrder(moves, TypeRenames::standIn)) {
            operations.add(new RenameEnumLabel(type, step.from(), step.to(), columns));
          }
        });
    return operations;
  }

  private static String standIn(String name) {
    return STAND_IN + Integer.toHexString(name.hashCode());
  }

  /**
   * What an operation does on the database.
   *
   * @param live the database at the point of the operation
   */
  List<? extends Operation> stored(TypeOperation operation, DatabaseModel live) {
    if (operation instanceof RenameEnumType rename) {
      EnumType from = shown(rename.from());
      EnumType to = shown(rename.to());
      return from == null || to == null
          ? List.of()
          : List.of(new RenameEnumType(from.name(), to.name()));
    }
    RenameEnumLabel rename = (RenameEnumLabel) operation;
    EnumType shown = shown(rename.type());
    List<EnumColumn> columns =
        rename.columns().stream()
            .map(
                each ->
                    new EnumColumn(
                        before.projection().name(each.table()),
                        before.projection().name(each.column())))
            .toList();
    return shown == null
        ? EnumReferences.ofTexts(live, columns, Map.of(rename.from(), rename.to()))
        : List.of(new RenameEnumLabel(shown.name(), rename.from(), rename.to(), columns));
  }

  private @Nullable EnumType shown(QualifiedName name) {
    return before.projection().enumType(new EnumType(name, List.of()));
  }

  /** True where an answer is of use here. */
  boolean isUsed(String key, String to) {
    boolean type =
        types.entrySet().stream()
            .anyMatch(
                move ->
                    move.getKey().toString().equalsIgnoreCase(key)
                        && move.getValue().name().equals(Identifier.parse(to)));
    boolean label =
        labels.entrySet().stream()
            .anyMatch(
                each ->
                    each.getValue().entrySet().stream()
                        .anyMatch(
                            move ->
                                means(key, each.getKey(), move.getKey())
                                    && move.getValue().equals(to)));
    return type || label;
  }
}
