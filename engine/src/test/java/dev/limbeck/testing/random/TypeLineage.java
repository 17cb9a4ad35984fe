package dev.limbeck.testing.random;

import dev.limbeck.autogenerate.RenameAnswers;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.QualifiedName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What became of the types of a schema and their labels.
 *
 * @param names the later name of a type by its earlier one, for those that stay
 * @param labels by the earlier name of an enumerated type: the later label by the earlier one
 * @param remaps by the earlier name of an enumerated type: what rows get that hold a label which
 *     goes, by that label; rows with others that go refuse it
 */
public record TypeLineage(
    Map<QualifiedName, QualifiedName> names,
    Map<QualifiedName, Map<String, String>> labels,
    Map<QualifiedName, Map<String, String>> remaps) {
  public TypeLineage {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    remaps = Collections.unmodifiableMap(new LinkedHashMap<>(remaps));
  }

  /** Everything that has the same name in both stays. */
  static TypeLineage ofNames(DatabaseModel before, DatabaseModel after) {
    Map<QualifiedName, QualifiedName> names = new LinkedHashMap<>();
    Map<QualifiedName, Map<String, String>> labels = new LinkedHashMap<>();
    for (EnumType type : before.enumTypes()) {
      EnumType later = after.enumType(type.name());
      if (later != null) {
        names.put(type.name(), type.name());
        Map<String, String> same = new LinkedHashMap<>();
        type.labels().stream()
            .filter(later.labels()::contains)
            .forEach(label -> same.put(label, label));
        labels.put(type.name(), same);
      }
    }
    before.domains().stream()
        .map(Domain::name)
        .filter(name -> after.domain(name) != null)
        .forEach(name -> names.put(name, name));
    return new TypeLineage(names, labels, Map.of());
  }

  /** What of it holds between two models. */
  TypeLineage within(DatabaseModel before, DatabaseModel after) {
    Map<QualifiedName, QualifiedName> kept = new LinkedHashMap<>(names);
    kept.entrySet().removeIf(each -> !has(before, each.getKey()) || !has(after, each.getValue()));
    Map<QualifiedName, Map<String, String>> keptLabels = new LinkedHashMap<>();
    Map<QualifiedName, Map<String, String>> keptRemaps = new LinkedHashMap<>();
    for (EnumType type : before.enumTypes()) {
      QualifiedName later = kept.get(type.name());
      EnumType now = later == null ? null : after.enumType(later);
      if (now != null) {
        Predicate<Map.Entry<String, String>> holds =
            each -> type.labels().contains(each.getKey()) && now.labels().contains(each.getValue());
        keptLabels.put(type.name(), only(labels, type.name(), holds));
        keptRemaps.put(type.name(), only(remaps, type.name(), holds));
      }
    }
    return new TypeLineage(kept, keptLabels, keptRemaps);
  }

  private static boolean has(DatabaseModel model, QualifiedName name) {
    return model.enumType(name) != null || model.domain(name) != null;
  }

  private static Map<String, String> only(
      Map<QualifiedName, Map<String, String>> all,
      QualifiedName type,
      Predicate<Map.Entry<String, String>> holds) {
    Map<String, String> kept = new LinkedHashMap<>(all.getOrDefault(type, Map.of()));
    kept.entrySet().removeIf(holds.negate());
    return kept;
  }

  /** The other way round; what was remapped stays so. */
  TypeLineage reversed() {
    Map<QualifiedName, Map<String, String>> back = new LinkedHashMap<>();
    labels.forEach((type, moves) -> back.put(names.getOrDefault(type, type), inverse(moves)));
    return new TypeLineage(inverse(names), back, Map.of());
  }

  private static <T> Map<T, T> inverse(Map<T, T> moves) {
    Map<T, T> back = new LinkedHashMap<>();
    moves.forEach((from, to) -> back.put(to, from));
    return back;
  }

  /** The type under its later name. */
  ColumnType after(ColumnType type) {
    if (type instanceof ArrayType array) {
      return new ArrayType(after(array.element()));
    }
    return type instanceof NamedType named
        ? new NamedType(names.getOrDefault(named.name(), named.name()))
        : type;
  }

  /** What becomes of a value in a column of the type. */
  String after(ColumnType type, String value) {
    NamedType named = Labels.typeOf(type);
    return named == null
        ? value
        : Labels.changed(
            type,
            value,
            label -> moved(labels, named, label).orElse(moved(remaps, named, label).orElse(label)));
  }

  /** What such a value is after the way back: other than before only where it was remapped. */
  String there(ColumnType type, String value) {
    return reversed().after(after(type), after(type, value));
  }

  private static Optional<String> moved(
      Map<QualifiedName, Map<String, String>> moves, NamedType type, String label) {
    return Optional.ofNullable(moves.getOrDefault(type.name(), Map.of()).get(label));
  }

  /** What people say about the types and labels that get another name. */
  public RenameAnswers answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    names.forEach(
        (from, to) -> {
          if (!from.equals(to)) {
            answers.put(from.toString(), to.name().toString());
          }
        });
    labels.forEach(
        (type, moves) ->
            moves.forEach(
                (from, to) -> {
                  if (!from.equals(to)) {
                    answers.put(type + "." + from, to);
                  }
                }));
    return new RenameAnswers(answers, answers.keySet());
  }

  /** What rows get that hold a label which goes, by the type's later name. */
  public Map<String, String> remapsOf(QualifiedName later) {
    return names.entrySet().stream()
        .filter(each -> each.getValue().equals(later))
        .map(each -> remaps.getOrDefault(each.getKey(), Map.of()))
        .findFirst()
        .orElse(Map.of());
  }

  /** What becomes of domains alone, none of which goes. */
  TypeLineage ofDomains(DatabaseModel before) {
    TypeLineage same = ofNames(before, before);
    Map<QualifiedName, QualifiedName> moved = new LinkedHashMap<>(same.names);
    before.domains().stream()
        .map(Domain::name)
        .filter(names::containsKey)
        .forEach(name -> moved.put(name, names.get(name)));
    return new TypeLineage(moved, same.labels, Map.of());
  }

  /** What becomes of enumerated types alone. */
  TypeLineage ofEnumTypes(DatabaseModel between) {
    Map<QualifiedName, QualifiedName> moved = new LinkedHashMap<>(names);
    moved.keySet().removeIf(name -> between.enumType(name) == null);
    between.domains().forEach(domain -> moved.put(domain.name(), domain.name()));
    return new TypeLineage(moved, labels, remaps);
  }
}
