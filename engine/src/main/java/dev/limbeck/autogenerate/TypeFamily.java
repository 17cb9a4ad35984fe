package dev.limbeck.autogenerate;

import dev.limbeck.model.ColumnType;
import dev.limbeck.model.ScalarType;
import java.util.EnumMap;
import java.util.Map;

/** Groups types whose values can become each other's. */
final class TypeFamily {
  private static final Map<ScalarType.Kind, String> FAMILIES = new EnumMap<>(ScalarType.Kind.class);

  static {
    for (ScalarType.Kind kind : ScalarType.Kind.values()) {
      FAMILIES.put(
          kind,
          switch (kind) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, FLOAT, REAL, DOUBLE, NUMERIC, DECIMAL ->
                "number";
            case CHAR, VARCHAR, NCHAR, NVARCHAR, TEXT, NTEXT, CLOB, NCLOB -> "text";
            case BINARY, VARBINARY, BYTES, BLOB -> "bytes";
            case TIME, TIME_TZ, TIME_UTC -> "time";
            case DATE, TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC -> "date";
            case GEOMETRY, GEOGRAPHY -> "shape";
            default -> kind.name();
          });
    }
  }

  private TypeFamily() {}

  /** True where a column of the one type can have become one of the other. */
  static boolean same(ColumnType one, ColumnType other) {
    if (one.equals(other)) {
      return true;
    }
    return one instanceof ScalarType a
        && other instanceof ScalarType b
        && FAMILIES.get(a.kind()).equals(FAMILIES.get(b.kind()));
  }
}
