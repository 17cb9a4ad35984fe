package dev.limbeck.introspect.schemacrawler;

import dev.limbeck.dialect.CatalogStructure;
import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.dialect.TypeSystem;
import dev.limbeck.model.Column;
import java.sql.Types;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.ColumnDataType;
import schemacrawler.schema.PrimaryKey;
import schemacrawler.schema.Table;
import schemacrawler.schema.TableConstraintColumn;

/**
 * Tables that were read by the driver's metadata.
 *
 * @param identifiers the rules of the dialect's names
 * @param types the types of the dialect, which has to know the driver's names for them
 */
record MetadataTables(IdentifierRules identifiers, TypeSystem types) implements CrawledTables {

  @Override
  public void addTo(CatalogStructure structure, Catalog catalog) {
    for (Table table : catalog.getTables()) {
      String schema = table.getSchema().getName();
      String name = table.getName();
      structure.table(schema, name);
      for (schemacrawler.schema.Column column : table.getColumns()) {
        structure.column(schema, name, column.getOrdinalPosition(), column(column));
      }
      PrimaryKey key = table.getPrimaryKey();
      if (key != null) {
        String keyName = key.getName();
        for (TableConstraintColumn column : key.getConstrainedColumns()) {
          structure.keyColumn(
              schema,
              name,
              keyName == null || keyName.isEmpty() ? null : keyName,
              column.getTableConstraintOrdinalPosition(),
              column.getName());
        }
      }
    }
  }

  private Column column(schemacrawler.schema.Column crawled) {
    return new Column(
        identifiers.stored(crawled.getName()),
        types.parse(spelling(crawled)),
        crawled.isNullable(),
        null,
        null,
        null,
        null);
  }

  /** The driver says the numbers of a type beside its name, also where it has none. */
  private static String spelling(schemacrawler.schema.Column column) {
    ColumnDataType type = column.getColumnDataType();
    return switch (type.getJavaSqlType().getVendorTypeNumber()) {
      case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR, Types.BINARY, Types.VARBINARY ->
          sized(type.getName(), column.getSize());
      case Types.DECIMAL, Types.NUMERIC ->
          column.getSize() == 0
              ? type.getName()
              : type.getName() + "(" + column.getSize() + "," + column.getDecimalDigits() + ")";
      default -> type.getName();
    };
  }

  /** A driver says the greatest number for "any length". */
  private static String sized(String type, int size) {
    return size <= 0 || size == Integer.MAX_VALUE ? type : type + "(" + size + ")";
  }
}
