package dev.limbeck.scanner.types;

import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.type.SqlTypes;

/** Hibernate's type codes and the kinds that stand for them, with samples of each. */
final class HibernateTypeCodes {
  /** The neutral kind of each of Hibernate's codes. */
  static final Map<Integer, Kind> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put(SqlTypes.BOOLEAN, Kind.BOOLEAN);
    KINDS.put(SqlTypes.TINYINT, Kind.TINYINT);
    KINDS.put(SqlTypes.SMALLINT, Kind.SMALLINT);
    KINDS.put(SqlTypes.INTEGER, Kind.INTEGER);
    KINDS.put(SqlTypes.BIGINT, Kind.BIGINT);
    KINDS.put(SqlTypes.FLOAT, Kind.FLOAT);
    KINDS.put(SqlTypes.REAL, Kind.REAL);
    KINDS.put(SqlTypes.DOUBLE, Kind.DOUBLE);
    KINDS.put(SqlTypes.NUMERIC, Kind.NUMERIC);
    KINDS.put(SqlTypes.DECIMAL, Kind.DECIMAL);
    KINDS.put(SqlTypes.CHAR, Kind.CHAR);
    KINDS.put(SqlTypes.VARCHAR, Kind.VARCHAR);
    KINDS.put(SqlTypes.LONGVARCHAR, Kind.VARCHAR);
    KINDS.put(SqlTypes.LONG32VARCHAR, Kind.TEXT);
    KINDS.put(SqlTypes.NCHAR, Kind.NCHAR);
    KINDS.put(SqlTypes.NVARCHAR, Kind.NVARCHAR);
    KINDS.put(SqlTypes.LONGNVARCHAR, Kind.NVARCHAR);
    KINDS.put(SqlTypes.LONG32NVARCHAR, Kind.NTEXT);
    KINDS.put(SqlTypes.CLOB, Kind.CLOB);
    KINDS.put(SqlTypes.NCLOB, Kind.NCLOB);
    KINDS.put(SqlTypes.BINARY, Kind.BINARY);
    KINDS.put(SqlTypes.VARBINARY, Kind.VARBINARY);
    KINDS.put(SqlTypes.LONGVARBINARY, Kind.VARBINARY);
    KINDS.put(SqlTypes.LONG32VARBINARY, Kind.BYTES);
    KINDS.put(SqlTypes.BLOB, Kind.BLOB);
    KINDS.put(SqlTypes.DATE, Kind.DATE);
    KINDS.put(SqlTypes.TIME, Kind.TIME);
    KINDS.put(SqlTypes.TIME_WITH_TIMEZONE, Kind.TIME_TZ);
    KINDS.put(SqlTypes.TIME_UTC, Kind.TIME_UTC);
    KINDS.put(SqlTypes.TIMESTAMP, Kind.TIMESTAMP);
    KINDS.put(SqlTypes.TIMESTAMP_WITH_TIMEZONE, Kind.TIMESTAMP_TZ);
    KINDS.put(SqlTypes.TIMESTAMP_UTC, Kind.TIMESTAMP_UTC);
    KINDS.put(SqlTypes.INTERVAL_SECOND, Kind.INTERVAL);
    KINDS.put(SqlTypes.UUID, Kind.UUID);
    KINDS.put(SqlTypes.JSON, Kind.JSON);
    KINDS.put(SqlTypes.SQLXML, Kind.XML);
    KINDS.put(SqlTypes.INET, Kind.INET);
    KINDS.put(SqlTypes.GEOMETRY, Kind.GEOMETRY);
    KINDS.put(SqlTypes.GEOGRAPHY, Kind.GEOGRAPHY);
  }

  private HibernateTypeCodes() {}

  static List<ScalarType> samples(Kind kind) {
    List<ScalarType> samples = new ArrayList<>();
    switch (kind.parameters()) {
      case 0 -> samples.add(new ScalarType(kind, null, null));
      case 1 -> {
        for (int length : new int[] {1, 6, 24, 25, 53, 255, 10_485_760, 10_485_761}) {
          samples.add(new ScalarType(kind, length, null));
        }
      }
      default -> {
        samples.add(new ScalarType(kind, 19, 2));
        samples.add(new ScalarType(kind, 21, 0));
        samples.add(new ScalarType(kind, 21, 6));
        if (kind != Kind.INTERVAL) {
          samples.add(new ScalarType(kind, 38, 9));
        }
      }
    }
    return samples;
  }

  static Size size(ScalarType type) {
    Integer length = type.length();
    Long characters = length == null ? null : length.longValue();
    return new Size(length, type.scale(), characters);
  }
}
