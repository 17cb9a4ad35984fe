package dev.limbeck.operation;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlValue;
import dev.limbeck.model.Table;
import dev.limbeck.sql.Placeholders;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step of a revision. The differ makes them, authors write them, codegen prints them, planners
 * rewrite them, dialects render them and the evolver applies them to a model.
 */
public sealed interface Operation
    permits Operation.CreateSchema,
        Operation.DropSchema,
        Operation.CreateTable,
        Operation.DropTable,
        Operation.RenameTable,
        Operation.AlterTable,
        Operation.CreateSequence,
        Operation.DropSequence,
        Operation.AlterSequence,
        Operation.RenameSequence,
        Operation.ExecuteSql,
        Operation.RunJava,
        Operation.OutsideTransaction,
        Operation.OnlyOn,
        Operation.Irreversible,
        ChangeInBatches,
        InsertRows,
        TypeOperation {

  /** Calls the visitor's method for this kind of operation. */
  <R> R accept(Visitor<R> visitor);

  /** A case for each kind of operation. */
  interface Visitor<R> extends TypeOperation.Visitor<R> {
    R createSchema(CreateSchema operation);

    R dropSchema(DropSchema operation);

    R createTable(CreateTable operation);

    R dropTable(DropTable operation);

    R renameTable(RenameTable operation);

    R alterTable(AlterTable operation);

    R createSequence(CreateSequence operation);

    R dropSequence(DropSequence operation);

    R alterSequence(AlterSequence operation);

    R renameSequence(RenameSequence operation);

    R executeSql(ExecuteSql operation);

    R runJava(RunJava operation);

    R changeInBatches(ChangeInBatches operation);

    R insertRows(InsertRows operation);

    R outsideTransaction(OutsideTransaction operation);

    R onlyOn(OnlyOn operation);

    R irreversible(Irreversible operation);
  }

  /** Creates a schema. */
  record CreateSchema(Identifier name) implements Operation {
    public CreateSchema {
      requireNonNull(name, "name");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createSchema(this);
    }
  }

  /** Drops a schema, which has to be empty. */
  record DropSchema(Identifier name) implements Operation {
    public DropSchema {
      requireNonNull(name, "name");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropSchema(this);
    }
  }

  /** Creates a table with its constraints, indexes and comments. */
  record CreateTable(Table table) implements Operation {
    public CreateTable {
      requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createTable(this);
    }
  }

  /**
   * Drops a table.
   *
   * @param name its name
   * @param table what it is, for the inverse; null where only the name is known, as in a recorded
   *     revision
   */
  record DropTable(QualifiedName name, @Nullable Table table) implements Operation {
    public DropTable {
      requireNonNull(name, "name");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropTable(this);
    }
  }

  /**
   * Renames a table, or moves it to another schema; its rows, constraints and the references to it
   * stay.
   *
   * @param from its name before
   * @param to its name after; the same where the schema is another
   */
  record RenameTable(QualifiedName from, QualifiedName to) implements Operation {
    public RenameTable {
      OneStep.check(from, to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameTable(this);
    }
  }

  /**
   * Alters a table: all alterations of one block of a revision, the unit that SQLite may have to
   * rebuild.
   *
   * @param table its name
   * @param alterations what changes, in order; at least one
   */
  record AlterTable(QualifiedName table, List<TableAlteration> alterations) implements Operation {
    public AlterTable {
      requireNonNull(table, "table");
      alterations = List.copyOf(alterations);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.alterTable(this);
    }
  }

  /** Creates a sequence. */
  record CreateSequence(Sequence sequence) implements Operation {
    public CreateSequence {
      requireNonNull(sequence, "sequence");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createSequence(this);
    }
  }

  /**
   * Drops a sequence.
   *
   * @param name its name
   * @param sequence what it is, for the inverse; null where only the name is known
   */
  record DropSequence(QualifiedName name, @Nullable Sequence sequence) implements Operation {
    public DropSequence {
      requireNonNull(name, "name");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropSequence(this);
    }
  }

  /**
   * Changes the facts of a sequence; the next number stays. A null component says that the fact
   * stays.
   *
   * @param name its name
   * @param start the change of the number that a restart begins with
   * @param increment the change of the step
   * @param minimum the change of the least number; a null side is the database's rule
   * @param maximum the change of the greatest number; a null side is the database's rule
   * @param cache the change of how many numbers a session takes at once
   * @param cycle the change of whether it starts again after the last number
   */
  record AlterSequence(
      QualifiedName name,
      @Nullable Changed<Long> start,
      @Nullable Changed<Long> increment,
      @Nullable Changed<Long> minimum,
      @Nullable Changed<Long> maximum,
      @Nullable Changed<Long> cache,
      @Nullable Changed<Boolean> cycle)
      implements Operation {
    public AlterSequence {
      requireNonNull(name, "name");
    }

    /**
     * The change that makes the second sequence of the first; null where there is none. Names are
     * not compared.
     */
    public static @Nullable AlterSequence between(Sequence from, Sequence to) {
      AlterSequence change =
          new AlterSequence(
              from.name(),
              Changed.between(from.start(), to.start()),
              Changed.between(from.increment(), to.increment()),
              Changed.between(from.minimum(), to.minimum()),
              Changed.between(from.maximum(), to.maximum()),
              Changed.between(from.cache(), to.cache()),
              Changed.between(from.cycle(), to.cycle()));
      return change.applyTo(from).equals(from) ? null : change;
    }

    /** The sequence after the change. */
    public Sequence applyTo(Sequence sequence) {
      return new Sequence(
          sequence.name(),
          after(start, sequence.start()),
          after(increment, sequence.increment()),
          minimum == null ? sequence.minimum() : minimum.to(),
          maximum == null ? sequence.maximum() : maximum.to(),
          after(cache, sequence.cache()),
          after(cycle, sequence.cycle()));
    }

    private static <T> T after(@Nullable Changed<T> change, T unchanged) {
      return change == null || change.to() == null ? unchanged : change.to();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.alterSequence(this);
    }
  }

  /** Renames a sequence. */
  record RenameSequence(QualifiedName from, QualifiedName to) implements Operation {
    public RenameSequence {
      OneStep.check(from, to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameSequence(this);
    }
  }

  /**
   * Runs SQL that Limbeck does not look into.
   *
   * @param sql one or more statements, divided by semicolons
   * @param parameters the values of its question marks, in order; where there are none, a question
   *     mark is only that
   * @param doneWhen a query whose first value is true once the SQL has done its work; null where
   *     nobody can ask the database for it
   */
  record ExecuteSql(String sql, List<SqlValue> parameters, @Nullable String doneWhen)
      implements Operation {
    public ExecuteSql {
      requireNonNull(sql, "sql");
      parameters = List.copyOf(parameters);
      if (!parameters.isEmpty() && Placeholders.count(sql) != parameters.size()) {
        throw new IllegalArgumentException(parameters.size() + " values for " + sql);
      }
    }

    /** SQL without parameters, of which nobody says how to see that it is done. */
    public ExecuteSql(String sql) {
      this(sql, List.of(), null);
    }

    /** SQL without parameters. */
    public ExecuteSql(String sql, @Nullable String doneWhen) {
      this(sql, List.of(), doneWhen);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.executeSql(this);
    }
  }

  /**
   * Runs the author's Java code on the data.
   *
   * @param description what it does, for people
   * @param step the code; not part of what makes two revisions equal
   * @param sql what does the same in an offline script, which can run no Java; null where nothing
   *     does
   * @param doneWhen a query whose first value is true once the code has done its work; null where
   *     nobody can ask the database for it
   */
  record RunJava(String description, DataStep step, @Nullable String sql, @Nullable String doneWhen)
      implements Operation {
    public RunJava {
      requireNonNull(description, "description");
      requireNonNull(step, "step");
    }

    /** Code that no SQL can stand for. */
    public RunJava(String description, DataStep step) {
      this(description, step, null, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.runJava(this);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof RunJava that
          && description.equals(that.description)
          && Objects.equals(sql, that.sql)
          && Objects.equals(doneWhen, that.doneWhen);
    }

    @Override
    public int hashCode() {
      return Objects.hash(description, sql, doneWhen);
    }
  }

  /** Runs operations outside the revision's transaction, each on its own. */
  record OutsideTransaction(List<Operation> operations) implements Operation {
    public OutsideTransaction {
      operations = List.copyOf(operations);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.outsideTransaction(this);
    }
  }

  /**
   * Runs operations on one dialect only; on others they are passed over.
   *
   * @param dialect the dialect's name
   * @param operations the operations
   */
  record OnlyOn(String dialect, List<Operation> operations) implements Operation {
    public OnlyOn {
      requireNonNull(dialect, "dialect");
      operations = List.copyOf(operations);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onlyOn(this);
    }
  }

  /**
   * Says that there is no way: whoever meets this operation stops before anything ran.
   *
   * @param reason why, for people
   */
  record Irreversible(String reason) implements Operation {
    public Irreversible {
      requireNonNull(reason, "reason");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.irreversible(this);
    }
  }
}
