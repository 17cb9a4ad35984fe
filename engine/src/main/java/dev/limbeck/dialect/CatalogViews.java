package dev.limbeck.dialect;

import dev.limbeck.json.Json;
import dev.limbeck.model.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queries by which a reader that knows no dialect learns the tables of a scope with their
 * columns and primary keys, in one statement.
 *
 * <p>The rows have the columns of {@link java.sql.DatabaseMetaData}, labelled in upper case. Names
 * stand in double quotes with nothing doubled inside them, since SchemaCrawler trims what it reads.
 * The texts hold no <code>${</code>, which it would replace. Further columns reach a table as
 * attributes, under their labels. The columns of a table are such an attribute: of a result with a
 * row for each column SchemaCrawler reads each value by a name, for which it sorts the columns of
 * the result anew.
 */
public interface CatalogViews {

  /** The label of the attribute that holds the columns of a table. */
  String COLUMNS = "LIMBECK_COLUMNS";

  /** The label of the attribute that holds the name of its primary key. */
  String KEY = "LIMBECK_KEY";

  /** {@code SCHEMA_NAME} of each schema of the scope; null where the database has no schemas. */
  @Nullable String schemas();

  /**
   * {@code TABLE_SCHEM, TABLE_NAME, TABLE_TYPE, LIMBECK_COLUMNS, LIMBECK_KEY} of each table. The
   * type is {@code TABLE}. The columns are a JSON array, in their order, or null where there are
   * none; each is an array of its name, 1 where it is not nullable and 0 else, its place in the
   * primary key from 1 on or 0, and what {@link #type} reads. The name of the key may be null.
   */
  String tables();

  /** The type of a column, of what the row says behind name, nullability and place in the key. */
  ColumnType type(List<Json> said);

  /** A name that stands in double quotes, without them. */
  static String unquoted(String name) {
    return name.substring(1, name.length() - 1);
  }
}
