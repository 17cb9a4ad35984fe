package dev.limbeck.testing.random;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a model sound after something was changed or taken away at random: what then stands on
 * nothing, or on what cannot bear it, goes.
 */
final class Sound {
  private final DatabaseModel model;

  private Sound(DatabaseModel model) {
    this.model = model;
  }

  static DatabaseModel of(DatabaseModel model) {
    DatabaseModel sound =
        model
            .withTables(model.tables().stream().map(new Sound(model)::table).toList())
            .withDomains(model.domains().stream().map(SoundTypes::domain).toList());
    Set<Identifier> schemas =
        Stream.of(
                sound.tables().stream().map(Table::name),
                sound.sequences().stream().map(sequence -> sequence.name()),
                sound.enumTypes().stream().map(EnumType::name),
                sound.domains().stream().map(Domain::name))
            .flatMap(names -> names)
            .map(QualifiedName::schema)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    schemas.addAll(model.schemas());
    return new Sound(sound).withoutLostReferences().withSchemas(schemas);
  }

  private DatabaseModel withoutLostReferences() {
    return model.withTables(
        model.tables().stream()
            .map(
                table ->
                    table.withConstraints(
                        table.constraints().stream()
                            .filter(
                                constraint ->
                                    !(constraint instanceof ForeignKey key) || refers(table, key))
                            .toList()))
            .toList());
  }

  private boolean refers(Table table, ForeignKey key) {
    Table target = model.table(key.target());
    if (target == null
        || keys(target).stream()
            .noneMatch(each -> Set.copyOf(each).equals(Set.copyOf(key.targetColumns())))) {
      return false;
    }
    for (int i = 0; i < key.columns().size(); i++) {
      Column mine = table.column(key.columns().get(i));
      Column other = target.column(key.targetColumns().get(i));
      if (mine == null
          || other == null
          || mine.generation() != null
          || !mine.type().equals(other.type())
          || !Objects.equals(mine.collation(), other.collation())) {
        return false;
      }
    }
    return true;
  }

  /** The column lists of a table that a foreign key may refer to. */
  static List<List<Identifier>> keys(Table table) {
    return table.constraints().stream()
        .filter(
            constraint ->
                constraint instanceof PrimaryKey
                    || constraint instanceof Unique unique && unique.deferral() == Deferral.NONE)
        .map(Constraint::columns)
        .toList();
  }

  private Table table(Table table) {
    List<Column> columns = new ArrayList<>();
    PrimaryKey key = table.primaryKey();
    boolean keyed = key != null && isIndexed(table, key.columns());
    for (Column column : table.columns()) {
      boolean inKey = keyed && key.columns().contains(column.name());
      columns.add(column(table, column, inKey));
    }
    Table sound = table.withColumns(columns);
    boolean identity =
        columns.stream().anyMatch(column -> column.generation() instanceof Generation.Identity);
    Table bare = sound.withConstraints(constraints(sound)).withIndexes(indexes(sound));
    return identity || bare.primaryKey() == null ? bare.withOptions(null) : bare;
  }

  private List<Constraint> constraints(Table table) {
    List<Constraint> constraints = new ArrayList<>();
    Set<Set<Identifier>> keys = new HashSet<>();
    for (Constraint constraint : table.constraints()) {
      boolean isKey = constraint instanceof PrimaryKey || constraint instanceof Unique;
      boolean sound =
          isKey
              ? isIndexed(table, constraint.columns()) && keys.add(Set.copyOf(constraint.columns()))
              : !(constraint instanceof Check check) || isSound(table, check.condition());
      if (sound && constraints.stream().noneMatch(each -> isSame(each, constraint))) {
        constraints.add(constraint);
      }
    }
    return constraints;
  }

  /** Two that demand the same are one: the second is skipped when it is added. */
  static boolean isSame(Constraint one, Constraint other) {
    return one.withName(null).equals(other.withName(null));
  }

  /** What every database shows of an index. */
  private static Index plain(Table table, Index index) {
    return new Index(
        null,
        index.unique(),
        index.parts().stream().map(part -> plain(table, part)).toList(),
        null,
        List.of(),
        index.where(),
        false);
  }

  private static IndexPart plain(Table table, IndexPart part) {
    Column column = part.column() == null ? null : table.column(part.column());
    boolean usual = column != null && Objects.equals(column.collation(), part.collation());
    return new IndexPart(
        part.column(),
        part.expression(),
        part.descending(),
        null,
        usual ? null : part.collation(),
        null);
  }

  private static List<Index> indexes(Table table) {
    List<Index> indexes = new ArrayList<>();
    for (Index index : table.indexes()) {
      if (isSound(table, index)
          && indexes.stream().noneMatch(each -> plain(table, each).equals(plain(table, index)))) {
        indexes.add(index);
      }
    }
    return indexes;
  }

  private Column column(Table table, Column column, boolean inKey) {
    Column sound = column;
    NamedType named = Labels.typeOf(sound.type());
    EnumType labels = named == null ? null : model.enumType(named.name());
    if (named != null && labels == null && model.domain(named.name()) == null) {
      sound = sound.withType(dev.limbeck.model.Types.varchar(255)).withDefault(null);
    }
    if (labels != null && !SoundTypes.isOf(labels, sound)) {
      sound = sound.withDefault(null);
    }
    if (sound.generation() instanceof Generation.Computed computed
        && (inKey || !isFormula(table, computed.expression()))) {
      sound = sound.withGeneration(null);
    }
    if (sound.generation() instanceof Generation.Identity
        && (Family.of(sound.type()) != Family.WHOLE || isTiny(sound.type()))) {
      sound = sound.withGeneration(null);
    }
    if (sound.generation() instanceof Generation.Identity) {
      sound = sound.withNullable(false).withDefault(null);
    }
    if (sound.generation() instanceof Generation.Computed) {
      sound = sound.withNullable(true).withDefault(null).withCollation(null);
    }
    if (Family.of(sound.type()) != Family.TEXT) {
      sound = sound.withCollation(null);
    }
    return inKey ? sound.withNullable(false) : sound;
  }

