package dev.limbeck.testing;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.model.Unique;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Models that every dialect can create, of all that they share, with names that are hard to write.
 * They shrink to fewer tables and fewer columns.
 */
public final class RandomModels {
  private static final List<String> TABLES =
      List.of("author", "Order", "`Mixed`", "with space", "größe", "`say \"hi\"`");

  private static final List<String> COLUMNS =
      List.of("id", "createdAt", "user", "`Kind`", "a b", "état", "`x\"y`", "n", "between", "m");

  private static final List<ColumnType> PLAIN =
      List.of(
          Types.integer(),
          Types.bigint(),
          Types.smallint(),
          Types.tinyint(),
          Types.numeric(12, 2),
          Types.varchar(1),
          Types.varchar(255),
          Types.character(3),
          Types.uuid(),
          Types.date(),
          Types.timestamp(6),
          Types.timestampTz(3),
          Types.bool());

  private static final List<ColumnType> ODD =
      List.of(
          Types.text(),
          Types.clob(),
          Types.blob(),
          Types.bytes(),
          Types.json(),
          Types.floating(24),
          Types.doublePrecision(),
          Types.time(0),
          Types.varbinary(16));

  private final Random random;
  private final int columns;
  private final List<Table> tables = new ArrayList<>();

  private RandomModels(long seed, int columns) {
    this.random = new Random(seed);
    this.columns = columns;
  }

