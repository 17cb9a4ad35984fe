package dev.limbeck.operation;

import dev.limbeck.LimbeckException;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation.AlterSequence;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropSchema;
import dev.limbeck.operation.Operation.DropSequence;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.Irreversible;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies operations to a model: what the schema is after them.
 *
 * <p>Strict: an operation that does not fit the model (a table that is already there, a column that
 * is not) is an error, LMB-217. Opaque SQL and Java code change nothing here. What {@link OnlyOn}
 * holds is applied where its dialect is the one that the evolver was made for, or where that is
 * null to nothing.
 */
public final class Evolver implements Operation.Visitor<@Nullable Void> {
  private final @Nullable String dialect;
  private final Set<Identifier> schemas;
  private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
  private final Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
  private final Map<QualifiedName, EnumType> enumTypes = new LinkedHashMap<>();
  private final Map<QualifiedName, Domain> domains = new LinkedHashMap<>();

  /**
   * @param start the model before the first operation
   * @param dialect the dialect whose {@link OnlyOn} parts count, or null for none
   */
  public Evolver(DatabaseModel start, @Nullable String dialect) {
    this.dialect = dialect;
    this.schemas = new TreeSet<>(start.schemas());
    start.tables().forEach(table -> tables.put(table.name(), table));
    start.sequences().forEach(sequence -> sequences.put(sequence.name(), sequence));
    start.enumTypes().forEach(type -> enumTypes.put(type.name(), type));
    start.domains().forEach(domain -> domains.put(domain.name(), domain));
  }

  /** The model after the operations, whatever the dialect. */
  public static DatabaseModel evolve(DatabaseModel start, List<Operation> operations) {
    Evolver evolver = new Evolver(start, null);
    operations.forEach(evolver::apply);
    return evolver.model();
  }

  /** Applies one operation. */
  public void apply(Operation operation) {
    operation.accept(this);
  }

  /** The model as it now is. */
  public DatabaseModel model() {
    return new DatabaseModel(
        schemas, tables.values(), sequences.values(), enumTypes.values(), domains.values());
  }

  /** The table of a name as it now is, or null. */
  public @Nullable Table table(QualifiedName name) {
    return tables.get(name);
  }

  /** The sequence of a name as it now is, or null. */
  public @Nullable Sequence sequence(QualifiedName name) {
    return sequences.get(name);
  }

  @Override
  public @Nullable Void createSchema(CreateSchema operation) {
    if (!schemas.add(operation.name())) {
      throw present("schema", operation.name());
    }
    return null;
  }

  @Override
  public @Nullable Void dropSchema(DropSchema operation) {
    if (!schemas.remove(operation.name())) {
      throw missing("schema", operation.name());
    }
    return null;
  }

  @Override
  public @Nullable Void createTable(CreateTable operation) {
    Table table = operation.table();
    if (tables.putIfAbsent(table.name(), table) != null) {
      throw present("table", table.name());
    }
    return null;
  }

  @Override
  public @Nullable Void dropTable(DropTable operation) {
    remove(tables, "table", operation.name());
    return null;
  }

  @Override
  public @Nullable Void renameTable(RenameTable operation) {
    rename(
        tables, "table", operation.from(), operation.to(), table -> table.withName(operation.to()));
    ColumnReferences.renameTable(tables, operation.from(), operation.to());
    return null;
  }

  @Override
  public @Nullable Void alterTable(AlterTable operation) {
    Table table = tables.get(operation.table());
    if (table == null) {
      throw missing("table", operation.table());
    }
    TableEvolver evolver = new TableEvolver(table);
    operation.alterations().forEach(evolver::apply);
    tables.put(operation.table(), evolver.table());
    evolver
        .renames()
        .forEach(rename -> ColumnReferences.renameColumn(tables, operation.table(), rename));
    return null;
  }

  @Override
  public @Nullable Void createSequence(CreateSequence operation) {
    if (sequences.putIfAbsent(operation.sequence().name(), operation.sequence()) != null) {
      throw present("sequence", operation.sequence().name());
    }
    return null;
  }

  @Override
  public @Nullable Void dropSequence(DropSequence operation) {
    remove(sequences, "sequence", operation.name());
    return null;
  }

  @Override
  public @Nullable Void alterSequence(AlterSequence operation) {
    if (sequences.computeIfPresent(
            operation.name(), (name, sequence) -> operation.applyTo(sequence))
        == null) {
      throw missing("sequence", operation.name());
    }
    return null;
  }

  @Override
  public @Nullable Void renameSequence(RenameSequence operation) {
    rename(
        sequences,
        "sequence",
        operation.from(),
        operation.to(),
        sequence -> sequence.withName(operation.to()));
    return null;
  }

  @Override
  public @Nullable Void createEnumType(CreateEnumType operation) {
    if (enumTypes.putIfAbsent(operation.type().name(), operation.type()) != null) {
      throw present("type", operation.type().name());
    }
    return null;
  }

  @Override
  public @Nullable Void dropEnumType(DropEnumType operation) {
    remove(enumTypes, "type", operation.name());
    return null;
  }

