package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.ValueRanges;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.CheckCondition.Between;
import dev.limbeck.model.CheckCondition.OneOf;
import dev.limbeck.model.CheckCondition.OneOfNumbers;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns that keep their values in another way, as with another converter or an enumeration that
 * was stored by its position: the check changes, and mostly the type with it. What becomes of truth
 * values is plain; what becomes of others is the author's to say.
 *
 * @param dialects the dialects that the operations have to hold on
 */
record ConvertedValues(List<String> dialects) {
  private static final Set<Set<String>> TRUTHS = Set.of(Set.of("N", "Y"), Set.of("F", "T"));

  /** The operations, which say what becomes of values where that is plain. */
  List<Operation> in(List<Operation> operations) {
    return operations.stream().map(this::in).toList();
  }

  private Operation in(Operation operation) {
    if (operation instanceof OnlyOn only) {
      return new OnlyOn(only.dialect(), in(only.operations()));
    }
    return operation instanceof AlterTable alter
        ? new AlterTable(
            alter.table(), alter.alterations().stream().map(each -> in(alter, each)).toList())
        : operation;
  }

  private TableAlteration in(AlterTable alter, TableAlteration alteration) {
    if (alteration instanceof AlterColumn change) {
      return converted(alter, change);
    }
    return alteration instanceof AlterCheck change && change.remaps().isEmpty()
        ? new AlterCheck(change.name(), change.condition(), otherLetters(change))
        : alteration;
  }

  /** What letters for truth values become that are others afterwards. */
  private static Map<String, String> otherLetters(AlterCheck change) {
    List<String> from = letters(change.from());
    List<String> to = letters(change.to());
    Map<String, String> others = new LinkedHashMap<>();
    if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
      others.put(from.get(0), to.get(0));
      others.put(from.get(1), to.get(1));
    }
    return others;
  }

  /** The letters for false and true; empty for other checks. */
  private static List<String> letters(@Nullable CheckCondition check) {
    return check instanceof OneOf texts && TRUTHS.contains(Set.copyOf(texts.values()))
        ? texts.values().stream().distinct().sorted().toList()
        : List.of();
  }

  private TableAlteration converted(AlterTable alter, AlterColumn change) {
    String using = isOpen(alter, change) ? using(alter, change) : null;
    return using == null
        ? change
        : new AlterColumn(
            change.name(),
            change.type(),
            change.nullable(),
            change.defaultValue(),
            change.generation(),
            change.comment(),
            change.collation(),
            SqlExpression.of(using),
            change.fill());
  }

  /** True where nobody says what becomes of the values. */
  private static boolean isOpen(AlterTable alter, AlterColumn change) {
    return change.type() != null
        && change.using() == null
        && change.generation() == null
        && alter.alterations().stream()
            .noneMatch(
                each -> each instanceof RenameColumn rename && rename.to().equals(change.name()));
  }

  private @Nullable String using(AlterTable alter, AlterColumn change) {
    var type = requireNonNull(change.type(), "type");
    List<String> from =
        truths(requireNonNull(type.from(), "from"), checkBefore(alter, change.name()));
    List<String> to = truths(requireNonNull(type.to(), "to"), checkAfter(alter, change.name()));
    if (from.isEmpty() || to.isEmpty() || isPlainCast(type.from(), type.to())) {
      return null;
    }
    SqlNames names = new SqlNames(dialects.stream().map(Dialects::named).toList(), false);
    return "case %s when %s then %s when %s then %s end"
        .formatted(names.of(change.name()), from.get(1), to.get(1), from.get(0), to.get(0));
  }

  /** Databases convert between numbers and truth values themselves. */
  private static boolean isPlainCast(@Nullable ColumnType from, @Nullable ColumnType to) {
    return !isText(from) && !isText(to);
  }

  private static boolean isText(@Nullable ColumnType type) {
    return type instanceof ScalarType scalar && ValueRanges.isText(scalar.kind());
  }

  /** False and true as the column holds them; empty where it holds something else. */
  private static List<String> truths(ColumnType type, @Nullable CheckCondition check) {
    if (!(type instanceof ScalarType scalar)) {
      return List.of();
    }
    if (scalar.kind() == ScalarType.Kind.BOOLEAN) {
      return List.of("false", "true");
    }
    if (ValueRanges.isNumber(scalar.kind())) {
      return check instanceof OneOfNumbers numbers
              && Set.copyOf(numbers.values()).equals(Set.of(0L, 1L))
          ? List.of("0", "1")
          : List.of();
    }
    return ValueRanges.isText(scalar.kind())
        ? letters(check).stream().map(letter -> "'" + letter + "'").toList()
        : List.of();
  }

  private static @Nullable CheckCondition checkBefore(AlterTable alter, Identifier column) {
    for (TableAlteration each : alter.alterations()) {
      CheckCondition found =
          each instanceof AlterCheck change
              ? change.from()
              : each instanceof DropConstraint drop ? condition(drop.constraint()) : null;
      if (found != null && found.columns().equals(List.of(column))) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable CheckCondition checkAfter(AlterTable alter, Identifier column) {
    for (TableAlteration each : alter.alterations()) {
      CheckCondition found =
          each instanceof AlterCheck change
              ? change.to()
              : each instanceof AddConstraint add ? condition(add.constraint()) : null;
      if (found != null && found.columns().equals(List.of(column))) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable CheckCondition condition(@Nullable Constraint constraint) {
    return constraint instanceof Check check ? check.condition() : null;
  }

  /** What is left to the author: values of another kind, which a new list does not have. */
  List<Review> reviews(List<Operation> operations) {
    List<Review> reviews = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof OnlyOn only) {
        reviews.addAll(reviews(only.operations()));
      } else if (operation instanceof AlterTable alter) {
        for (TableAlteration each : alter.alterations()) {
          if (each instanceof AlterColumn change && isRefusing(alter, change)) {
            reviews.add(
                new Review(
                    alter.table(),
                    change.name(),
                    "the new check of "
                        + change.name()
                        + " allows other values; .using(\"case "
                        + change.name()
                        + " when … then … end\") says what becomes of each"));
          }
        }
      }
    }
    return reviews;
  }

  private static boolean isRefusing(AlterTable alter, AlterColumn change) {
    CheckCondition to = checkAfter(alter, change.name());
    boolean list = to instanceof OneOf || to instanceof OneOfNumbers || to instanceof Between;
    return list
        && change.type() != null
        && change.using() == null
        && change.generation() == null
        && isText(change.type().from()) != isText(change.type().to());
  }
}
