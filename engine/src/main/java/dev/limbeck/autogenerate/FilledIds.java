package dev.limbeck.autogenerate;

import dev.limbeck.dialect.IdColumn;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.TableAlteration.AddColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns of whole numbers that ids are kept in and that may have values.
 *
 * @param lines what the mapping files say after the operations
 * @param model the schema after them
 * @param operations what makes the columns that have none yet
 */
record FilledIds(Map<String, String> lines, DatabaseModel model, List<Operation> operations) {

  /** The column of an attribute. */
  Optional<IdColumn> of(String path) {
    String place = lines.get(path);
    return place == null
        ? Optional.empty()
        : Place.parse(place, this::table).map(this::id).filter(id -> !isNew(id));
  }

  /** The table of a name, which may have the default schema's where the model leaves it out. */
  @Nullable Table table(QualifiedName name) {
    Table table = model.table(name);
    return table == null ? model.table(new QualifiedName(null, name.name())) : table;
  }

  private @Nullable IdColumn id(Place place) {
    Table table = model.table(place.table());
    Column column = table == null || place.column() == null ? null : table.column(place.column());
    return column != null && TypeFamily.same(column.type(), Types.bigint())
        ? new IdColumn(place.table(), column.name())
        : null;
  }

  /** True for a column without values. */
  private boolean isNew(IdColumn id) {
    return operations.stream()
        .anyMatch(
            operation ->
                operation instanceof CreateTable create && create.table().name().equals(id.table())
                    || operation instanceof AlterTable alter
                        && alter.table().equals(id.table())
                        && alter.alterations().stream()
                            .anyMatch(
                                each ->
                                    each instanceof AddColumn add
                                        && add.column().name().equals(id.column())));
  }
}
