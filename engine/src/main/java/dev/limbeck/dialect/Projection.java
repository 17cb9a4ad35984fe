package dev.limbeck.dialect;

import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database can show of a model: facts that it does not keep are dropped, facts that it keeps
 * otherwise are folded, so that {@code introspect(create(model)) = project(model)}. Projecting
 * twice changes nothing more.
 */
public interface Projection {

  /** True where the database has schemas. */
  boolean hasSchemas();

  /** True where the database has domains. */
  default boolean hasDomains() {
    return enumType(new EnumType(QualifiedName.parse("any"), List.of())) != null;
  }

  /** The name as the database has it; for two objects of a model the results must differ. */
  QualifiedName name(QualifiedName name);

  /** The column's or constraint's name as the database has it. */
  Identifier name(Identifier name);

  /**
   * The column as the database has it.
   *
   * @param table the table that the column belongs to, unprojected
   */
  Column column(Table table, Column column);

  /**
   * True where the database numbers the rows of a column by itself, though it is no identity.
   *
   * @param table the table that the column belongs to, unprojected
   */
  default boolean numbersItself(Table table, Column column) {
    return false;
  }

  /** The constraint as the database has it, or null where it keeps none of that kind. */
  @Nullable Constraint constraint(Table table, Constraint constraint);

  /** The index as the database has it, or null where it keeps none of that kind. */
  @Nullable Index index(Table table, Index index);

  /** The sequence as the database has it, or null where it keeps none. */
  @Nullable Sequence sequence(Sequence sequence);

  /** The type as the database has it, or null where it keeps none. */
  @Nullable EnumType enumType(EnumType type);

  /** The comment as the database has it: null where it keeps none. */
  @Nullable String comment(@Nullable String comment);

  /** The table's options as the database has them. */
  @Nullable String options(@Nullable String options);

  /**
   * A table that was read as an author would say it, where that makes more than its facts show: on
   * PostgreSQL a {@code serial} makes a sequence of its own.
   *
   * @param read what was read together with it
   */
  default Table said(Table table, DatabaseModel read) {
    return table;
  }

  /** The tables of a model that was read, as {@link #said(Table, DatabaseModel)}. */
  default DatabaseModel said(DatabaseModel read) {
    return read.withTables(read.tables().stream().map(table -> said(table, read)).toList());
  }

  /** The table as the database has it. */
  default Table table(Table table) {
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      Constraint projected = constraint(table, constraint);
      if (projected != null) {
        constraints.add(projected);
      }
    }
    List<Index> indexes = new ArrayList<>();
    for (Index index : table.indexes()) {
      Index projected = index(table, index);
      if (projected != null) {
        indexes.add(projected);
      }
    }
    return new Table(
        name(table.name()),
        table.columns().stream().map(column -> column(table, column)).toList(),
        constraints,
        indexes,
        comment(table.comment()),
        options(table.options()));
  }

  /** The model as the database has it. */
  default DatabaseModel model(DatabaseModel model) {
    List<Sequence> sequences = new ArrayList<>();
    for (Sequence sequence : model.sequences()) {
      Sequence projected = sequence(sequence);
      if (projected != null) {
        sequences.add(projected);
      }
    }
    List<EnumType> enumTypes = new ArrayList<>();
    for (EnumType type : model.enumTypes()) {
      EnumType projected = enumType(type);
      if (projected != null) {
        enumTypes.add(projected);
      }
    }
    return new DatabaseModel(
        hasSchemas() ? model.schemas() : List.of(),
        model.tables().stream().map(this::table).toList(),
        sequences,
        enumTypes,
        hasDomains()
            ? model.domains().stream().map(each -> each.withName(name(each.name()))).toList()
            : List.of());
  }
}
