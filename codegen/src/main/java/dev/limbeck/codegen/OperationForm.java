package dev.limbeck.codegen;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.Review;
import dev.limbeck.codegen.Expression.Lambda;
import dev.limbeck.codegen.Expression.Literal;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.TableChange;
import dev.limbeck.migration.TableDefinition;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlValue;
import dev.limbeck.model.Table;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.EnumColumn;
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
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import dev.limbeck.operation.WrittenStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Operations as statements in a revision's body. */
final class OperationForm implements Operation.Visitor<Statement> {
  static final ClassName OPERATIONS = ClassName.get(Operations.class);
  private static final ClassName TABLE_DEFINITION = ClassName.get(TableDefinition.class);
  private static final ClassName LIST = ClassName.get(List.class);
  private static final ClassName TABLE_CHANGE = ClassName.get(TableChange.class);

  private final int depth;
  private final TypeForm types;
  private final List<Review> reviews;
  private final String variable;

  private OperationForm(int depth, TypeForm types, List<Review> reviews) {
    this.types = types;
    this.reviews = reviews;
    this.depth = depth;
    this.variable = depth == 0 ? "op" : depth == 1 ? "o" : "o" + depth;
  }

  /** The statements of a body. What comes after an operation that ends it is never reached. */
  static List<Statement> body(List<Operation> operations, TypeForm types, List<Review> reviews) {
    return body(operations, 0, types, reviews);
  }

  private static List<Statement> body(
      List<Operation> operations, int depth, TypeForm types, List<Review> reviews) {
    OperationForm form = new OperationForm(depth, types, reviews);
    List<Statement> statements = new ArrayList<>();
    for (Operation operation : operations) {
      Statement statement = operation.accept(form);
      statements.add(statement);
      if (statement.thrown()) {
        break;
      }
    }
    return statements;
  }

  @Override
  public Statement createSchema(CreateSchema operation) {
    return call("createSchema", operation.name());
  }

  @Override
  public Statement dropSchema(DropSchema operation) {
    return call("dropSchema", operation.name());
  }

  @Override
  public Statement createTable(CreateTable operation) {
    Table table = NamingConvention.standard().named(operation.table());
    List<Statement> body = new ArrayList<>();
    table.columns().forEach(column -> body.add(Statement.of(ObjectForm.column("", column, types))));
    table
        .constraints()
        .forEach(constraint -> body.add(Statement.of(ObjectForm.constraint("", constraint))));
    table.indexes().forEach(index -> body.add(Statement.of(ObjectForm.index("", index))));
    if (table.comment() != null) {
      body.add(onTable("comment", JavaString.prose(table.comment())));
    }
    if (table.options() != null) {
      body.add(onTable("options", JavaString.sql(table.options())));
    }
    return reviewed(
        table.name(),
        call("createTable", table.name(), new Lambda(TABLE_DEFINITION, ObjectForm.TABLE, body)));
  }

  private static Statement onTable(String method, Expression argument) {
    return Statement.of(Calls.on(ObjectForm.TABLE, method, argument));
  }

  @Override
  public Statement dropTable(DropTable operation) {
    return reviewed(operation.name(), call("dropTable", operation.name()));
  }

  private Statement reviewed(QualifiedName table, Statement statement) {
    return statement.withComment(Review.above(reviews, table, null));
  }

  @Override
  public Statement renameTable(RenameTable operation) {
    return renamed("Table", operation.from(), operation.to());
  }

  @Override
  public Statement alterTable(AlterTable operation) {
    AlterationForm form = new AlterationForm(operation.table(), types, reviews);
    List<Statement> body =
        operation.alterations().stream().map(alteration -> alteration.accept(form)).toList();
    return call("alterTable", operation.table(), new Lambda(TABLE_CHANGE, ObjectForm.TABLE, body));
  }

