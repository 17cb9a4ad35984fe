package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.CheckConditionParser;
import dev.limbeck.dialect.Projection;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
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
import dev.limbeck.model.NamedType;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.model.Unique;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL folds: types to those that it has, key and identity columns to NOT NULL, the
 * bounds of a sequence that follow from its direction to none, {@code public} to the default schema
 * that it is unless a connection says otherwise. It drops table options; everything else it keeps.
 */
final class PostgresProjection implements Projection {
  private static final Identifier PUBLIC = Identifier.of("public");

  private static final String USUAL_COLLATION = "\"default\"";

  private final PostgresTypes types;

  PostgresProjection(PostgresTypes types) {
    this.types = requireNonNull(types, "types");
  }

  @Override
  public boolean hasSchemas() {
    return true;
  }

  @Override
  public DatabaseModel model(DatabaseModel model) {
    DatabaseModel projected = Projection.super.model(model);
    return projected.withSchemas(
        projected.schemas().stream().filter(schema -> !schema.equals(PUBLIC)).toList());
  }

  @Override
  public QualifiedName name(QualifiedName name) {
    return PUBLIC.equals(name.schema()) ? name.withSchema(null) : name;
  }

  @Override
  public Identifier name(Identifier name) {
    return name;
  }

  @Override
  public Column column(Table table, Column column) {
    PrimaryKey key = table.primaryKey();
    boolean required =
        column.generation() instanceof Generation.Identity
            || key != null && key.columns().contains(column.name());
    PostgresSerial serial = PostgresSerial.of(types.render(column.type()));
    if (serial != null && column.generation() == null) {
      return new Column(
          column.name(),
          serial.type(),
          false,
          serial.defaultValue(name(table.name()), column.name()),
          null,
          comment(column.comment()),
          collation(column.collation()));
    }
    return new Column(
        column.name(),
        type(column.type()),
        column.nullable() && !required,
        defaultValue(column.defaultValue()),
        generation(column.generation()),
        comment(column.comment()),
        collation(column.collation()));
  }

  @Override
  public Table said(Table table, DatabaseModel read) {
    List<Column> columns =
        table.columns().stream()
            .map(
                column -> {
                  String serial = PostgresSerial.saying(table.name(), column, read);
                  return serial == null
                      ? column
                      : column
                          .withType(
                              Types.varying(
                                  column.type(), PostgresDialect.NAME, Types.nativeType(serial)))
                          .withDefault(null);
                })
            .toList();
    return columns.equals(table.columns()) ? table : table.withColumns(columns);
  }

  /** The collation as the catalog spells it; null for the usual one. */
  private static @Nullable String collation(@Nullable String name) {
    String own = name == null ? null : QuotedName.of(name);
    return USUAL_COLLATION.equals(own) ? null : own;
  }

  private ColumnType type(ColumnType type) {
    ColumnType canonical = types.canonical(type);
    if (canonical instanceof ArrayType array) {
      return new ArrayType(type(array.element()));
    }
    return canonical instanceof NamedType named ? new NamedType(name(named.name())) : canonical;
  }

  /** A default of null is none: PostgreSQL keeps it for some types only. */
  private static @Nullable SqlExpression defaultValue(@Nullable SqlExpression value) {
    SqlExpression own = expression(value);
    return own == null || NullText.isNull(own.text()) ? null : own;
  }

  private static @Nullable Generation generation(@Nullable Generation generation) {
    return generation instanceof Generation.Computed computed
        ? new Generation.Computed(own(computed.expression()), computed.stored())
        : generation;
  }

  @Override
  public Constraint constraint(Table table, Constraint constraint) {
    return constraint.accept(
        new Constraint.Visitor<>() {
          @Override
          public Constraint primaryKey(PrimaryKey key) {
            return key;
          }

          @Override
          public Constraint unique(Unique unique) {
            return unique;
          }

          @Override
          public Constraint foreignKey(ForeignKey key) {
            return key.withTarget(name(key.target()), key.targetColumns());
          }

          @Override
          public Constraint check(Check check) {
            return check.condition() instanceof CheckCondition.Sql free
                ? new Check(
                    check.name(),
                    CheckConditionParser.parse(
                        table, free.expression().forDialect(PostgresDialect.NAME)))
                : check;
          }
        });
  }

  @Override
  public Index index(Table table, Index index) {
    return index
        .withParts(index.parts().stream().map(part -> part(table, part)).toList())
        .withMethod(index.method() == null ? null : index.method().toLowerCase(Locale.ROOT))
        .withWhere(expression(index.where()));
  }

  private static IndexPart part(Table table, IndexPart part) {
    Column column = part.column() == null ? null : table.column(part.column());
    String collation = part.collation() == null ? null : QuotedName.of(part.collation());
    String usual = column == null ? null : collation(column.collation());
    boolean own = Objects.equals(collation, usual == null ? USUAL_COLLATION : usual);
    return new IndexPart(
        part.column(),
        expression(part.expression()),
        part.descending(),
        part.nulls(),
        own ? null : collation,
        part.operatorClass() == null ? null : QuotedName.of(part.operatorClass()));
  }

  @Override
  public Sequence sequence(Sequence sequence) {
    return PostgresSequences.withoutUsualBounds(
        PostgresSequences.withNeededBounds(sequence)
            .withName(name(sequence.name()))
            .withCache(Math.max(1, sequence.cache())),
        Long.MIN_VALUE,
        Long.MAX_VALUE);
  }

  @Override
  public EnumType enumType(EnumType type) {
    return type.withName(name(type.name()));
  }

  @Override
  public @Nullable String comment(@Nullable String comment) {
    return comment == null || comment.isEmpty() ? null : comment;
  }

  @Override
  public @Nullable String options(@Nullable String options) {
    return null;
  }

  private static @Nullable SqlExpression expression(@Nullable SqlExpression expression) {
    return expression == null ? null : own(expression);
  }

  private static SqlExpression own(SqlExpression expression) {
    return SqlExpression.of(expression.forDialect(PostgresDialect.NAME));
  }
}
