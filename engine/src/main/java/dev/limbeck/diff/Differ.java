package dev.limbeck.diff;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterSequence;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropSchema;
import dev.limbeck.operation.Operation.DropSequence;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The operations that make one model of another, in an order that runs in both directions.
 *
 * <p>Both models are neutral; what a database cannot show has been settled before ({@link
 * Reconciler}). Every drop says what it drops, so that the list inverts. Constraints and indexes
 * that nobody named get the convention's names.
 *
 * <p>The order: schemas, types, labels and sequences come; foreign keys that hold up a change go;
 * tables come, those that others refer to first; tables change; foreign keys come that had to wait;
 * tables, labels, sequences, types and schemas go.
 */
public final class Differ {
  private final NamingConvention names;
  private final DatabaseModel present;

  public Differ(NamingConvention names) {
    this(names, DatabaseModel.empty());
  }

  /**
   * @param names names what nobody named
   * @param present what has names that new objects must not take, beside the two models
   */
  public Differ(NamingConvention names, DatabaseModel present) {
    this.names = requireNonNull(names, "names");
    this.present = requireNonNull(present, "present");
  }

  /** The operations from one model to the other; empty where there is no difference. */
  public List<Operation> diff(DatabaseModel from, DatabaseModel to) {
    SchemaNames free = new SchemaNames(names, List.of(present, from, to));
    List<Table> created = missing(to, from, free);
    List<Table> dropped = missing(from, to, free);
    Map<QualifiedName, List<TableAlteration>> altered = altered(from, to, new TableDiffer(free));

    KeyMoves moves = new KeyMoves(from, to, altered);
    Blocks early = new Blocks();
    Blocks late = new Blocks();
    altered.forEach((table, alterations) -> moves.separate(table, alterations, early, late));
    PassedNames.of(created, altered).giveUp(altered, early);

    List<Operation> operations = new ArrayList<>();
    new TreeSet<>(to.schemas())
        .stream()
            .filter(schema -> !from.schemas().contains(schema))
            .map(CreateSchema::new)
            .forEach(operations::add);
    enumTypes(from, to).forEach(operations::add);
    operations.addAll(domains(from, to));
    EnumTypeDiffer labels = new EnumTypeDiffer(from, to);
    operations.addAll(labels.expansions());
    sequences(from, to).forEach(operations::add);
    List<Operation> drops = drops(dropped, moves, early);
    boolean dropsFirst = clash(created, altered, dropped);
    early.addTo(operations);
    if (dropsFirst) {
      operations.addAll(drops);
    }
    creations(created, moves, late).forEach(operations::add);
    altered.forEach(
        (table, alterations) -> {
          if (!alterations.isEmpty()) {
            operations.add(new AlterTable(table, alterations));
          }
        });
    late.addTo(operations);
    if (!dropsFirst) {
      operations.addAll(drops);
    }
    operations.addAll(labels.contractions());
    for (Sequence sequence : from.sequences()) {
      if (to.sequence(sequence.name()) == null) {
        operations.add(new DropSequence(sequence.name(), sequence));
      }
    }
    for (Domain domain : from.domains()) {
      if (to.domain(domain.name()) == null) {
        operations.add(new DropDomain(domain.name(), domain));
      }
    }
    for (EnumType type : from.enumTypes()) {
      if (to.enumType(type.name()) == null) {
        operations.add(new DropEnumType(type.name(), type));
      }
    }
    new TreeSet<>(from.schemas())
        .stream()
            .filter(schema -> !to.schemas().contains(schema))
            .map(DropSchema::new)
            .forEach(operations::add);
    return List.copyOf(operations);
  }

  /** The tables of one model that another lacks, all their parts named. */
  private static List<Table> missing(DatabaseModel model, DatabaseModel other, SchemaNames free) {
    return model.tables().stream()
        .filter(table -> other.table(table.name()) == null)
        .map(free::named)
        .toList();
  }

  private static Map<QualifiedName, List<TableAlteration>> altered(
      DatabaseModel from, DatabaseModel to, TableDiffer tableDiffer) {
    Map<QualifiedName, List<TableAlteration>> altered = new LinkedHashMap<>();
    for (Table table : TableOrder.of(to.tables()).tables()) {
      Table before = from.table(table.name());
      if (before != null) {
        List<TableAlteration> alterations = tableDiffer.alterations(before, table);
        if (!alterations.isEmpty()) {
          altered.put(table.name(), new ArrayList<>(alterations));
        }
      }
    }
    return altered;
  }

