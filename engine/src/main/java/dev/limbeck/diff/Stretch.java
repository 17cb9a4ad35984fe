package dev.limbeck.diff;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterSequence;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropSchema;
import dev.limbeck.operation.Operation.DropSequence;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.Irreversible;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Operations that may be replaced by what lies between the schema before and after them, since rows
 * cannot tell the difference.
 *
 * <p>What is made here has no rows: it may be changed, renamed and dropped at will. What was there
 * before may be touched once, and keeps its name; nothing may take the name of what was dropped
 * here.
 */
final class Stretch {
  private final DatabaseModel before;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Operation> blocks = new ArrayList<>();
  private final Set<QualifiedName> newTables = new HashSet<>();
  private final Set<QualifiedName> newSequences = new HashSet<>();
  private final Set<QualifiedName> newTypes = new HashSet<>();
  private final Set<OldColumn> touched = new HashSet<>();

  Stretch(DatabaseModel before) {
    this.before = before;
  }

  /** A column of a table that was there before. */
  private record OldColumn(QualifiedName table, Identifier name) {}

  DatabaseModel before() {
    return before;
  }

  int size() {
    return operations.size();
  }

  /** All operations, each with the block that it was taken from. */
  void forEach(BiConsumer<Operation, Operation> action) {
    for (int i = 0; i < operations.size(); i++) {
      action.accept(operations.get(i), blocks.get(i));
    }
  }

  /** Whether the operation may be the next. */
  boolean takes(Operation operation) {
    return operation.accept(new Test());
  }

  /** Adds an operation that may be the next. */
  void add(Operation operation, Operation block) {
    operations.add(operation);
    blocks.add(block);
    if (operation instanceof CreateTable create) {
      newTables.add(create.table().name());
    } else if (operation instanceof RenameTable rename) {
      newTables.remove(rename.from());
      newTables.add(rename.to());
    } else if (operation instanceof DropTable drop) {
      newTables.remove(drop.name());
    } else if (operation instanceof CreateSequence create) {
      newSequences.add(create.sequence().name());
    } else if (operation instanceof RenameSequence rename) {
      newSequences.remove(rename.from());
      newSequences.add(rename.to());
    } else if (operation instanceof DropSequence drop) {
      newSequences.remove(drop.name());
    } else if (operation instanceof CreateEnumType create) {
      newTypes.add(create.type().name());
    } else if (operation instanceof DropEnumType drop) {
      newTypes.remove(drop.name());
    } else if (operation instanceof AlterTable alter && !newTables.contains(alter.table())) {
      alter.alterations().forEach(alteration -> touch(alter.table(), alteration));
    }
  }

  private void touch(QualifiedName table, TableAlteration alteration) {
    if (alteration instanceof TableAlteration.AddColumn add) {
      touched.add(new OldColumn(table, add.column().name()));
    } else if (alteration instanceof TableAlteration.DropColumn drop) {
      touched.add(new OldColumn(table, drop.name()));
    } else if (alteration instanceof TableAlteration.AlterColumn alter) {
      touched.add(new OldColumn(table, alter.name()));
    }
  }

  /** Whether an operation may be the next. */
  private final class Test implements Operation.Visitor<Boolean> {

    @Override
    public Boolean createSchema(CreateSchema operation) {
      return !before.schemas().contains(operation.name());
    }

    @Override
    public Boolean dropSchema(DropSchema operation) {
      return true;
    }

    @Override
    public Boolean createTable(CreateTable operation) {
      return before.table(operation.table().name()) == null;
    }

    @Override
    public Boolean dropTable(DropTable operation) {
      return true;
    }

    @Override
    public Boolean renameTable(RenameTable operation) {
      return newTables.contains(operation.from()) && before.table(operation.to()) == null;
    }

    @Override
    public Boolean alterTable(AlterTable operation) {
      return newTables.contains(operation.table())
          || operation.alterations().stream()
              .allMatch(alteration -> alteration.accept(new OfOldTable(operation.table())));
    }

    @Override
    public Boolean createSequence(CreateSequence operation) {
      return before.sequence(operation.sequence().name()) == null;
    }

