package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.SqlExpression;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sequence that belongs to a column, as that of a {@code serial} does.
 *
 * @param table the table, as SQL
 * @param column the column, as SQL
 * @param key the column's name in the catalog
 */
record OwnSequence(PostgresRenderer sql, String table, String column, String key) {

  /** The sequence that a default takes its numbers from, as a literal in SQL; null for others. */
  static @Nullable String of(SqlExpression value) {
    List<SqlToken> tokens = SqlTokenizer.code(value.text());
    return tokens.size() > 2
            && tokens.get(0).isWord("nextval")
            && tokens.get(1).isSymbol("(")
            && tokens.get(2).kind() == SqlToken.Kind.STRING
        ? tokens.get(2).text()
        : null;
  }

  /** The statement that drops it, if there is one; that of an identity goes with the identity. */
  String drop() {
    return "DO "
        + sql.literal(
            "DECLARE own text := pg_get_serial_sequence("
                + sql.literal(table)
                + ", "
                + sql.literal(key)
                + "); BEGIN IF own IS NOT NULL THEN EXECUTE 'DROP SEQUENCE ' || own; END IF; END");
  }

  /**
   * The statement that makes one where it is not there, behind the values that rows have.
   *
   * @param sequence its name, as a literal in SQL
   * @param type the type of its numbers, as SQL
   */
  String create(String sequence, String type) {
    return "DO "
        + sql.literal(
            "BEGIN IF to_regclass("
                + sequence
                + ") IS NULL THEN EXECUTE 'CREATE SEQUENCE ' || "
                + sequence
                + " || "
                + sql.literal(" AS " + type + " OWNED BY " + table + "." + column)
                + "; PERFORM setval("
                + sequence
                + ", greatest(1, max("
                + column
                + ") + 1), false) FROM "
                + table
                + "; END IF; END");
  }
}
