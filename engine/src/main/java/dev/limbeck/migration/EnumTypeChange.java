package dev.limbeck.migration;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A change of an enumerated type's labels. */
public final class EnumTypeChange {
  private final QualifiedName name;
  private final Consumer<AlterEnumType> changed;
  private final Map<String, String> remaps = new LinkedHashMap<>();
  private final List<EnumColumn> columns = new ArrayList<>();
  private Changed<List<String>> labels = new Changed<>(List.of(), List.of());
  private boolean rebuild;

  EnumTypeChange(QualifiedName name, Consumer<AlterEnumType> changed) {
    this.name = name;
    this.changed = changed;
    publish();
  }

  /** The labels before and after, in order. */
  public EnumTypeChange labels(List<String> from, List<String> to) {
    labels = new Changed<>(from, to);
    return publish();
  }

  /**
   * Gives rows that hold a label which goes another one. Rows that hold a label which goes and for
   * which nothing is said refuse the change.
   *
   * @param from a label that goes
   * @param to a label of after
   */
  public EnumTypeChange remap(String from, String to) {
    remaps.put(from, to);
    return publish();
  }

  /**
   * A column of the type. Databases without such types keep texts there and have to be told; others
   * know all of them.
   */
  public EnumTypeChange column(String table, String column) {
    columns.add(new EnumColumn(QualifiedName.parse(table), Identifier.parse(column)));
    return publish();
  }

  /**
   * Makes the type anew even where labels could be added to it as it stands. PostgreSQL lets nobody
   * use an added label before the transaction has ended; of a new type they can all be used.
   */
  public EnumTypeChange rebuild() {
    rebuild = true;
    return publish();
  }

  private EnumTypeChange publish() {
    changed.accept(new AlterEnumType(name, labels, remaps, columns, rebuild));
    return this;
  }
}