  @Override
  public Statement createSequence(CreateSequence operation) {
    Sequence sequence = operation.sequence();
    Calls calls = Calls.on(variable, "createSequence", name(sequence.name()));
    if (sequence.start() != 1) {
      calls = calls.then("startWith", SqlForm.number(sequence.start()));
    }
    if (sequence.increment() != 1) {
      calls = calls.then("incrementBy", SqlForm.number(sequence.increment()));
    }
    if (sequence.minimum() != null) {
      calls = calls.then("minimum", SqlForm.number(sequence.minimum()));
    }
    if (sequence.maximum() != null) {
      calls = calls.then("maximum", SqlForm.number(sequence.maximum()));
    }
    if (sequence.cache() != 1) {
      calls = calls.then("cache", SqlForm.number(sequence.cache()));
    }
    if (sequence.cycle()) {
      calls = calls.then("cycle");
    }
    return Statement.of(calls);
  }

  @Override
  public Statement dropSequence(DropSequence operation) {
    return call("dropSequence", operation.name());
  }

  @Override
  public Statement alterSequence(AlterSequence operation) {
    Calls calls = Calls.on(variable, "alterSequence", name(operation.name()));
    calls = changed(calls, "startWith", operation.start());
    calls = changed(calls, "incrementBy", operation.increment());
    calls = changedBound(calls, "minimum", operation.minimum());
    calls = changedBound(calls, "maximum", operation.maximum());
    calls = changed(calls, "cache", operation.cache());
    if (operation.cycle() != null) {
      calls =
          calls.then(
              "cycle",
              new Literal(requireNonNull(operation.cycle().from(), "from").toString()),
              new Literal(requireNonNull(operation.cycle().to(), "to").toString()));
    }
    return Statement.of(calls);
  }

  private static Calls changed(Calls calls, String method, @Nullable Changed<Long> change) {
    return change == null
        ? calls
        : calls.then(
            method,
            SqlForm.number(requireNonNull(change.from(), "from")),
            SqlForm.number(requireNonNull(change.to(), "to")));
  }

  private static Calls changedBound(Calls calls, String method, @Nullable Changed<Long> change) {
    return change == null ? calls : calls.then(method, bound(change.from()), bound(change.to()));
  }

  private static Expression bound(@Nullable Long bound) {
    return new Literal(bound == null ? "null" : bound + "L");
  }

  @Override
  public Statement renameSequence(RenameSequence operation) {
    return renamed("Sequence", operation.from(), operation.to());
  }

