package dev.limbeck.scanner.boot;

import dev.limbeck.model.ColumnType;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Generation;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.scanner.bridge.ColumnPlace;
import dev.limbeck.scanner.ddl.ColumnDefinitionText;
import dev.limbeck.sql.SqlText;
import java.util.List;
import java.util.Map;
import org.hibernate.HibernateException;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Makes a column of the model from one of Hibernate's. */
final class ColumnReader {
  private final Metadata metadata;
  private final List<EnumType> enumTypes;
  private final Map<ColumnPlace, Kind> kinds;
  private final List<String> notes;

  ColumnReader(
      Metadata metadata,
      List<EnumType> enumTypes,
      Map<ColumnPlace, Kind> kinds,
      List<String> notes) {
    this.metadata = metadata;
    this.enumTypes = enumTypes;
    this.kinds = kinds;
    this.notes = notes;
  }

  /**
   * A column, and what its definition said beside it.
   *
   * @param column the column
   * @param definition the definition
   */
  record Result(dev.limbeck.model.Column column, ColumnDefinitionText definition) {}

  /**
   * Reads a column.
   *
   * @param failures takes a line where the dialect has no type for it
   * @return null where it has none
   */
  @Nullable Result read(QualifiedName table, Column column, List<String> failures) {
    ColumnPlace place = new ColumnPlace(table, Names.of(column));
    String sqlType = sqlType(column, place, failures);
    if (sqlType == null) {
      return null;
    }
    String options = NewerMembers.options(column);
    ColumnDefinitionText text =
        ColumnDefinitionText.parse(sqlType).and(ColumnDefinitionText.parseOptions(options));
    if (!text.unread().isEmpty() || text.type().isEmpty()) {
      notes.add(
          "column "
              + place
              + ": not all of its columnDefinition and options is read: "
              + (text.type().isEmpty() ? sqlType : text.unread()));
    }
    Kind kind = TypeKinds.of(column, metadata);
    if (kind != null) {
      kinds.put(place, kind);
    }
    Generation generation = generation(column, text);
    String defaultValue =
        column.getDefaultValue() == null ? text.defaultValue() : column.getDefaultValue();
    // Where the database takes no NOT NULL behind a formula, Hibernate leaves it out.
    boolean open =
        generation instanceof Generation.Computed
            && !NewerMembers.hasNotNullOnGenerated(metadata.getDatabase().getDialect());
    boolean nullable =
        (column.isNullable() || open)
            && !Boolean.FALSE.equals(text.nullable())
            && !(generation instanceof Generation.Identity);
    return new Result(
        new dev.limbeck.model.Column(
            place.column(),
            type(text.type().isEmpty() ? sqlType : text.type()),
            nullable,
            generation != null || defaultValue == null ? null : SqlExpression.of(defaultValue),
            generation,
            column.getComment() == null ? text.comment() : Names.comment(column.getComment()),
            column.getCollation() == null
                ? text.collation()
                : metadata.getDatabase().getDialect().quoteCollation(column.getCollation())),
        text);
  }

  private @Nullable Generation generation(Column column, ColumnDefinitionText text) {
    if (text.generation() != null) {
      return text.generation();
    }
    if (column.isIdentity()) {
      return Generation.identity();
    }
    if (column.getGeneratedAs() == null) {
      return null;
    }
    // Whether it is stored depends on the version of the database.
    String clause = metadata.getDatabase().getDialect().generatedAs(column.getGeneratedAs());
    return ColumnDefinitionText.parse("type " + clause).generation();
  }

  private ColumnType type(String sql) {
    for (EnumType type : enumTypes) {
      if (SqlText.sameTokens(type.name().name().text(), sql)) {
        return new NamedType(type.name());
      }
    }
    return new NativeType(sql);
  }

  private @Nullable String sqlType(Column column, ColumnPlace place, List<String> failures) {
    try {
      return column.getSqlType(metadata);
    } catch (HibernateException e) {
      if (isNamedEnum(column)) {
        return "varchar(255)";
      }
      failures.add(place + ": " + HibernateBoot.reasons(e));
      return null;
    }
  }

  private boolean isNamedEnum(Column column) {
    int code = NewerMembers.typeCode(column, metadata);
    return code == SqlTypes.NAMED_ENUM || code == SqlTypes.NAMED_ORDINAL_ENUM;
  }
}
