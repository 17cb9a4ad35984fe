package dev.limbeck.command;

import dev.limbeck.command.TouchedObject.Depth;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TypeOperation;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the objects that operations change, or rely on. */
final class TouchedObjects implements Operation.Visitor<List<TouchedObject>> {
  private static final String TABLE = "table";
  private static final String TYPE = "type";
  private static final Set<String> BEFORE_TABLES =
      Set.of("update", "into", "from", "join", "table", "on");
  private static final Set<String> FILLERS = Set.of("if", "not", "exists", "only");

  private TouchedObjects() {}

  static List<TouchedObject> of(List<Operation> operations) {
    TouchedObjects visitor = new TouchedObjects();
    return operations.stream().flatMap(each -> each.accept(visitor).stream()).toList();
  }

  private static List<TouchedObject> whole(String kind, QualifiedName name, Operation operation) {
    return List.of(
        new TouchedObject(
            kind, name, Set.of(), Depth.WHOLE, OperationLines.of(List.of(operation))));
  }

  @Override
  public List<TouchedObject> createSchema(Operation.CreateSchema operation) {
    return whole("schema", QualifiedName.of(operation.name()), operation);
  }

  @Override
  public List<TouchedObject> dropSchema(Operation.DropSchema operation) {
    return whole("schema", QualifiedName.of(operation.name()), operation);
  }

  @Override
  public List<TouchedObject> createTable(Operation.CreateTable operation) {
    List<TouchedObject> touched =
        new ArrayList<>(whole(TABLE, operation.table().name(), operation));
    operation.table().foreignKeys().stream()
        .filter(key -> !key.target().equals(operation.table().name()))
        .forEach(key -> touched.add(target(key, OperationLines.of(List.of(operation)))));
    return touched;
  }

  private static TouchedObject target(ForeignKey key, List<OperationLine> lines) {
    return new TouchedObject(
        TABLE, key.target(), Set.copyOf(key.targetColumns()), Depth.REFERRED_TO, lines);
  }

  @Override
  public List<TouchedObject> dropTable(Operation.DropTable operation) {
    return whole(TABLE, operation.name(), operation);
  }

  @Override
  public List<TouchedObject> renameTable(Operation.RenameTable operation) {
    List<TouchedObject> touched = new ArrayList<>(whole(TABLE, operation.from(), operation));
    touched.addAll(whole(TABLE, operation.to(), operation));
    return touched;
  }

  @Override
  public List<TouchedObject> alterTable(AlterTable operation) {
    List<TouchedObject> touched = new ArrayList<>();
    for (TableAlteration alteration : operation.alterations()) {
      List<OperationLine> lines =
          OperationLines.of(List.of(new AlterTable(operation.table(), List.of(alteration))));
      touched.add(
          new TouchedObject(
              TABLE, operation.table(), alteration.accept(new Columns()), Depth.PART, lines));
      if (alteration instanceof TableAlteration.AddConstraint add
          && add.constraint() instanceof ForeignKey key) {
        touched.add(target(key, lines));
      }
    }
    return touched;
  }

  @Override
  public List<TouchedObject> createSequence(Operation.CreateSequence operation) {
    return whole("sequence", operation.sequence().name(), operation);
  }

  @Override
  public List<TouchedObject> dropSequence(Operation.DropSequence operation) {
    return whole("sequence", operation.name(), operation);
  }

  @Override
  public List<TouchedObject> alterSequence(Operation.AlterSequence operation) {
    return whole("sequence", operation.name(), operation);
  }

  @Override
  public List<TouchedObject> renameSequence(Operation.RenameSequence operation) {
    List<TouchedObject> touched = new ArrayList<>(whole("sequence", operation.from(), operation));
    touched.addAll(whole("sequence", operation.to(), operation));
    return touched;
  }

  @Override
  public List<TouchedObject> createEnumType(TypeOperation.CreateEnumType operation) {
    return whole("type", operation.type().name(), operation);
  }

  @Override
  public List<TouchedObject> dropEnumType(TypeOperation.DropEnumType operation) {
    return whole("type", operation.name(), operation);
  }

  /** Beside the type the columns of it, whose rows may change. */
  @Override
  public List<TouchedObject> alterEnumType(TypeOperation.AlterEnumType operation) {
    return ofType(operation.name(), operation.columns(), operation);
  }

  @Override
  public List<TouchedObject> renameEnumType(TypeOperation.RenameEnumType operation) {
    List<TouchedObject> touched = new ArrayList<>(whole(TYPE, operation.from(), operation));
    touched.addAll(whole(TYPE, operation.to(), operation));
    return touched;
  }

  @Override
  public List<TouchedObject> renameEnumLabel(TypeOperation.RenameEnumLabel operation) {
    return ofType(operation.type(), operation.columns(), operation);
  }

  private static List<TouchedObject> ofType(
      QualifiedName type, List<EnumColumn> columns, Operation operation) {
    List<TouchedObject> touched = new ArrayList<>(whole(TYPE, type, operation));
    List<OperationLine> lines = OperationLines.of(List.of(operation));
    for (EnumColumn each : columns) {
      touched.add(new TouchedObject(TABLE, each.table(), Set.of(each.column()), Depth.PART, lines));
    }
    return touched;
  }

  @Override
  public List<TouchedObject> createDomain(TypeOperation.CreateDomain operation) {
    return whole(TYPE, operation.domain().name(), operation);
  }

