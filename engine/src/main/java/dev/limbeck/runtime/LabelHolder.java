package dev.limbeck.runtime;

import dev.limbeck.model.ArrayType;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.EnumReferences;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column whose rows hold labels of an enumerated type.
 *
 * @param column the column, as it is called before the first operation
 * @param array true where its values are arrays of labels
 */
record LabelHolder(EnumColumn column, boolean array) {

  /**
   * The columns whose rows a change of labels meets: those that are there at its point, and hold
   * then what they hold before the first operation. What goes before it holds nothing any more.
   *
   * @param model the schema just before the change
   * @param rowsOf the rows of a table at that point; null where it is not known
   */
  static List<LabelHolder> of(
      AlterEnumType change,
      DatabaseModel model,
      Function<QualifiedName, @Nullable TableRows> rowsOf) {
    List<LabelHolder> holders = new ArrayList<>();
    Stream.concat(EnumReferences.columns(model, change.name()).stream(), change.columns().stream())
        .distinct()
        .forEach(
            each -> {
              Table table = model.table(each.table());
              Column column = table == null ? null : table.column(each.column());
              TableRows rows = column == null ? null : rowsOf.apply(each.table());
              QualifiedName tableNow = rows == null ? null : rows.now();
              Identifier columnNow = tableNow == null ? null : rows.nameNow(each.column());
              if (columnNow != null) {
                holders.add(
                    new LabelHolder(
                        new EnumColumn(tableNow, columnNow), column.type() instanceof ArrayType));
              }
            });
    return holders;
  }
}
