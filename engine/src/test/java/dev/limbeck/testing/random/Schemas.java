package dev.limbeck.testing.random;

import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random schemas of all that the model can say. */
final class Schemas {
  private final Dice dice;
  private final Flavour flavour;
  private final Names names;
  private final Parts parts;

  Schemas(Dice dice, Flavour flavour, Names names) {
    this.dice = dice;
    this.flavour = flavour;
    this.names = names;
    this.parts = new Parts(dice, flavour, names);
  }

  /** A schema of one to so many tables. */
  DatabaseModel schema(int mostTables) {
    List<EnumType> enumTypes = new ArrayList<>();
    while (dice.one(3) && enumTypes.size() < 3) {
      enumTypes.add(enumType());
    }
    List<Domain> domains = new ArrayList<>();
    while (dice.one(4) && domains.size() < 2) {
      domains.add(domains().domain());
    }
    List<Sequence> sequences = new ArrayList<>();
    while (dice.one(3) && sequences.size() < 3) {
      sequences.add(sequence());
    }
    DatabaseModel model =
        DatabaseModel.empty()
            .withEnumTypes(enumTypes)
            .withDomains(domains)
            .withSequences(sequences);
    int count = dice.between(1, mostTables);
    for (int i = 0; i < count; i++) {
      model = withTable(model);
    }
    return Sound.of(withLateReference(model));
  }

  EnumType enumType() {
    List<String> labels = List.of("NEW", "it's", "b c", "größe", "X", "back\\slash");
    return new EnumType(inSomeSchema(names.part("mood")), dice.some(labels, labels.size()));
  }

  Domains domains() {
    return new Domains(dice, this);
  }

  Sequence sequence() {
    return numbers(inSomeSchema(names.part("seq")));
  }

  /** A sequence of a name, with any options. */
  Sequence numbers(QualifiedName name) {
    if (dice.one(6)) {
      return new Sequence(
          name,
          -dice.between(1, 9),
          -dice.between(1, 9),
          dice.one(2) ? null : -1000L,
          null,
          1,
          false);
    }
    return new Sequence(
        name,
        dice.between(1, 9),
        dice.of(1, 1, 2, 50),
        dice.one(3) ? dice.of(-5L, 0L, 1L) : null,
        dice.one(3) ? dice.of(1_000L, 2_147_483_647L) : null,
        dice.one(3) ? dice.between(2, 20) : 1,
        dice.one(4));
  }

  QualifiedName inSomeSchema(Identifier name) {
    return dice.one(4) ? QualifiedName.parse("shop").withName(name) : QualifiedName.of(name);
  }

  /** The model with one more table. */
  DatabaseModel withTable(DatabaseModel model) {
    Set<Identifier> taken =
        model.tables().stream().map(table -> table.name().name()).collect(Collectors.toSet());
    return withTable(model, names.table(taken));
  }

  DatabaseModel withTable(DatabaseModel model, QualifiedName name) {
    Table table = keyed(columns(model, name));
    table =
        table.withComment(
            dice.one(5) ? new Columns(dice, flavour, DatabaseModel.empty()).comment() : null);
    for (int i = dice.between(0, 2); i > 0; i--) {
      table = with(table, parts.unique(table));
    }
    for (int i = dice.between(0, 2); i > 0; i--) {
      table = with(table, parts.check(table, model));
    }
    for (int i = dice.between(0, 2); i > 0; i--) {
      Index index = parts.index(table);
      table = index == null ? table : withIndex(table, index);
    }
    if (dice.one(2)) {
      List<Table> targets = new ArrayList<>(model.tables());
      targets.add(table);
      table = with(table, parts.foreignKey(table, targets));
    }
    List<Table> tables = new ArrayList<>(model.tables());
    tables.add(table);
    return Sound.of(model.withTables(tables));
  }

  private Table columns(DatabaseModel model, QualifiedName name) {
    Columns columns = new Columns(dice, flavour, model);
    List<Column> made = new ArrayList<>();
    Set<Identifier> taken = new HashSet<>();
    for (int i = dice.between(1, 6); i > 0; i--) {
      Identifier column = names.column(taken);
      taken.add(column);
      made.add(columns.column(column));
    }
    Table table = new Table(name, made, List.of(), List.of(), null, null);
    if (dice.one(4)) {
      Column computed = columns.computed(table, names.column(taken));
      if (computed != null) {
        made.add(computed);
      }
    }
    return table.withColumns(made);
  }

  private Table keyed(Table table) {
    PrimaryKey key = dice.one(5) ? null : parts.primaryKey(table);
    if (key == null) {
      return table;
    }
    Table keyed = with(table, key);
    if (dice.one(2)) {
      keyed =
          keyed.withColumns(
              keyed.columns().stream()
                  .map(
                      column ->
                          column.name().equals(key.columns().get(0))
                                  && column.generation() == null
                                  && isCounted(column)
                              ? column.withGeneration(
                                  new Columns(dice, flavour, DatabaseModel.empty()).identity())
                              : column)
                  .toList());
    } else if (dice.one(3)) {
      keyed = keyed.withOptions(dice.any(flavour.options()));
    }
    return keyed;
  }

  private static boolean isCounted(Column column) {
    return Family.of(column.type()) == Family.WHOLE
        && column.generation() == null
        && !(column.generation() instanceof Generation.Computed);
  }

  /** A reference from a table made early to one made late, which may close a circle. */
  private DatabaseModel withLateReference(DatabaseModel model) {
    Table first = model.tables().get(0);
    ForeignKey key = dice.one(3) ? parts.foreignKey(first, model.tables()) : null;
    return key == null ? model : model.replacing(first.name(), with(first, key));
  }

  static Table with(Table table, @Nullable Constraint constraint) {
    if (constraint == null || constraint instanceof PrimaryKey && table.primaryKey() != null) {
      return table;
    }
    return table.withConstraints(
        Stream.concat(table.constraints().stream(), Stream.of(constraint)).toList());
  }

  static Table withIndex(Table table, Index index) {
    return table.withIndexes(Stream.concat(table.indexes().stream(), Stream.of(index)).toList());
  }

  Parts parts() {
    return parts;
  }

  Columns columns(DatabaseModel model) {
    return new Columns(dice, flavour, model);
  }

  Names names() {
    return names;
  }
}