  @Override
  public List<TouchedObject> dropDomain(TypeOperation.DropDomain operation) {
    return whole(TYPE, operation.name(), operation);
  }

  @Override
  public List<TouchedObject> alterDomain(TypeOperation.AlterDomain operation) {
    return whole(TYPE, operation.name(), operation);
  }

  @Override
  public List<TouchedObject> renameDomain(TypeOperation.RenameDomain operation) {
    List<TouchedObject> touched = new ArrayList<>(whole(TYPE, operation.from(), operation));
    touched.addAll(whole(TYPE, operation.to(), operation));
    return touched;
  }

  /** The tables that stand where SQL names tables; which columns it is about is not known. */
  @Override
  public List<TouchedObject> executeSql(Operation.ExecuteSql operation) {
    List<SqlToken> tokens = SqlTokenizer.code(operation.sql());
    Set<QualifiedName> tables = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      if (token.kind() == SqlToken.Kind.WORD && BEFORE_TABLES.stream().anyMatch(token::isWord)) {
        int at = i + 1;
        while (at < tokens.size() && FILLERS.stream().anyMatch(tokens.get(at)::isWord)) {
          at++;
        }
        QualifiedName name = name(tokens, at);
        if (name != null) {
          tables.add(name);
        }
      }
    }
    List<OperationLine> lines = OperationLines.of(List.of(operation));
    return tables.stream()
        .map(table -> new TouchedObject(TABLE, table, Set.of(), Depth.PART, lines))
        .toList();
  }

  private static @Nullable QualifiedName name(List<SqlToken> tokens, int at) {
    Identifier first = identifier(tokens, at);
    if (first == null) {
      return null;
    }
    boolean qualified = at + 1 < tokens.size() && tokens.get(at + 1).isSymbol(".");
    Identifier second = qualified ? identifier(tokens, at + 2) : null;
    return second == null ? QualifiedName.of(first) : new QualifiedName(first, second);
  }

  private static @Nullable Identifier identifier(List<SqlToken> tokens, int at) {
    if (at >= tokens.size()) {
      return null;
    }
    SqlToken token = tokens.get(at);
    return switch (token.kind()) {
      case WORD -> Identifier.of(token.text());
      case QUOTED -> Identifier.quoted(token.value());
      default -> null;
    };
  }

  @Override
  public List<TouchedObject> runJava(Operation.RunJava operation) {
    return List.of();
  }

  @Override
  public List<TouchedObject> changeInBatches(ChangeInBatches operation) {
    return executeSql(new Operation.ExecuteSql(operation.sqlForAll()));
  }

  @Override
  public List<TouchedObject> insertRows(InsertRows operation) {
    List<OperationLine> lines = OperationLines.of(List.of(operation));
    return List.of(
        new TouchedObject(
            TABLE, operation.table(), Set.copyOf(operation.columns()), Depth.PART, lines));
  }

  @Override
  public List<TouchedObject> outsideTransaction(Operation.OutsideTransaction operation) {
    return of(operation.operations());
  }

  @Override
  public List<TouchedObject> onlyOn(Operation.OnlyOn operation) {
    return of(operation.operations());
  }

  @Override
  public List<TouchedObject> irreversible(Operation.Irreversible operation) {
    return List.of();
  }

  /** The columns that an alteration is about. */
  private static final class Columns implements TableAlteration.Visitor<Set<Identifier>> {
    @Override
    public Set<Identifier> addColumn(TableAlteration.AddColumn alteration) {
      return Set.of(alteration.column().name());
    }

    @Override
    public Set<Identifier> dropColumn(TableAlteration.DropColumn alteration) {
      return Set.of(alteration.name());
    }

    @Override
    public Set<Identifier> renameColumn(TableAlteration.RenameColumn alteration) {
      return new LinkedHashSet<>(List.of(alteration.from(), alteration.to()));
    }

    @Override
    public Set<Identifier> alterColumn(TableAlteration.AlterColumn alteration) {
      return Set.of(alteration.name());
    }

    @Override
    public Set<Identifier> addConstraint(TableAlteration.AddConstraint alteration) {
      return columns(alteration.constraint());
    }

    @Override
    public Set<Identifier> dropConstraint(TableAlteration.DropConstraint alteration) {
      return columns(alteration.constraint());
    }

    private static Set<Identifier> columns(@Nullable Constraint constraint) {
      return constraint == null ? Set.of() : new LinkedHashSet<>(constraint.columns());
    }

    @Override
    public Set<Identifier> renameConstraint(TableAlteration.RenameConstraint alteration) {
      return Set.of();
    }

    @Override
    public Set<Identifier> alterCheck(TableAlteration.AlterCheck alteration) {
      return new LinkedHashSet<>(alteration.from().columns());
    }

    @Override
    public Set<Identifier> addIndex(TableAlteration.AddIndex alteration) {
      return columns(alteration.index());
    }

    @Override
    public Set<Identifier> dropIndex(TableAlteration.DropIndex alteration) {
      return columns(alteration.index());
    }

    private static Set<Identifier> columns(@Nullable Index index) {
      Set<Identifier> columns = new LinkedHashSet<>();
      if (index != null) {
        columns.addAll(index.columns());
        columns.addAll(index.include());
      }
      return columns;
    }

    @Override
    public Set<Identifier> renameIndex(TableAlteration.RenameIndex alteration) {
      return Set.of();
    }

    @Override
    public Set<Identifier> alterComment(TableAlteration.AlterComment alteration) {
      return Set.of();
    }
  }
}
