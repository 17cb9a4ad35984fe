package dev.limbeck.operation;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.SqlExpression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of a table, part of an {@link Operation.AlterTable}. */
public sealed interface TableAlteration {

  /** Calls the visitor's method for this kind of alteration. */
  <R> R accept(Visitor<R> visitor);

  /** A case for each kind of alteration. */
  interface Visitor<R> {
    R addColumn(AddColumn alteration);

    R dropColumn(DropColumn alteration);

    R renameColumn(RenameColumn alteration);

    R alterColumn(AlterColumn alteration);

    R addConstraint(AddConstraint alteration);

    R dropConstraint(DropConstraint alteration);

    R renameConstraint(RenameConstraint alteration);

    R alterCheck(AlterCheck alteration);

    R addIndex(AddIndex alteration);

    R dropIndex(DropIndex alteration);

    R renameIndex(RenameIndex alteration);

    R alterComment(AlterComment alteration);
  }

  /**
   * Adds a column.
   *
   * @param column the column
   * @param fill what the rows that are already there get, where that is not the column's default;
   *     or null
   */
  record AddColumn(Column column, @Nullable SqlExpression fill) implements TableAlteration {
    public AddColumn {
      requireNonNull(column, "column");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addColumn(this);
    }
  }

  /**
   * Drops a column.
   *
   * @param name its name
   * @param column what it is, for the inverse; null where only the name is known
   */
  record DropColumn(Identifier name, @Nullable Column column) implements TableAlteration {
    public DropColumn {
      requireNonNull(name, "name");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropColumn(this);
    }
  }

  /** Renames a column; what refers to it follows. */
  record RenameColumn(Identifier from, Identifier to) implements TableAlteration {
    public RenameColumn {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameColumn(this);
    }
  }

  /**
   * Changes the facts of a column. A null component says that the fact stays.
   *
   * @param name the column's name
   * @param type the change of its type, neither side null
   * @param nullable the change of whether it takes null, neither side null
   * @param defaultValue the change of its default; a null side is no default
   * @param generation the change of how its value is made; a null side is a plain column
   * @param comment the change of its comment; a null side is no comment
   * @param collation the change of its collation; a null side is the type's
   * @param using the new value computed from the old one, where a cast does not do; or null
   * @param fill what rows with null get before null is forbidden; or null
   */
  record AlterColumn(
      Identifier name,
      @Nullable Changed<ColumnType> type,
      @Nullable Changed<Boolean> nullable,
      @Nullable Changed<SqlExpression> defaultValue,
      @Nullable Changed<Generation> generation,
      @Nullable Changed<String> comment,
      @Nullable Changed<String> collation,
      @Nullable SqlExpression using,
      @Nullable SqlExpression fill)
      implements TableAlteration {
    public AlterColumn {
      requireNonNull(name, "name");
    }

    /** True where a formula takes the place of the values that the rows have. */
    public boolean replacesValues() {
      return generation != null
          && generation.to() instanceof Generation.Computed
          && !(generation.from() instanceof Generation.Computed);
    }

    /**
     * The change that makes the second column of the first; null where there is none. Names are not
     * compared.
     */
    public static @Nullable AlterColumn between(Column from, Column to) {
      AlterColumn change =
          new AlterColumn(
              from.name(),
              Changed.between(from.type(), to.type()),
              Changed.between(from.nullable(), to.nullable()),
              Changed.between(from.defaultValue(), to.defaultValue()),
              Changed.between(from.generation(), to.generation()),
              Changed.between(from.comment(), to.comment()),
              Changed.between(from.collation(), to.collation()),
              null,
              null);
      return change.isEmpty() ? null : change;
    }

    /** True when nothing changes. */
    public boolean isEmpty() {
      return type == null
          && nullable == null
          && defaultValue == null
          && generation == null
          && comment == null
          && collation == null;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.alterColumn(this);
    }
  }

  /** Adds a constraint, which the rows that are already there have to meet. */
  record AddConstraint(Constraint constraint) implements TableAlteration {
    public AddConstraint {
      requireNonNull(constraint, "constraint");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addConstraint(this);
    }
  }

  /**
   * Drops a constraint: the one of the same structure, whatever this database calls it, else the
   * one of that name.
   *
   * @param name its name, or null where nobody gave one
   * @param constraint what it is; null where only the name is known
   */
  record DropConstraint(@Nullable Identifier name, @Nullable Constraint constraint)
      implements TableAlteration {
    public DropConstraint {
      if (name == null) {
        requireNonNull(constraint, "constraint");
      }
    }

    public static DropConstraint of(Constraint constraint) {
      return new DropConstraint(constraint.name(), constraint);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropConstraint(this);
    }
  }

  /** Renames a constraint. */
  record RenameConstraint(Identifier from, Identifier to) implements TableAlteration {
    public RenameConstraint {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameConstraint(this);
    }
  }

  /**
   * Changes what a check demands: the one of the same structure is meant, whatever this database
   * calls it, else the one of that name.
   *
   * @param name its name, or null where nobody gave one
   * @param condition what it demands before and after, neither side null
   * @param remaps what rows get that hold a value which goes, by that value: texts as they are,
   *     numbers in digits; rows with others that go refuse the change
   */
  record AlterCheck(
      @Nullable Identifier name, Changed<CheckCondition> condition, Map<String, String> remaps)
      implements TableAlteration {
    public AlterCheck {
      requireNonNull(condition.from(), "from");
      requireNonNull(condition.to(), "to");
      remaps = Collections.unmodifiableMap(new LinkedHashMap<>(remaps));
    }

    /** What it demands before. */
    public CheckCondition from() {
      return requireNonNull(condition.from(), "from");
    }

    /** What it demands after. */
    public CheckCondition to() {
      return requireNonNull(condition.to(), "to");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.alterCheck(this);
    }
  }

  /**
   * Adds an index.
   *
   * @param concurrently true where the table is not to be locked against writing meanwhile, on a
   *     database that can do it so
   */
  record AddIndex(Index index, boolean concurrently) implements TableAlteration {
    public AddIndex {
      requireNonNull(index, "index");
    }

    /** Adds an index in the usual way. */
    public AddIndex(Index index) {
      this(index, false);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addIndex(this);
    }
  }

  /**
   * Drops an index: the one of the same structure, whatever this database calls it, else the one of
   * that name.
   *
   * @param name its name, or null where nobody gave one
   * @param index what it is; null where only the name is known
   * @param concurrently true where nobody who uses the table is to wait meanwhile, on a database
   *     that can do it so
   */
  record DropIndex(@Nullable Identifier name, @Nullable Index index, boolean concurrently)
      implements TableAlteration {
    public DropIndex {
      if (name == null) {
        requireNonNull(index, "index");
      }
    }

    /** Drops an index in the usual way. */
    public DropIndex(@Nullable Identifier name, @Nullable Index index) {
      this(name, index, false);
    }

    /** Drops this index in the usual way. */
    public static DropIndex of(Index index) {
      return of(index, false);
    }

    /** Drops this index. */
    public static DropIndex of(Index index, boolean concurrently) {
      return new DropIndex(index.name(), index, concurrently);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropIndex(this);
    }
  }

  /** Renames an index. */
  record RenameIndex(Identifier from, Identifier to) implements TableAlteration {
    public RenameIndex {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameIndex(this);
    }
  }

  /** Changes the table's comment; a null side is no comment. */
  record AlterComment(Changed<String> comment) implements TableAlteration {
    public AlterComment {
      requireNonNull(comment, "comment");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.alterComment(this);
    }
  }
}
