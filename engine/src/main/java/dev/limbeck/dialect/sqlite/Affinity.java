package dev.limbeck.dialect.sqlite;

import java.util.Locale;

/**
 * The storage class that a declared type prefers.
 *
 * @see <a
 *     href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">Determination
 *     Of Column Affinity</a>
 */
enum Affinity {
  INTEGER,
  TEXT,
  BLOB,
  REAL,
  NUMERIC;

  /** The affinity of a column that is declared so. */
  static Affinity of(String declaredType) {
    String type = declaredType.toUpperCase(Locale.ROOT);
    if (type.contains("INT")) {
      return INTEGER;
    }
    if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
      return TEXT;
    }
    if (type.isBlank() || type.contains("BLOB")) {
      return BLOB;
    }
    return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? REAL : NUMERIC;
  }

  /** A value of a column of another affinity, made to suit a column of this one. */
  String converted(String value, Affinity from) {
    boolean bytes = from == BLOB && this == TEXT || from == TEXT && this == BLOB;
    return bytes ? "CAST(" + value + " AS " + name() + ")" : value;
  }
}