  /** Small models; all the same for the same seed of jqwik. */
  public static Arbitrary<DatabaseModel> models() {
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.integers().between(1, TABLES.size()),
            Arbitraries.integers().between(1, COLUMNS.size()))
        .as((seed, tables, columns) -> new RandomModels(seed, columns).model(tables));
  }

  private DatabaseModel model(int count) {
    for (int i = 0; i < count; i++) {
      tables.add(table(TABLES.get(i)));
    }
    List<Sequence> sequences = new ArrayList<>();
    if (random.nextBoolean()) {
      sequences.add(Sequence.of(QualifiedName.parse("numbers"), random.nextInt(100), 50));
    }
    return DatabaseModel.empty().withTables(tables).withSequences(sequences);
  }

  private Table table(String name) {
    List<String> names = new ArrayList<>(COLUMNS);
    Collections.shuffle(names, random);
    List<Column> made = new ArrayList<>();
    for (String column : names.subList(0, columns)) {
      made.add(column(column));
    }
    Table bare = Table.of(name, made.toArray(Column[]::new));
    if (one(6)) {
      bare = bare.withComment("It's \\ \"here\"");
    }
    Table keyed = withPrimaryKey(bare);
    return withIndexes(withConstraints(withFormula(keyed)));
  }

  private Column column(String name) {
    ColumnType type = one(4) ? any(ODD) : any(PLAIN);
    Column column = Column.of(name, type).withNullable(random.nextBoolean());
    String value = one(3) ? defaultOf(type) : null;
    return column
        .withDefault(value == null ? null : SqlExpression.of(value))
        .withComment(one(8) ? "the " + name : null);
  }

  private @Nullable String defaultOf(ColumnType type) {
    return switch (type.toString()) {
      case "integer", "bigint", "smallint", "tinyint" -> one(2) ? "0" : "-5";
      case "numeric(12,2)" -> "1.50";
      case "varchar(255)", "text" -> one(2) ? "'it''s'" : "''";
      case "boolean" -> one(2) ? "true" : "false";
      case "timestamp(6)" -> "CURRENT_TIMESTAMP";
      default -> null;
    };
  }

  private Table withPrimaryKey(Table table) {
    List<Identifier> key = some(keyable(table), 2);
    if (key.isEmpty() || one(5)) {
      return table;
    }
    List<Column> made = new ArrayList<>(table.columns());
    made.replaceAll(column -> key.contains(column.name()) ? column.withNullable(false) : column);
    Column first = Objects.requireNonNull(table.column(key.get(0)));
    if (key.size() == 1 && first.type().equals(Types.bigint())) {
      made.replaceAll(
          column ->
              column.name().equals(first.name())
                  ? column.withDefault(null).withGeneration(Generation.identity())
                  : column);
    }
    return table
        .withColumns(made)
        .withConstraints(List.of(new PrimaryKey(name("pk", table, 0), key)));
  }

  private Table withFormula(Table table) {
    Identifier number = any(ofType(table, "integer", "smallint"));
    if (number == null || !one(3)) {
      return table;
    }
    List<Column> made = new ArrayList<>(table.columns());
    made.add(
        Column.of("computed", Types.bigint())
            .withGeneration(
                new Generation.Computed(
                    SqlExpression.of('"' + number.key().replace("\"", "\"\"") + "\" * 2"), true)));
    return table.withColumns(made);
  }

  private Table withConstraints(Table table) {
    List<Constraint> made = new ArrayList<>(table.constraints());
    Set<Set<Identifier>> taken = new HashSet<>();
    made.forEach(key -> taken.add(Set.copyOf(key.columns())));
    for (int i = 0; i < random.nextInt(3); i++) {
      List<Identifier> unique = some(keyable(table), 3);
      if (!unique.isEmpty() && taken.add(Set.copyOf(unique))) {
        made.add(Unique.of(name("uq", table, i), unique));
      }
    }
    CheckCondition condition = condition(table);
    if (condition != null) {
      made.add(new Check(name("ck", table, 0), condition));
    }
    ForeignKey reference = reference(table);
    if (reference != null) {
      made.add(reference);
    }
    return table.withConstraints(made);
  }

  private @Nullable CheckCondition condition(Table table) {
    Identifier text = any(ofType(table, "varchar(255)", "text", "varchar(1)"));
    Identifier number = any(ofType(table, "integer", "smallint", "bigint", "numeric(12,2)"));
    return switch (random.nextInt(5)) {
      case 0 ->
          text == null ? null : new CheckCondition.OneOf(text, List.of("A", "it's", "back\\slash"));
      case 1 -> number == null ? null : new CheckCondition.Between(number, -3, 7);
      case 2 -> number == null ? null : new CheckCondition.AtLeast(number, -1);
      case 3 ->
          number == null
              ? null
              : new CheckCondition.OneOfNumbers(number, List.of(-1L, 0L, 4_000_000_000L));
      default -> null;
    };
  }

  /** A reference to the key of a table made before, or to the table's own. */
  private @Nullable ForeignKey reference(Table table) {
    List<Table> candidates =
        Stream.concat(tables.stream(), Stream.of(table))
            .filter(candidate -> candidate.primaryKey() != null)
            .toList();
    if (candidates.isEmpty()) {
      return null;
    }
    Table target = candidates.get(random.nextInt(candidates.size()));
    List<Identifier> key = Objects.requireNonNull(target.primaryKey()).columns();
    List<Identifier> own = new ArrayList<>();
    for (Identifier column : key) {
      ColumnType type = Objects.requireNonNull(target.column(column)).type();
      table.columns().stream()
          .filter(mine -> mine.type().equals(type) && mine.generation() == null)
          .map(Column::name)
          .filter(mine -> !own.contains(mine))
          .findFirst()
          .ifPresent(own::add);
    }
    if (own.size() < key.size()) {
      return null;
    }
    return ForeignKey.of(name("fk", table, 0), own, target.name(), key)
        .withActions(
            ReferentialAction.values()[random.nextInt(ReferentialAction.values().length)],
            one(4) ? ReferentialAction.CASCADE : ReferentialAction.NO_ACTION)
        .withDeferral(one(4) ? Deferral.INITIALLY_DEFERRED : Deferral.NONE);
  }

  private Table withIndexes(Table table) {
    List<Index> made = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      List<Identifier> indexed = some(keyable(table), 3);
      if (!indexed.isEmpty()) {
        List<IndexPart> parts =
            indexed.stream()
                .map(column -> one(3) ? IndexPart.of(column).desc() : IndexPart.of(column))
                .toList();
        made.add(Index.of(name("ix", table, i), one(3), indexed).withParts(parts));
      }
    }
    return table.withIndexes(made);
  }

  private static Identifier name(String prefix, Table table, int number) {
    return Identifier.of(prefix + number + "_" + table.name().name().key().replace('"', '_'));
  }

  private static List<Identifier> keyable(Table table) {
    return table.columns().stream()
        .filter(column -> PLAIN.contains(column.type()) && column.generation() == null)
        .map(Column::name)
        .toList();
  }

  private static List<Identifier> ofType(Table table, String... types) {
    return table.columns().stream()
        .filter(column -> List.of(types).contains(column.type().toString()))
        .filter(column -> column.generation() == null)
        .map(Column::name)
        .toList();
  }

  private List<Identifier> some(List<Identifier> columnNames, int most) {
    List<Identifier> shuffled = new ArrayList<>(columnNames);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(shuffled.size(), 1 + random.nextInt(most)));
  }

  private <T> @Nullable T any(List<T> values) {
    return values.isEmpty() ? null : values.get(random.nextInt(values.size()));
  }

  /** True in one of so many cases. */
  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }
}
