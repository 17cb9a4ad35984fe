package dev.limbeck.dialect.sqlite;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Projection;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.CheckCondition.AtLeast;
import dev.limbeck.model.CheckCondition.Between;
import dev.limbeck.model.CheckCondition.OneOf;
import dev.limbeck.model.CheckCondition.OneOfNumbers;
import dev.limbeck.model.CheckCondition.Sql;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.model.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What SQLite can show of a model.
 *
 * <p>Dropped: comments, schemas, enumerated types, whether a name is quoted, the deferral of unique
 * constraints, index methods, included columns, operator classes, the order of nulls, {@code NULLS
 * NOT DISTINCT}. Of a sequence, which is emulated, only the name is left: its row holds nothing but
 * the next number. The columns of a primary key do not take null.
 *
 * <p><b>Keys.</b> An identity has to be the table's only key column and of the type {@code
 * integer}: an alias of the row id, which makes the numbers. Whether the entity's key is a {@code
 * long} or an {@code int} is then not shown, nor whether it was when the identity is taken away; so
 * for a single key column {@code bigint} is {@code integer} here, identity or not, though it is
 * created as Hibernate has it ({@link #written}).
 *
 * <p>An {@code integer} key whose numbers the application gives is an alias too, and SQLite would
 * number it all the same; Hibernate writes {@code id integer} for an identity and {@code id integer
 * not null} for the other, so does Limbeck, and by this the two are told apart when they are read.
 * {@code AUTOINCREMENT} always says identity. An identity elsewhere is a plain column.
 */
final class SqliteProjection implements Projection {
  private final SqliteTypes types;
  private final SqliteExpressions expressions;

  SqliteProjection(SqliteTypes types, SqliteExpressions expressions) {
    this.types = types;
    this.expressions = expressions;
  }

  @Override
  public boolean hasSchemas() {
    return false;
  }

  @Override
  public QualifiedName name(QualifiedName name) {
    return QualifiedName.of(name(name.name()));
  }

  @Override
  public Identifier name(Identifier name) {
    return name.quoted() ? Identifier.of(name.text()) : name;
  }

  @Override
  public Column column(Table table, Column column) {
    boolean only = isOnlyKey(table, column);
    boolean identity = only && column.generation() instanceof Generation.Identity;
    PrimaryKey key = table.primaryKey();
    boolean inKey = key != null && key.columns().contains(column.name());
    ColumnType type = types.canonical(column.type());
    return new Column(
        name(column.name()),
        identity || only && type.equals(Types.bigint()) ? Types.integer() : type,
        column.nullable() && !inKey,
        identity ? null : expression(column.defaultValue()),
        generation(column, identity),
        null,
        columnCollation(column.collation()));
  }

  @Override
  public boolean numbersItself(Table table, Column column) {
    return isOnlyKey(table, column) && types.canonical(column.type()).equals(Types.integer());
  }

  /** True for the one key column of a table with row ids, which it may be an alias of. */
  private static boolean isOnlyKey(Table table, Column column) {
    PrimaryKey key = table.primaryKey();
    return key != null
        && key.columns().equals(List.of(column.name()))
        && !TableOptions.of(table.options()).withoutRowid();
  }

  private @Nullable Generation generation(Column column, boolean identity) {
    if (identity) {
      return Generation.identity();
    }
    return column.generation() instanceof Generation.Computed computed
        ? new Generation.Computed(plain(computed.expression()), computed.stored())
        : null;
  }

  @Override
  public Constraint constraint(Table table, Constraint constraint) {
    Identifier name = constraint.name() == null ? null : name(constraint.name());
    return constraint.accept(
        new Constraint.Visitor<>() {
          @Override
          public Constraint primaryKey(PrimaryKey key) {
            return new PrimaryKey(name, names(key.columns()));
          }

          @Override
          public Constraint unique(Unique unique) {
            return Unique.of(name, names(unique.columns()));
          }

          @Override
          public Constraint foreignKey(ForeignKey key) {
            return new ForeignKey(
                name,
                names(key.columns()),
                name(key.target()),
                names(key.targetColumns()),
                key.onDelete(),
                key.onUpdate(),
                key.deferral());
          }

          @Override
          public Constraint check(Check check) {
            return new Check(name, condition(table, check.condition()));
          }

          private QualifiedName name(QualifiedName target) {
            return SqliteProjection.this.name(target);
          }
        });
  }

  private CheckCondition condition(Table table, CheckCondition condition) {
    CheckCondition typed =
        condition instanceof Sql sql
            ? expressions.condition(table, sql.expression().forDialect(SqliteDialect.NAME))
            : condition;
    return typed.accept(
        new CheckCondition.Visitor<>() {
          @Override
          public CheckCondition oneOf(OneOf known) {
            return new OneOf(name(known.column()), known.values());
          }

          @Override
          public CheckCondition oneOfNumbers(OneOfNumbers known) {
            return new OneOfNumbers(name(known.column()), known.values());
          }

          @Override
          public CheckCondition between(Between known) {
            return new Between(name(known.column()), known.least(), known.most());
          }

          @Override
          public CheckCondition atLeast(AtLeast known) {
            return new AtLeast(name(known.column()), known.least());
          }

          @Override
          public CheckCondition sql(Sql sql) {
            return sql;
          }
        });
  }

  @Override
  public Index index(Table table, Index index) {
    return new Index(
        index.name() == null ? null : name(index.name()),
        index.unique(),
        index.parts().stream().map(part -> part(table, part)).toList(),
        null,
        List.of(),
        expression(index.where()),
        false);
  }

  private IndexPart part(Table table, IndexPart part) {
    Column column = part.column() == null ? null : table.column(part.column());
    String own = column == null ? null : collation(column.collation());
    String usual = own == null ? "BINARY" : own;
    String collation = collation(part.collation());
    return new IndexPart(
        part.column() == null ? null : name(part.column()),
        expression(part.expression()),
        part.descending(),
        null,
        Objects.equals(usual, collation) ? null : collation,
        null);
  }

  private static @Nullable String columnCollation(@Nullable String name) {
    String own = collation(name);
    return "BINARY".equals(own) ? null : own;
  }

  /** Names of collations are found whatever their case, and whether they stand in quotes or not. */
  private static @Nullable String collation(@Nullable String name) {
    return name == null ? null : SqliteIdentifiers.unquoted(name).toUpperCase(Locale.ROOT);
  }

  /** Only its name: the table that stands for it holds the next number and nothing else. */
  @Override
  public Sequence sequence(Sequence sequence) {
    return Sequence.of(name(sequence.name()), 1, 1);
  }

  @Override
  public @Nullable EnumType enumType(EnumType type) {
    return null;
  }

  @Override
  public @Nullable String comment(@Nullable String comment) {
    return null;
  }

  @Override
  public @Nullable String options(@Nullable String options) {
    return TableOptions.of(options).text();
  }

  @Override
  public Table table(Table table) {
    Table projected = Projection.super.table(table);
    TableOptions options = TableOptions.of(table.options());
    boolean identity =
        projected.columns().stream()
            .anyMatch(column -> column.generation() instanceof Generation.Identity);
    return projected.withOptions(
        options.withAutoIncrement(options.autoIncrement() && identity).text());
  }

  /**
   * The table as it is to be written: projected, but each type as it was asked for, where no
   * identity forbids it.
   */
  Table written(Table table) {
    Table projected = table(table);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < projected.columns().size(); i++) {
      Column column = projected.columns().get(i);
      columns.add(
          column.generation() instanceof Generation.Identity
              ? column
              : column.withType(written(table, table.columns().get(i))));
    }
    return projected.withColumns(columns);
  }

  /** A key that is declared {@code int} is no alias of the row id, {@code integer} would be one. */
  private ColumnType written(Table table, Column column) {
    ColumnType type = types.canonical(column.type());
    boolean alias = isOnlyKey(table, column) && type.equals(Types.integer());
    return alias
            && column.type() instanceof NativeType declared
            && !declared.sql().equalsIgnoreCase("integer")
        ? declared
        : type;
  }

  /** The table with all but its columns projected, of which only the names are. */
  Table keepingColumns(Table table) {
    return table(table)
        .withColumns(
            table.columns().stream().map(column -> column.withName(name(column.name()))).toList());
  }

  /**
   * The model as the database has it.
   *
   * @throws LimbeckException LMB-215 where two tables or two sequences differ only in their schemas
   *     or in the case of their names
   */
  @Override
  public DatabaseModel model(DatabaseModel model) {
    Map<QualifiedName, QualifiedName> taken = new HashMap<>();
    model.tables().forEach(table -> take(taken, table.name()));
    model.sequences().forEach(sequence -> take(taken, sequence.name()));
    return Projection.super.model(model);
  }

  private void take(Map<QualifiedName, QualifiedName> taken, QualifiedName name) {
    QualifiedName other = taken.put(name(name), name);
    if (other != null) {
      throw new LimbeckException(
          "LMB-215",
          "On SQLite, "
              + other
              + " and "
              + name
              + " are the same name.\n"
              + "  SQLite has no schemas and takes upper and lower case for the same.\n"
              + "  Give one of the two tables or sequences another name.");
    }
  }

  private List<Identifier> names(List<Identifier> names) {
    return names.stream().map(this::name).toList();
  }

  private static @Nullable SqlExpression expression(@Nullable SqlExpression expression) {
    return expression == null ? null : plain(expression);
  }

  private static SqlExpression plain(SqlExpression expression) {
    return SqlExpression.of(expression.forDialect(SqliteDialect.NAME));
  }
}