  @Override
  public Statement createEnumType(CreateEnumType operation) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(name(operation.type().name()));
    arguments.addAll(Expression.strings(operation.type().labels()));
    return Statement.of(Calls.on(variable, "createEnumType", arguments));
  }

  @Override
  public Statement dropEnumType(DropEnumType operation) {
    return call("dropEnumType", operation.name());
  }

  @Override
  public Statement alterEnumType(AlterEnumType operation) {
    Calls calls =
        Calls.on(variable, "alterEnumType", name(operation.name()))
            .then("labels", labels(operation.change().from()), labels(operation.change().to()));
    for (Map.Entry<String, String> each : operation.remaps().entrySet()) {
      calls =
          calls.then("remap", JavaString.prose(each.getKey()), JavaString.prose(each.getValue()));
    }
    calls = onColumns(calls, operation.columns());
    if (operation.rebuild()) {
      calls = calls.then("rebuild");
    }
    return new Statement(RemapReview.of(operation), false, calls);
  }

  private static Expression labels(List<String> labels) {
    return Calls.of(LIST, "of", Expression.strings(labels));
  }

  private static Calls onColumns(Calls calls, List<EnumColumn> columns) {
    Calls all = calls;
    for (EnumColumn each : columns) {
      all = all.then("column", name(each.table()), name(each.column()));
    }
    return all;
  }

  @Override
  public Statement renameEnumType(RenameEnumType operation) {
    return call("renameEnumType", operation.from(), JavaString.name(operation.to().toString()));
  }

  @Override
  public Statement renameEnumLabel(RenameEnumLabel operation) {
    Calls calls =
        Calls.on(
            variable,
            "renameEnumLabel",
            name(operation.type()),
            JavaString.prose(operation.from()),
            JavaString.prose(operation.to()));
    return Statement.of(onColumns(calls, operation.columns()));
  }

  @Override
  public Statement createDomain(CreateDomain operation) {
    return new DomainForm(variable, types).create(operation.domain());
  }

  @Override
  public Statement dropDomain(DropDomain operation) {
    return call("dropDomain", operation.name());
  }

  @Override
  public Statement alterDomain(AlterDomain operation) {
    return new DomainForm(variable, types).alter(operation);
  }

  @Override
  public Statement renameDomain(RenameDomain operation) {
    return call("renameDomain", operation.from(), JavaString.name(operation.to().toString()));
  }

  @Override
  public Statement executeSql(ExecuteSql operation) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(JavaString.statements(operation.sql().strip()));
    operation.parameters().forEach(value -> arguments.add(ValueForm.of(value)));
    Calls execute = Calls.on(variable, "execute", arguments);
    return Statement.of(doneWhen(execute, operation.doneWhen()));
  }

  @Override
  public Statement runJava(RunJava operation) {
    if (operation.step() instanceof WrittenStep step) {
      Calls run = Calls.on(variable, "run", new Literal(CarriedSource.mark(step)));
      String sql = operation.sql();
      Calls both = sql == null ? run : run.then("sql", JavaString.sql(sql));
      return Statement.of(doneWhen(both, operation.doneWhen()));
    }
    throw new LimbeckException(
        "LMB-224",
        "Java code cannot be written into a revision: run "
            + operation.description()
            + "\n  Write the revision's class by hand.");
  }

  private static Calls doneWhen(Calls step, @Nullable String query) {
    return query == null ? step : step.then("doneWhen", JavaString.sql(query));
  }

  @Override
  public Statement changeInBatches(ChangeInBatches operation) {
    Calls batches =
        Calls.on(
            variable,
            "batches",
            JavaString.prose(operation.description()),
            JavaString.name(operation.table().toString()),
            JavaString.name(operation.key().toString()),
            JavaString.sql(operation.sql()));
    return Statement.of(
        batches
            .then("size", new Literal(String.valueOf(operation.size())))
            .then("pause", new Literal(operation.pause().toMillis() + "L")));
  }

  @Override
  public Statement insertRows(InsertRows operation) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(JavaString.name(operation.table().toString()));
    arguments.addAll(Expression.strings(operation.columns()));
    Calls insert = Calls.on(variable, "insertRows", arguments);
    for (List<SqlValue> row : operation.rows()) {
      insert = insert.then("row", row.stream().map(ValueForm::of).toList());
    }
    return Statement.of(insert);
  }

  @Override
  public Statement outsideTransaction(OutsideTransaction operation) {
    return Statement.of(Calls.on(variable, "outsideTransaction", nested(operation.operations())));
  }

  @Override
  public Statement onlyOn(OnlyOn operation) {
    return call("onlyOn", operation.dialect(), nested(operation.operations()));
  }

  private Lambda nested(List<Operation> operations) {
    return new Lambda(
        OPERATIONS,
        new OperationForm(depth + 1, types, reviews).variable,
        body(operations, depth + 1, types, reviews));
  }

  @Override
  public Statement irreversible(Irreversible operation) {
    return new Statement(
        null, true, Calls.on(variable, "irreversible", JavaString.prose(operation.reason())));
  }

  private Statement renamed(String kind, QualifiedName from, QualifiedName to) {
    if (Objects.equals(from.schema(), to.schema())) {
      return call("rename" + kind, from, JavaString.name(to.toString()));
    }
    return call(
        "move" + kind,
        from,
        to.schema() == null ? new Literal("null") : JavaString.name(to.schema().toString()));
  }

  private Statement call(String method, Object name, Expression... further) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(name(name));
    arguments.addAll(List.of(further));
    return Statement.of(Calls.on(variable, method, arguments));
  }

  private static Expression name(Object name) {
    return JavaString.name(name.toString());
  }
}