    @Override
    public Boolean dropSequence(DropSequence operation) {
      return true;
    }

    @Override
    public Boolean alterSequence(AlterSequence operation) {
      return true;
    }

    @Override
    public Boolean renameSequence(RenameSequence operation) {
      return newSequences.contains(operation.from()) && before.sequence(operation.to()) == null;
    }

    @Override
    public Boolean createEnumType(CreateEnumType operation) {
      return before.enumType(operation.type().name()) == null;
    }

    @Override
    public Boolean dropEnumType(DropEnumType operation) {
      return true;
    }

    /**
     * Labels that come change no rows; those that go may be held, and someone decided over that.
     */
    @Override
    public Boolean alterEnumType(AlterEnumType operation) {
      return newTypes.contains(operation.name())
          ? operation.remaps().isEmpty()
          : operation.change().removed().isEmpty();
    }

    @Override
    public Boolean renameEnumType(RenameEnumType operation) {
      return false;
    }

    @Override
    public Boolean renameEnumLabel(RenameEnumLabel operation) {
      return false;
    }

    @Override
    public Boolean createDomain(CreateDomain operation) {
      return before.domain(operation.domain().name()) == null;
    }

    @Override
    public Boolean dropDomain(DropDomain operation) {
      return true;
    }

    /** The rows of all columns of it may refuse it. */
    @Override
    public Boolean alterDomain(AlterDomain operation) {
      return false;
    }

    @Override
    public Boolean renameDomain(RenameDomain operation) {
      return false;
    }

    @Override
    public Boolean executeSql(ExecuteSql operation) {
      return false;
    }

    @Override
    public Boolean runJava(RunJava operation) {
      return false;
    }

    @Override
    public Boolean changeInBatches(ChangeInBatches operation) {
      return false;
    }

    @Override
    public Boolean insertRows(InsertRows operation) {
      return false;
    }

    @Override
    public Boolean outsideTransaction(OutsideTransaction operation) {
      return false;
    }

    @Override
    public Boolean onlyOn(OnlyOn operation) {
      return false;
    }

    @Override
    public Boolean irreversible(Irreversible operation) {
      return false;
    }
  }

  /** Whether an alteration of a table that may have rows may be the next. */
  private final class OfOldTable implements TableAlteration.Visitor<Boolean> {
    private final QualifiedName table;

    OfOldTable(QualifiedName table) {
      this.table = table;
    }

    private boolean untouched(Identifier column) {
      return !touched.contains(new OldColumn(table, column));
    }

    @Override
    public Boolean addColumn(TableAlteration.AddColumn alteration) {
      return alteration.fill() == null && untouched(alteration.column().name());
    }

    @Override
    public Boolean dropColumn(TableAlteration.DropColumn alteration) {
      return untouched(alteration.name());
    }

    @Override
    public Boolean renameColumn(TableAlteration.RenameColumn alteration) {
      return false;
    }

    @Override
    public Boolean alterColumn(TableAlteration.AlterColumn alteration) {
      return alteration.using() == null
          && alteration.fill() == null
          && untouched(alteration.name());
    }

    @Override
    public Boolean addConstraint(TableAlteration.AddConstraint alteration) {
      return true;
    }

    @Override
    public Boolean dropConstraint(TableAlteration.DropConstraint alteration) {
      return true;
    }

    @Override
    public Boolean renameConstraint(TableAlteration.RenameConstraint alteration) {
      return false;
    }

    @Override
    public Boolean alterCheck(TableAlteration.AlterCheck alteration) {
      return alteration.remaps().isEmpty();
    }

    @Override
    public Boolean addIndex(TableAlteration.AddIndex alteration) {
      return true;
    }

    @Override
    public Boolean dropIndex(TableAlteration.DropIndex alteration) {
      return true;
    }

    @Override
    public Boolean renameIndex(TableAlteration.RenameIndex alteration) {
      return false;
    }

    @Override
    public Boolean alterComment(TableAlteration.AlterComment alteration) {
      return true;
    }
  }
}
