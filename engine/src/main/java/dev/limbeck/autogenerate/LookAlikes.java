package dev.limbeck.autogenerate;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.LookAlike.Kind;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropSequence;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.DropColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds drops and additions that may be one rename, by name, type, place and constraints.
 *
 * <p>Never alike: columns that refer to different tables, of different families of types, or made
 * in different ways; tables that share less than half of their columns; sequences of different ids.
 */
final class LookAlikes {
  private static final double NAME = 0.4;
  private static final double SAME_TYPE = 0.25;
  private static final double SAME_FAMILY = 0.1;
  private static final double SAME_DEMANDS = 0.15;
  private static final double SAME_PLACE = 0.1;
  private static final double SAME_REFERENCE = 0.1;
  private static final double ALIKE_NAMES = 0.5;
  private static final double SHARED_COLUMNS = 0.5;
  private static final double OTHER_SCHEMA = 0.1;

  private final DatabaseModel before;
  private final DatabaseModel wanted;
  private final Generators generators;

  /**
   * @param before what there is, in neutral terms, certain renames made
   * @param wanted what the entities want
   * @param generators which ids get their numbers from which sequence
   */
  LookAlikes(DatabaseModel before, DatabaseModel wanted, Generators generators) {
    this.generators = generators;
    this.before = before;
    this.wanted = wanted;
  }

  /** The pairs in the operations, the most alike first. */
  List<LookAlike> in(List<Operation> operations) {
    List<LookAlike> found = new ArrayList<>();
    List<Table> droppedTables = new ArrayList<>();
    List<Table> newTables = new ArrayList<>();
    List<Sequence> droppedSequences = new ArrayList<>();
    List<Sequence> newSequences = new ArrayList<>();
    Map<QualifiedName, List<TableAlteration>> alterations = new LinkedHashMap<>();
    for (Operation operation : operations) {
      if (operation instanceof DropTable drop && drop.table() != null) {
        droppedTables.add(drop.table());
      } else if (operation instanceof CreateTable create) {
        newTables.add(create.table());
      } else if (operation instanceof DropSequence drop && drop.sequence() != null) {
        droppedSequences.add(drop.sequence());
      } else if (operation instanceof CreateSequence create) {
        newSequences.add(create.sequence());
      } else if (operation instanceof AlterTable alter) {
        alterations
            .computeIfAbsent(alter.table(), name -> new ArrayList<>())
            .addAll(alter.alterations());
      }
    }
    droppedTables.forEach(old -> newTables.forEach(table -> addIfAlike(found, tables(old, table))));
    alterations.forEach((table, changes) -> addColumns(found, table, changes));
    for (Sequence old : droppedSequences) {
      newSequences.forEach(sequence -> addIfAlike(found, sequences(old, sequence)));
    }
    found.addAll(new TypeLookAlikes(before, wanted).in(operations));
    found.sort(Comparator.comparingDouble(LookAlike::score).reversed());
    return found;
  }

  private static void addIfAlike(List<LookAlike> found, List<LookAlike> alike) {
    found.addAll(alike);
  }

  private void addColumns(
      List<LookAlike> found, QualifiedName table, List<TableAlteration> alterations) {
    Table old = before.table(table);
    Table now = wanted.table(table);
    if (old == null || now == null) {
      return;
    }
    for (TableAlteration drop : alterations) {
      for (TableAlteration add : alterations) {
        if (drop instanceof DropColumn dropped
            && add instanceof AddColumn added
            && old.column(dropped.name()) != null) {
          found.addAll(
              columns(
                  old, Objects.requireNonNull(old.column(dropped.name())), now, added.column()));
        }
      }
    }
  }

  private static List<LookAlike> columns(Table old, Column from, Table now, Column to) {
    double likeness = NameLikeness.of(from.name(), to.name());
    boolean sameType = from.type().equals(to.type());
    boolean vetoed =
        !TypeFamily.same(from.type(), to.type())
            || (from.generation() == null) != (to.generation() == null)
            || !references(old, from.name()).equals(references(now, to.name()))
            || !sameType && likeness < ALIKE_NAMES;
    if (vetoed) {
      return List.of();
    }
    List<String> evidence = new ArrayList<>();
    double score = NAME * likeness;
    if (likeness >= ALIKE_NAMES) {
      evidence.add("similar name");
    }
    evidence.add(sameType ? "same type " + from.type() : from.type() + " -> " + to.type());
    score += sameType ? SAME_TYPE : SAME_FAMILY;
    if (from.nullable() == to.nullable()
        && Objects.equals(from.defaultValue(), to.defaultValue())) {
      score += SAME_DEMANDS;
    }
    if (position(old, from) == position(now, to)) {
      score += SAME_PLACE;
      evidence.add("same place in the table");
    }
    List<QualifiedName> references = references(old, from.name());
    if (!references.isEmpty()) {
      score += SAME_REFERENCE;
      evidence.add("both refer to " + references.get(0));
    }
    return List.of(
        new LookAlike(
            Kind.COLUMN,
            now.name(),
            from.name(),
            new QualifiedName(null, to.name()),
            score,
            evidence));
  }