  private static boolean isTiny(ColumnType type) {
    return type instanceof ScalarType scalar && scalar.kind() == ScalarType.Kind.TINYINT;
  }

  private static boolean isFormula(Table table, SqlExpression formula) {
    Set<Identifier> named = named(formula);
    return !named.isEmpty()
        && named.stream()
            .map(table::column)
            .allMatch(
                column ->
                    column != null
                        && column.generation() == null
                        && Columns.isSource(column.type())
                        && isText(formula) == (Family.of(column.type()) == Family.TEXT));
  }

  private static boolean isText(SqlExpression formula) {
    return formula.text().startsWith("upper") || formula.text().contains("'none'");
  }

  private static boolean isIndexed(Table table, List<Identifier> columns) {
    return Set.copyOf(columns).size() == columns.size()
        && columns.stream()
            .map(table::column)
            .allMatch(
                column ->
                    column != null
                        && !(column.generation() instanceof Generation.Computed)
                        && Family.of(column.type()).isKeyable());
  }

  private boolean isSound(Table table, CheckCondition condition) {
    if (condition instanceof CheckCondition.OneOf text) {
      return is(table, text.column(), Family.TEXT);
    }
    if (condition instanceof CheckCondition.Sql sql) {
      return isSound(table, sql.expression());
    }
    return condition.columns().stream()
        .map(table::column)
        .allMatch(
            column ->
                column != null
                    && !(column.generation() instanceof Generation.Computed)
                    && isExact(column.type()));
  }

  /** Free checks are on the length of a text, on labels, or on a number first and a text then. */
  private boolean isSound(Table table, SqlExpression free) {
    if (free.text().contains("<>")) {
      return SoundTypes.isOnLabels(model, table, free);
    }
    boolean length = free.text().startsWith("length(");
    List<Identifier> names = namedInOrder(free.text());
    for (int i = 0; i < names.size(); i++) {
      Column column = table.column(names.get(i));
      boolean text = length || i > 0;
      if (column == null
          || column.generation() instanceof Generation.Computed
          || !(text ? Family.of(column.type()) == Family.TEXT : isExact(column.type()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(Table table, Identifier name, Family family) {
    Column column = table.column(name);
    return column != null
        && !(column.generation() instanceof Generation.Computed)
        && Family.of(column.type()) == family;
  }

  /** True for numbers without rounding. */
  static boolean isExact(ColumnType type) {
    return Family.of(type) == Family.WHOLE || Family.of(type) == Family.DECIMAL;
  }

  /** PostgreSQL's class of operators on a text for patterns. */
  static String patternClass(ColumnType type) {
    return switch (((ScalarType) type).kind()) {
      case CHAR, NCHAR -> "bpchar_pattern_ops";
      case TEXT, NTEXT -> "text_pattern_ops";
      default -> "varchar_pattern_ops";
    };
  }

  private static boolean isSound(Table table, Index index) {
    boolean special = index.method() != null;
    List<Identifier> columns = index.columns();
    boolean fits =
        special
            ? columns.stream().allMatch(name -> hasMethod(table.column(name), index.method()))
            : columns.isEmpty() || isIndexed(table, columns);
    return fits
        && Stream.concat(index.include().stream(), columns.stream()).distinct().count()
            == index.include().size() + columns.size()
        && index.include().stream()
            .map(table::column)
            .allMatch(column -> column != null && column.generation() == null)
        && (index.where() == null || isPredicate(table, index.where()))
        && index.parts().stream().allMatch(part -> isSound(table, part));
  }

  private static boolean hasMethod(@Nullable Column column, String method) {
    if (column == null) {
      return false;
    }
    Family family = Family.of(column.type());
    return method.equals("gin")
        ? family == Family.ARRAY || family == Family.JSON
        : isExact(column.type());
  }

  private static boolean isSound(Table table, IndexPart part) {
    Column column = part.column() == null ? null : table.column(part.column());
    if (column != null) {
      boolean text = Family.of(column.type()) == Family.TEXT;
      return (part.collation() == null || text)
          && (part.operatorClass() == null
              || text && part.operatorClass().equals(patternClass(column.type())));
    }
    return part.expression() != null
        && named(part.expression()).stream()
            .map(table::column)
            .allMatch(
                named ->
                    named != null
                        && named.generation() == null
                        && Columns.isSource(named.type())
                        && isTextual(part.expression())
                            == (Family.of(named.type()) == Family.TEXT));
  }

  private static boolean isTextual(SqlExpression expression) {
    return expression.text().startsWith("lower") || expression.text().contains("''");
  }

  private static boolean isPredicate(Table table, SqlExpression predicate) {
    return named(predicate).stream()
        .map(table::column)
        .allMatch(
            column ->
                column != null
                    && !(column.generation() instanceof Generation.Computed)
                    && (isExact(column.type()) || !predicate.text().contains(">")));
  }

  /** The columns that an expression names, all of them in quotes. */
  static Set<Identifier> named(SqlExpression expression) {
    return Stream.concat(Stream.of(expression.text()), expression.variants().values().stream())
        .flatMap(sql -> namedInOrder(sql).stream())
        .collect(Collectors.toSet());
  }

  static List<Identifier> namedInOrder(String sql) {
    return SqlTokenizer.code(sql).stream()
        .filter(token -> token.kind() == SqlToken.Kind.QUOTED)
        .map(token -> Identifier.quoted(token.value()))
        .toList();
  }
}
