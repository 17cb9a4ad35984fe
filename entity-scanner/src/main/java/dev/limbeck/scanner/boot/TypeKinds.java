package dev.limbeck.scanner.boot;

import dev.limbeck.model.ScalarType.Kind;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The kinds of type that Hibernate's type codes stand for. */
final class TypeKinds {
  private TypeKinds() {}

  /** The kind of a column's type, or null where no kind stands for it. */
  static @Nullable Kind of(Column column, Metadata metadata) {
    return of(code(column, metadata));
  }

  private static int code(Column column, Metadata metadata) {
    return column.getValue().getType() instanceof JdbcMapping basic
        ? basic.getJdbcType().getDdlTypeCode()
        : NewerMembers.typeCode(column, metadata);
  }

  private static @Nullable Kind of(int code) {
    return switch (code) {
      case SqlTypes.BIT, SqlTypes.BOOLEAN -> Kind.BOOLEAN;
      case SqlTypes.TINYINT -> Kind.TINYINT;
      case SqlTypes.SMALLINT -> Kind.SMALLINT;
      case SqlTypes.INTEGER -> Kind.INTEGER;
      case SqlTypes.BIGINT -> Kind.BIGINT;
      case SqlTypes.FLOAT -> Kind.FLOAT;
      case SqlTypes.REAL -> Kind.REAL;
      case SqlTypes.DOUBLE -> Kind.DOUBLE;
      case SqlTypes.NUMERIC -> Kind.NUMERIC;
      case SqlTypes.DECIMAL -> Kind.DECIMAL;
      case SqlTypes.CHAR -> Kind.CHAR;
      case SqlTypes.VARCHAR, SqlTypes.ENUM -> Kind.VARCHAR;
      case SqlTypes.NCHAR -> Kind.NCHAR;
      case SqlTypes.NVARCHAR -> Kind.NVARCHAR;
      case SqlTypes.LONGVARCHAR, SqlTypes.LONG32VARCHAR -> Kind.TEXT;
      case SqlTypes.LONGNVARCHAR, SqlTypes.LONG32NVARCHAR -> Kind.NTEXT;
      case SqlTypes.CLOB, SqlTypes.MATERIALIZED_CLOB -> Kind.CLOB;
      case SqlTypes.NCLOB, SqlTypes.MATERIALIZED_NCLOB -> Kind.NCLOB;
      case SqlTypes.BINARY -> Kind.BINARY;
      case SqlTypes.VARBINARY -> Kind.VARBINARY;
      case SqlTypes.LONGVARBINARY, SqlTypes.LONG32VARBINARY -> Kind.BYTES;
      case SqlTypes.BLOB, SqlTypes.MATERIALIZED_BLOB -> Kind.BLOB;
      case SqlTypes.DATE -> Kind.DATE;
      case SqlTypes.TIME -> Kind.TIME;
      case SqlTypes.TIME_WITH_TIMEZONE -> Kind.TIME_TZ;
      case SqlTypes.TIME_UTC -> Kind.TIME_UTC;
      case SqlTypes.TIMESTAMP -> Kind.TIMESTAMP;
      case SqlTypes.TIMESTAMP_WITH_TIMEZONE -> Kind.TIMESTAMP_TZ;
      case SqlTypes.TIMESTAMP_UTC -> Kind.TIMESTAMP_UTC;
      case SqlTypes.INTERVAL_SECOND -> Kind.INTERVAL;
      case SqlTypes.UUID -> Kind.UUID;
      case SqlTypes.JSON -> Kind.JSON;
      case SqlTypes.SQLXML -> Kind.XML;
      case SqlTypes.INET -> Kind.INET;
      case SqlTypes.GEOMETRY -> Kind.GEOMETRY;
      case SqlTypes.GEOGRAPHY -> Kind.GEOGRAPHY;
      default -> null;
    };
  }
}
