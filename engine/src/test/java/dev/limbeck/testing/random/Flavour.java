package dev.limbeck.testing.random;

import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Types;
import java.util.ArrayList;
import java.util.List;

/** Which database a schema is for: what only one of them can make is in its schemas alone. */
public enum Flavour {
  /** Whatever every database can make. */
  SHARED,
  POSTGRESQL,
  SQLITE;

  private static final List<ColumnType> SCALARS =
      List.of(
          Types.bool(),
          Types.tinyint(),
          Types.smallint(),
          Types.integer(),
          Types.integer(),
          Types.bigint(),
          Types.bigint(),
          Types.floating(24),
          Types.floating(53),
          Types.real(),
          Types.doublePrecision(),
          Types.numeric(),
          Types.numeric(5),
          Types.numeric(12, 2),
          Types.numeric(30, 10),
          Types.decimal(),
          Types.decimal(7),
          Types.decimal(9, 3),
          Types.character(1),
          Types.character(3),
          Types.varchar(),
          Types.varchar(1),
          Types.varchar(40),
          Types.varchar(255),
          Types.varchar(255),
          Types.ncharacter(2),
          Types.nvarchar(60),
          Types.text(),
          Types.ntext(),
          Types.date(),
          Types.time(),
          Types.time(0),
          Types.time(3),
          Types.timeTz(3),
          Types.timeUtc(6),
          Types.timestamp(),
          Types.timestamp(0),
          Types.timestamp(6),
          Types.timestampTz(),
          Types.timestampTz(3),
          Types.timestampUtc(6),
          Types.interval(21, 9),
          Types.interval(21, 3),
          Types.uuid(),
          Types.json(),
          Types.xml(),
          Types.inet(),
          Types.binary(16),
          Types.varbinary(),
          Types.varbinary(40),
          Types.bytes(),
          Types.clob(),
          Types.nclob(),
          Types.blob(),
          Types.array(Types.integer()),
          Types.array(Types.varchar(20)),
          Types.array(Types.uuid()),
          Types.array(Types.timestampTz(3)),
          Types.array(Types.array(Types.bigint())),
          Types.varying(Types.text(), "postgresql", Types.nativeType("tsvector")),
          Types.varying(Types.varchar(50), "sqlite", Types.nativeType("varchar_nocase(50)")));

  /** The types of columns, without those that the schema itself defines. */
  List<ColumnType> types() {
    List<ColumnType> types = new ArrayList<>(SCALARS);
    if (this == POSTGRESQL) {
      types.addAll(
          List.of(
              Types.nativeType("int4range"),
              Types.nativeType("tsvector"),
              Types.nativeType("bit varying(7)"),
              Types.nativeType("macaddr"),
              Types.nativeType("point")));
    }
    if (this == SQLITE) {
      types.addAll(
          List.of(
              Types.geometry(),
              Types.geography(),
              Types.nativeType("text"),
              Types.nativeType("mediumint unsigned")));
    }
    return types;
  }

  /** Collations of texts, in the database's own spelling; none where databases differ. */
  List<String> collations() {
    return switch (this) {
      case SHARED -> List.of();
      case POSTGRESQL ->
          List.of("\"C\"", "\"POSIX\"", "\"ucs_basic\"", "UCS_Basic", "pg_catalog.\"C\"");
      case SQLITE -> List.of("NOCASE", "RTRIM");
    };
  }

  /** True where two nulls may be equal in a unique constraint or index, and it may wait. */
  boolean hasUniqueOptions() {
    return this != SQLITE;
  }

  /** What may stand behind the columns of a table with a key and without identity. */
  List<String> options() {
    return this == SQLITE ? List.of("WITHOUT ROWID") : List.of();
  }
}