  @Override
  public @Nullable Void alterEnumType(AlterEnumType operation) {
    EnumType type = existing(operation.name());
    List<String> missing = operation.change().missingIn(type.labels());
    if (!missing.isEmpty()) {
      throw missing("label", operation.name() + "." + missing.get(0));
    }
    enumTypes.put(operation.name(), type.withLabels(operation.change().applyTo(type.labels())));
    tables.replaceAll(
        (name, table) -> EnumReferences.withDefaults(table, operation.name(), operation.remaps()));
    return null;
  }

  private EnumType existing(QualifiedName name) {
    EnumType type = enumTypes.get(name);
    if (type == null) {
      throw missing("type", name);
    }
    return type;
  }

  @Override
  public @Nullable Void renameEnumType(RenameEnumType operation) {
    rename(
        enumTypes, "type", operation.from(), operation.to(), type -> type.withName(operation.to()));
    tables.replaceAll(
        (name, table) -> EnumReferences.withTypeRenamed(table, operation.from(), operation.to()));
    return null;
  }

  @Override
  public @Nullable Void renameEnumLabel(RenameEnumLabel operation) {
    EnumType type = existing(operation.type());
    int place = type.labels().indexOf(operation.from());
    if (place < 0) {
      throw missing("label", operation.type() + "." + operation.from());
    }
    if (!operation.from().equals(operation.to()) && type.labels().contains(operation.to())) {
      throw present("label", operation.type() + "." + operation.to());
    }
    List<String> labels = new ArrayList<>(type.labels());
    labels.set(place, operation.to());
    enumTypes.put(operation.type(), type.withLabels(labels));
    Map<String, String> relabelled = Map.of(operation.from(), operation.to());
    tables.replaceAll(
        (name, table) -> EnumReferences.withLabels(table, operation.type(), relabelled));
    return null;
  }

  @Override
  public @Nullable Void createDomain(CreateDomain operation) {
    if (domains.putIfAbsent(operation.domain().name(), operation.domain()) != null) {
      throw present("domain", operation.domain().name());
    }
    return null;
  }

  @Override
  public @Nullable Void dropDomain(DropDomain operation) {
    remove(domains, "domain", operation.name());
    return null;
  }

  @Override
  public @Nullable Void alterDomain(AlterDomain operation) {
    if (domains.computeIfPresent(operation.name(), (name, domain) -> operation.applyTo(domain))
        == null) {
      throw missing("domain", operation.name());
    }
    return null;
  }

  @Override
  public @Nullable Void renameDomain(RenameDomain operation) {
    rename(
        domains,
        "domain",
        operation.from(),
        operation.to(),
        domain -> domain.withName(operation.to()));
    tables.replaceAll(
        (name, table) -> EnumReferences.withTypeRenamed(table, operation.from(), operation.to()));
    return null;
  }

  @Override
  public @Nullable Void executeSql(ExecuteSql operation) {
    return null;
  }

  @Override
  public @Nullable Void runJava(RunJava operation) {
    return null;
  }

  @Override
  public @Nullable Void changeInBatches(ChangeInBatches operation) {
    return null;
  }

  @Override
  public @Nullable Void insertRows(InsertRows operation) {
    return null;
  }

  @Override
  public @Nullable Void outsideTransaction(OutsideTransaction operation) {
    operation.operations().forEach(this::apply);
    return null;
  }

  @Override
  public @Nullable Void onlyOn(OnlyOn operation) {
    if (operation.dialect().equals(dialect)) {
      operation.operations().forEach(this::apply);
    }
    return null;
  }

  @Override
  public @Nullable Void irreversible(Irreversible operation) {
    throw new LimbeckException(
        "LMB-218",
        "There is no way across this revision: " + operation.reason() + "\n  Nothing was changed.");
  }

  private static <T> void remove(Map<QualifiedName, T> objects, String kind, QualifiedName name) {
    if (objects.remove(name) == null) {
      throw missing(kind, name);
    }
  }

  private static <T> void rename(
      Map<QualifiedName, T> objects,
      String kind,
      QualifiedName from,
      QualifiedName to,
      Function<T, T> renamed) {
    T object = objects.get(from);
    if (object == null) {
      throw missing(kind, from);
    }
    if (!from.equals(to) && objects.containsKey(to)) {
      throw present(kind, to);
    }
    Map<QualifiedName, T> all = new LinkedHashMap<>();
    objects.forEach(
        (name, value) -> {
          if (name.equals(from)) {
            all.put(to, renamed.apply(object));
          } else {
            all.put(name, value);
          }
        });
    objects.clear();
    objects.putAll(all);
  }

  static LimbeckException missing(String kind, Object name) {
    return new LimbeckException(
        "LMB-217",
        "The operation needs the " + kind + " " + name + ", but there is none at this point.");
  }

  static LimbeckException present(String kind, Object name) {
    return new LimbeckException(
        "LMB-217",
        "The operation makes the "
            + kind
            + " "
            + name
            + ", but there is one already at this point.");
  }
}