  private static int position(Table table, Column column) {
    return table.columns().stream().map(Column::name).toList().indexOf(column.name());
  }

  private static List<QualifiedName> references(Table table, Identifier column) {
    return table.foreignKeys().stream()
        .filter(key -> key.columns().contains(column))
        .map(ForeignKey::target)
        .sorted()
        .toList();
  }

  private static List<LookAlike> tables(Table old, Table now) {
    long shared =
        old.columns().stream()
            .filter(
                column -> {
                  Column other = now.column(column.name());
                  return other != null && TypeFamily.same(column.type(), other.type());
                })
            .count();
    double part = (double) shared / Math.max(old.columns().size(), now.columns().size());
    if (shared == 0 || part < SHARED_COLUMNS) {
      return List.of();
    }
    double likeness = NameLikeness.of(old.name().name(), now.name().name());
    List<String> evidence = new ArrayList<>();
    if (likeness >= ALIKE_NAMES) {
      evidence.add("similar name");
    }
    addSchemas(evidence, old.name(), now.name());
    evidence.add(shared + " of " + old.columns().size() + " columns are the same");
    return List.of(
        new LookAlike(
            Kind.TABLE,
            old.name(),
            null,
            now.name(),
            NAME * likeness + (1 - NAME) * part - distance(old.name(), now.name()),
            evidence));
  }

  private List<LookAlike> sequences(Sequence old, Sequence now) {
    double likeness = NameLikeness.of(old.name().name(), now.name().name());
    if (generators.areApart(old.name(), now.name())) {
      return List.of();
    }
    boolean sameIncrement = old.increment() == now.increment();
    List<String> evidence = new ArrayList<>();
    evidence.add(likeness >= ALIKE_NAMES ? "similar name" : "another name");
    addSchemas(evidence, old.name(), now.name());
    evidence.add(
        sameIncrement
            ? "same increment " + old.increment()
            : "increment " + old.increment() + " -> " + now.increment());
    return List.of(
        new LookAlike(
            Kind.SEQUENCE,
            old.name(),
            null,
            now.name(),
            NAME * likeness
                + (sameIncrement ? SAME_TYPE : SAME_FAMILY)
                - distance(old.name(), now.name()),
            evidence));
  }

  private static boolean sameSchema(QualifiedName old, QualifiedName now) {
    return Objects.equals(old.schema(), now.schema());
  }

  /** Of two that are equally alike, the one in the same schema is the likelier. */
  private static double distance(QualifiedName old, QualifiedName now) {
    return sameSchema(old, now) ? 0 : OTHER_SCHEMA;
  }

  private static void addSchemas(List<String> evidence, QualifiedName old, QualifiedName now) {
    if (!sameSchema(old, now)) {
      evidence.add(now.schema() == null ? "in the default schema" : "in another schema");
    }
  }

  /**
   * The error for look-alikes that nobody decided.
   *
   * @param unanswered at least one
   */
  static LimbeckException undecided(List<LookAlike> unanswered) {
    StringBuilder message =
        new StringBuilder("It is not clear whether something is renamed, or goes and comes anew.");
    for (LookAlike alike : unanswered) {
      message.append("\n  ").append(alike);
    }
    message.append("\n  Nothing was written. Say it for each:");
    for (LookAlike alike : unanswered) {
      message
          .append("\n    --rename ")
          .append(alike.key())
          .append(':')
          .append(alike.newName())
          .append("   keeps what it holds;   --rename ")
          .append(alike.key())
          .append(":-   drops it");
    }
    message.append("\n  or in a file of `old = new` lines, with --renames FILE.");
    return new LimbeckException("LMB-270", message.toString());
  }
}
