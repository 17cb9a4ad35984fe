package dev.limbeck.testing.random;

import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.VariantType;

/** Types whose values are alike. */
enum Family {
  WHOLE,
  DECIMAL,
  FLOATING,
  TEXT,
  BOOL,
  DATE,
  TIME,
  INTERVAL,
  UUID,
  JSON,
  XML,
  INET,
  BYTES,
  CLOB,
  BLOB,
  ARRAY,
  NAMED,
  /** A type in the words of a database, or one that differs by database. */
  OWN;

  static Family of(ColumnType type) {
    if (type instanceof ArrayType) {
      return ARRAY;
    }
    if (type instanceof NamedType) {
      return NAMED;
    }
    if (type instanceof VariantType || !(type instanceof ScalarType scalar)) {
      return OWN;
    }
    return switch (scalar.kind()) {
      case BOOLEAN -> BOOL;
      case TINYINT, SMALLINT, INTEGER, BIGINT -> WHOLE;
      case FLOAT, REAL, DOUBLE -> FLOATING;
      case NUMERIC, DECIMAL -> DECIMAL;
      case CHAR, VARCHAR, NCHAR, NVARCHAR, TEXT, NTEXT -> TEXT;
      case CLOB, NCLOB -> CLOB;
      case BLOB -> BLOB;
      case BINARY, VARBINARY, BYTES -> BYTES;
      case DATE, TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC -> DATE;
      case TIME, TIME_TZ, TIME_UTC -> TIME;
      case INTERVAL -> INTERVAL;
      case UUID -> UUID;
      case JSON -> JSON;
      case XML -> XML;
      case INET -> INET;
      case GEOMETRY, GEOGRAPHY -> OWN;
    };
  }

  boolean isNumber() {
    return this == WHOLE || this == DECIMAL || this == FLOATING;
  }

  /** True for types whose columns both databases take into keys and indexes. */
  boolean isKeyable() {
    return switch (this) {
      case WHOLE, DECIMAL, TEXT, BOOL, DATE, TIME, UUID, BYTES, INET, NAMED -> true;
      default -> false;
    };
  }
}
