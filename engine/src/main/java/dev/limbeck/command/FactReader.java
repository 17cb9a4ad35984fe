package dev.limbeck.command;

import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from a model the fact that a difference is about, in the words of the difference. */
final class FactReader {
  private FactReader() {}

  /** The fact; null where the model does not have it. */
  static @Nullable String read(DatabaseModel model, Difference difference) {
    if (difference.isRename()) {
      return null;
    }
    if (difference.line().kind().equals("alter_sequence")) {
      return sequence(model.sequence(difference.object()), difference.fact());
    }
    if (difference.line().kind().contains("_domain")) {
      return domain(model.domain(difference.object()), difference.line().kind());
    }
    return switch (difference.line().kind()) {
      case "add_schema", "drop_schema" ->
          model.schemas().contains(difference.object().name()) ? "a schema" : null;
      case "add_type", "drop_type", "alter_labels" -> enumType(model, difference.object());
      case "add_sequence", "drop_sequence" -> {
        Sequence sequence = model.sequence(difference.object());
        yield sequence == null ? null : PartText.sequence(sequence);
      }
      default -> {
        Table table = model.table(difference.object());
        yield table == null ? null : ofTable(table, difference);
      }
    };
  }

  private static @Nullable String enumType(DatabaseModel model, QualifiedName name) {
    EnumType type = model.enumType(name);
    return type == null ? null : type.labels().toString();
  }

  private static @Nullable String domain(@Nullable Domain domain, String kind) {
    if (domain == null) {
      return null;
    }
    return switch (kind) {
      case "alter_domain_type" -> domain.type().toString();
      case "alter_domain_nullable" -> OperationLines.nullability(domain.nullable());
      case "alter_domain_default" -> PartText.expression(domain.defaultValue());
      case "add_domain", "drop_domain" -> "a domain";
      default -> String.join("; ", domain.checks().stream().map(PartText::constraint).toList());
    };
  }

  private static @Nullable String sequence(@Nullable Sequence sequence, String fact) {
    if (sequence == null) {
      return null;
    }
    Object value =
        switch (fact) {
          case "start" -> sequence.start();
          case "increment" -> sequence.increment();
          case "minimum" -> sequence.minimum();
          case "maximum" -> sequence.maximum();
          case "cache" -> sequence.cache();
          case "cycle" -> sequence.cycle();
          default -> null;
        };
    return value == null ? null : value.toString();
  }

  private static @Nullable String ofTable(Table table, Difference difference) {
    if (difference.dropped() != null || difference.added() != null) {
      return part(table, difference);
    }
    if (difference.column() == null) {
      return switch (difference.fact()) {
        case "table" -> "a table of " + table.columns().size() + " columns";
        case "comment" -> table.comment();
        default -> null;
      };
    }
    Column column = table.column(difference.column());
    return column == null ? null : ofColumn(column, difference.fact());
  }

  private static @Nullable String ofColumn(Column column, String fact) {
    return switch (fact) {
      case "column" -> PartText.column(column);
      case "type" -> column.type().toString();
      case "nullable" -> OperationLines.nullability(column.nullable());
      case "default" -> PartText.expression(column.defaultValue());
      case "generation" -> OperationLines.generated(column.generation());
      case "collation" -> column.collation();
      case "comment" -> column.comment();
      default -> null;
    };
  }

  private static @Nullable String part(Table table, Difference difference) {
    TablePart part = find(table, difference);
    if (part == null || !difference.isAlteration()) {
      return part == null ? null : part.text();
    }
    TablePart dropped = difference.dropped();
    TablePart added = difference.added();
    if (dropped == null || added == null || !dropped.isOfKindOf(added)) {
      return part.kindInWords();
    }
    for (Map.Entry<String, String> fact : dropped.facts().entrySet()) {
      if (fact.getValue().equals(difference.from())
          && Objects.equals(added.facts().get(fact.getKey()), difference.to())) {
        return part.facts().get(fact.getKey());
      }
    }
    return part.text();
  }

  private static @Nullable TablePart find(Table table, Difference difference) {
    for (boolean byName : new boolean[] {true, false}) {
      for (TablePart known : new TablePart[] {difference.added(), difference.dropped()}) {
        TablePart found =
            known == null
                ? null
                : parts(table)
                    .filter(
                        part ->
                            byName
                                ? part.hasNameOf(known)
                                : part.isOfKindOf(known) && part.isAboutSameAs(known))
                    .findFirst()
                    .orElse(null);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static Stream<TablePart> parts(Table table) {
    return Stream.concat(
            table.constraints().stream().map(AddConstraint::new),
            table.indexes().stream().map(AddIndex::new))
        .map(add -> TablePart.added(table.name(), add))
        .filter(Objects::nonNull);
  }
}