  private static List<Operation> enumTypes(DatabaseModel from, DatabaseModel to) {
    List<Operation> operations = new ArrayList<>();
    for (EnumType type : to.enumTypes()) {
      if (from.enumType(type.name()) == null) {
        operations.add(new CreateEnumType(type));
      }
    }
    return operations;
  }

  private static List<Operation> domains(DatabaseModel from, DatabaseModel to) {
    List<Operation> operations = new ArrayList<>();
    for (Domain domain : to.domains()) {
      Domain before = from.domain(domain.name());
      Operation change =
          before == null ? new CreateDomain(domain) : AlterDomain.between(before, domain);
      if (change != null) {
        operations.add(change);
      }
    }
    return operations;
  }

  private static List<Operation> sequences(DatabaseModel from, DatabaseModel to) {
    List<Operation> operations = new ArrayList<>();
    for (Sequence sequence : to.sequences()) {
      Sequence before = from.sequence(sequence.name());
      if (before == null) {
        operations.add(new CreateSequence(sequence));
      } else {
        AlterSequence change = AlterSequence.between(before, sequence);
        if (change != null) {
          operations.add(change);
        }
      }
    }
    return operations;
  }

  /**
   * New tables, those that others refer to first; keys that close a circle or have to wait are
   * added later.
   */
  private static List<Operation> creations(List<Table> created, KeyMoves moves, Blocks late) {
    List<Operation> operations = new ArrayList<>();
    TableOrder order = TableOrder.of(created);
    for (Table table : order.tables()) {
      List<Constraint> kept = new ArrayList<>();
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof ForeignKey key
            && (order.looksAhead(table, key) || moves.hasToWait(key))) {
          late.add(table.name(), new AddConstraint(key));
        } else {
          kept.add(constraint);
        }
      }
      operations.add(new CreateTable(table.withConstraints(kept)));
    }
    return operations;
  }

  /**
   * Old tables, those that refer to others first; keys that close a circle, or that refer to what a
   * table loses, are dropped before.
   */
  private static List<Operation> drops(List<Table> dropped, KeyMoves moves, Blocks early) {
    List<Operation> operations = new ArrayList<>();
    TableOrder order = TableOrder.of(dropped);
    for (Table table : order.tables()) {
      List<Constraint> kept = new ArrayList<>();
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof ForeignKey key
            && (order.looksAhead(table, key) || moves.hasToGoFirst(key))) {
          early.add(table.name(), DropConstraint.of(key));
        } else {
          kept.add(constraint);
        }
      }
      operations.add(new DropTable(table.name(), table.withConstraints(kept)));
    }
    Collections.reverse(operations);
    return operations;
  }

  /**
   * True when something new bears the name of something that goes with an old table, where names
   * are unique in a schema.
   */
  private static boolean clash(
      List<Table> created, Map<QualifiedName, List<TableAlteration>> altered, List<Table> dropped) {
    Set<Identifier> gone =
        dropped.stream().flatMap(Differ::objectNames).collect(toCollection(HashSet::new));
    Stream<Identifier> coming =
        Stream.concat(
            created.stream().flatMap(Differ::objectNames),
            altered.values().stream().flatMap(List::stream).map(AddedName::of));
    return coming.filter(Objects::nonNull).anyMatch(gone::contains);
  }

  private static Stream<Identifier> objectNames(Table table) {
    return Stream.concat(
            table.constraints().stream().map(Constraint::name),
            table.indexes().stream().map(index -> index.name()))
        .filter(Objects::nonNull);
  }

  /** Alterations that stand in blocks of their own before or after the others. */
  static final class Blocks {
    private final Map<QualifiedName, List<TableAlteration>> blocks = new LinkedHashMap<>();

    void add(QualifiedName table, TableAlteration alteration) {
      blocks.computeIfAbsent(table, name -> new ArrayList<>()).add(alteration);
    }

    void addTo(List<Operation> operations) {
      blocks.forEach((table, alterations) -> operations.add(new AlterTable(table, alterations)));
    }
  }
}
