package dev.limbeck.operation;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.ArrayType;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.VariantType;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.sql.SqlText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What of a schema is of an enumerated type, and what follows a change of it. */
public final class EnumReferences {
  private EnumReferences() {}

  /** True where the type is that one, an array of it, or is so on one dialect. */
  public static boolean isOf(ColumnType type, QualifiedName name) {
    if (type instanceof NamedType named) {
      return named.name().equals(name);
    }
    if (type instanceof ArrayType array) {
      return isOf(array.element(), name);
    }
    return type instanceof VariantType variant
        && (isOf(variant.otherwise(), name)
            || variant.byDialect().values().stream().anyMatch(each -> isOf(each, name)));
  }

  /** The columns of a table that are of the type. */
  public static List<Column> columns(Table table, QualifiedName type) {
    return table.columns().stream().filter(column -> isOf(column.type(), type)).toList();
  }

  /** The columns of all tables that are of the type. */
  public static List<EnumColumn> columns(DatabaseModel model, QualifiedName type) {
    return model.tables().stream()
        .flatMap(
            table ->
                columns(table, type).stream()
                    .map(column -> new EnumColumn(table.name(), column.name())))
        .toList();
  }

  /** The table with the new name of a type. */
  static Table withTypeRenamed(Table table, QualifiedName from, QualifiedName to) {
    Table named = new CastReferences(from, to).in(table);
    return columns(table, from).isEmpty()
        ? named
        : named.withColumns(
            named.columns().stream()
                .map(column -> column.withType(renamed(column.type(), from, to)))
                .toList());
  }

  private static ColumnType renamed(ColumnType type, QualifiedName from, QualifiedName to) {
    if (type instanceof NamedType named) {
      return named.name().equals(from) ? new NamedType(to) : type;
    }
    if (type instanceof ArrayType array) {
      return new ArrayType(renamed(array.element(), from, to));
    }
    if (type instanceof VariantType variant) {
      Map<String, ColumnType> byDialect = new LinkedHashMap<>();
      variant
          .byDialect()
          .forEach((dialect, each) -> byDialect.put(dialect, renamed(each, from, to)));
      return new VariantType(renamed(variant.otherwise(), from, to), byDialect);
    }
    return type;
  }

  /** The table with other labels in the defaults of the columns that are of a type. */
  static Table withDefaults(Table table, QualifiedName type, Map<String, String> labels) {
    return labels.isEmpty() || columns(table, type).isEmpty()
        ? table
        : table.withColumns(
            table.columns().stream()
                .map(
                    column ->
                        column.defaultValue() == null || !isOf(column.type(), type)
                            ? column
                            : column.withDefault(relabelled(column.defaultValue(), labels)))
                .toList());
  }

  /**
   * The table with other labels in its SQL: where that speaks of columns of the type and of no
   * others, so that its texts can only be labels.
   */
  static Table withLabels(Table table, QualifiedName type, Map<String, String> labels) {
    return labels.isEmpty() || columns(table, type).isEmpty()
        ? table
        : TableSql.mapped(
            withDefaults(table, type, labels),
            sql -> {
              List<Column> mentioned =
                  table.columns().stream()
                      .filter(column -> ColumnReferences.mentions(sql, column.name()))
                      .toList();
              boolean ofLabels =
                  !mentioned.isEmpty()
                      && mentioned.stream().allMatch(column -> isOf(column.type(), type));
              return ofLabels ? relabelled(sql, labels) : sql;
            });
  }

  /**
   * What of a change of labels there is to do on a database that keeps texts in the place of the
   * type, beside the rows: the defaults of its columns get the new labels.
   *
   * @param before the schema before the change
   * @param columns the columns of the type
   * @param labels the new label by the old one
   */
  public static List<AlterTable> ofTexts(
      DatabaseModel before, List<EnumColumn> columns, Map<String, String> labels) {
    Map<QualifiedName, List<TableAlteration>> alterations = new LinkedHashMap<>();
    for (EnumColumn each : columns) {
      Table table = before.table(each.table());
      Column column = table == null ? null : table.column(each.column());
      SqlExpression old = column == null ? null : column.defaultValue();
      if (column != null && old != null && !relabelled(old, labels).equals(old)) {
        alterations
            .computeIfAbsent(each.table(), name -> new ArrayList<>())
            .add(
                requireNonNull(
                    AlterColumn.between(column, column.withDefault(relabelled(old, labels)))));
      }
    }
    List<AlterTable> blocks = new ArrayList<>();
    alterations.forEach((table, list) -> blocks.add(new AlterTable(table, list)));
    return blocks;
  }

  /** The expression with other labels where it has one of these as a string. */
  public static SqlExpression relabelled(SqlExpression expression, Map<String, String> labels) {
    Map<String, String> variants = new TreeMap<>();
    expression.variants().forEach((dialect, sql) -> variants.put(dialect, relabelled(sql, labels)));
    return new SqlExpression(relabelled(expression.text(), labels), variants);
  }

  private static String relabelled(String sql, Map<String, String> labels) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (SqlToken token : SqlTokenizer.code(sql)) {
      String from = token.value();
      String to = token.kind() == SqlToken.Kind.STRING ? LabelText.relabelled(from, labels) : from;
      if (!to.equals(from)) {
        text.append(sql, copied, token.start()).append(SqlText.literal(to));
        copied = token.end();
      }
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  /** True where the SQL has one of the labels as a string. */
  public static boolean mentions(String sql, List<String> labels) {
    return SqlTokenizer.code(sql).stream()
        .filter(token -> token.kind() == SqlToken.Kind.STRING)
        .flatMap(token -> LabelText.labels(token.value()).stream())
        .anyMatch(labels::contains);
  }
}
