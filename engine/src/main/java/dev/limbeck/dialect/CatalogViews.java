package dev.limbeck.dialect;

import dev.limbeck.model.Column;
import dev.limbeck.model.Identifier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queries by which a reader that knows no dialect learns the tables, columns and primary keys
 * of a scope, each in one statement.
 *
 * <p>The rows have the columns of {@link java.sql.DatabaseMetaData}, labelled in upper case. Names
 * stand in double quotes with nothing doubled inside them, since SchemaCrawler trims what it reads.
 * The texts hold no <code>${</code>, which it would replace. Further columns reach {@link #column}
 * as attributes, under their labels and without those that are null.
 */
public interface CatalogViews {

  /** {@code SCHEMA_NAME} of each schema of the scope; null where the database has no schemas. */
  @Nullable String schemas();

  /** {@code TABLE_SCHEM, TABLE_NAME, TABLE_TYPE} of each table; the type is {@code TABLE}. */
  String tables();

  /**
   * {@code TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, TYPE_NAME, NULLABLE} of each
   * column, where 0 is not nullable and 1 is; and the attributes. The name of the type is what
   * SchemaCrawler tells types apart by, and never empty.
   */
  String columns();

  /** {@code TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, KEY_SEQ, PK_NAME}; the name may be null. */
  String primaryKeys();

  /** The column that a row of {@link #columns} describes, as far as it does. */
  Column column(Identifier name, boolean nullable, Map<String, Object> attributes);

  /** A name that stands in double quotes, without them. */
  static String unquoted(String name) {
    return name.substring(1, name.length() - 1);
  }
}
