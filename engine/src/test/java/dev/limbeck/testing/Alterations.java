package dev.limbeck.testing;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.smallint;
import static dev.limbeck.model.Types.text;
import static dev.limbeck.model.Types.timestamp;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterSequence;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.AlterComment;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A small schema with a row in each table, and single changes of it that every dialect can do. */
public final class Alterations {
  private static final QualifiedName CUSTOMER = QualifiedName.parse("customer");

  private static final Unique EMAIL = Unique.of(Identifier.of("uq_customer_email"), names("email"));

  private static final Check AGE =
      new Check(Identifier.of("ck_customer_age"), CheckCondition.atLeast("age", 0));

  private static final Index BY_AGE =
      Index.of(Identifier.of("ix_customer_age"), false, names("age"));

  private static final ForeignKey TO_CUSTOMER =
      ForeignKey.of(
          Identifier.of("fk_invoice_customer"), names("customer_id"), CUSTOMER, names("id"));

  private static final Column DOUBLED =
      Column.of("doubled", integer())
          .withGeneration(new Generation.Computed(SqlExpression.of("age * 2"), true));

  private Alterations() {}

  /** The schema before the changes. */
  public static DatabaseModel before() {
    Table customer =
        new Table(
            CUSTOMER,
            List.of(
                Column.of("id", bigint()).withNullable(false),
                Column.of("email", varchar(40)),
                Column.of("age", integer()).withNullable(false).withDefault(SqlExpression.of("18")),
                Column.of("code", varchar(8)).withDefault(SqlExpression.of("'7'")),
                Column.of("balance", numeric(10, 2)),
                DOUBLED),
            List.of(new PrimaryKey(Identifier.of("pk_customer"), names("id")), EMAIL, AGE),
            List.of(BY_AGE),
            null,
            null);
    Table invoice =
        new Table(
            QualifiedName.parse("invoice"),
            List.of(
                Column.of("id", bigint()).withNullable(false).withGeneration(Generation.identity()),
                Column.of("customer_id", bigint())),
            List.of(new PrimaryKey(Identifier.of("pk_invoice"), names("id")), TO_CUSTOMER),
            List.of(),
            null,
            null);
    return DatabaseModel.of(customer, invoice)
        .withSequences(List.of(Sequence.of(QualifiedName.parse("customer_seq"), 1, 50)));
  }

  /** The rows before the changes. */
  public static List<String> rows() {
    return List.of(
        "INSERT INTO customer (id, email, age, code, balance) VALUES (1, 'a@b', 20, '5', 1.50)",
        "INSERT INTO customer (id, email, age, code, balance) VALUES (2, NULL, 30, NULL, NULL)",
        "INSERT INTO invoice (customer_id) VALUES (1)");
  }

  /** The operations of each change, by what it does. */
  public static Map<String, List<Operation>> all() {
    Map<String, List<Operation>> all = new LinkedHashMap<>();
    columns(all);
    constraints(all);
    indexesAndComments(all);
    objects(all);
    return all;
  }

  private static void columns(Map<String, List<Operation>> all) {
    all.put("a column added", customer(new AddColumn(Column.of("note", text()), null)));
    all.put(
        "a column added not null with default",
        customer(
            new AddColumn(
                Column.of("rank", smallint())
                    .withNullable(false)
                    .withDefault(SqlExpression.of("3")),
                null)));
    all.put(
        "a column added not null with fill",
        customer(
            new AddColumn(
                Column.of("nick", varchar(60)).withNullable(false),
                SqlExpression.of("coalesce(email, 'nobody')"))));
    all.put("a generated column dropped", customer(new DropColumn(DOUBLED.name(), DOUBLED)));
    all.put(
        "a column dropped",
        customer(new DropColumn(Identifier.of("balance"), Column.of("balance", numeric(10, 2)))));
    all.put(
        "columns renamed",
        customer(
            new RenameColumn(Identifier.of("age"), Identifier.of("years")),
            new RenameColumn(Identifier.of("id"), Identifier.of("key"))));
    all.put("a text longer", change("email", column -> column.withType(varchar(320))));
    all.put("a text shorter", change("email", column -> column.withType(varchar(5))));
    all.put("a text unlimited", change("email", column -> column.withType(text())));
    all.put("a number wider", change("balance", column -> column.withType(numeric(14, 4))));
    all.put(
        "a type changed under a default",
        change("code", column -> column.withType(integer()).withDefault(SqlExpression.of("8"))));
    all.put(
        "nulls forbidden with fill",
        customer(
            new AlterColumn(
                Identifier.of("email"),
                null,
                new Changed<>(true, false),
                null,
                null,
                null,
                null,
                null,
                SqlExpression.of("'none'"))));
    all.put("nulls allowed", change("age", column -> column.withNullable(true)));
    all.put(
        "a default added", change("email", column -> column.withDefault(SqlExpression.of("'x'"))));
    all.put(
        "a default changed", change("age", column -> column.withDefault(SqlExpression.of("21"))));
    all.put("a default dropped", change("age", column -> column.withDefault(null)));
    all.put(
        "all of a column changed",
        change(
            "age",
            column ->
                column
                    .withType(numeric(8, 1))
                    .withNullable(true)
                    .withDefault(SqlExpression.of("1.5"))
                    .withComment("In years")));
  }

  private static void constraints(Map<String, List<Operation>> all) {
    all.put("a unique constraint dropped", customer(DropConstraint.of(EMAIL)));
    all.put(
        "a unique constraint added",
        customer(
            new AddConstraint(Unique.of(Identifier.of("uq_customer_code"), names("code", "age")))));
    all.put("a check dropped", customer(DropConstraint.of(AGE)));
    all.put(
        "a check replaced",
        customer(
            DropConstraint.of(AGE),
            new AddConstraint(
                new Check(Identifier.of("ck_customer_age"), CheckCondition.between("age", 0, 150))),
            new AddConstraint(
                new Check(
                    Identifier.of("ck_customer_email"),
                    CheckCondition.sql("email is null or length(email) > 2")))));
    all.put("a foreign key dropped", invoice(DropConstraint.of(TO_CUSTOMER)));
    all.put(
        "a foreign key replaced",
        invoice(
            DropConstraint.of(TO_CUSTOMER),
            new AddConstraint(
                TO_CUSTOMER
                    .withActions(ReferentialAction.CASCADE, ReferentialAction.RESTRICT)
                    .withDeferral(Deferral.INITIALLY_DEFERRED))));
    all.put(
        "a primary key changed",
        invoice(
            DropConstraint.of(new PrimaryKey(Identifier.of("pk_invoice"), names("id"))),
            AlterColumn.between(invoiceId(), invoiceId().withGeneration(null)),
            new AlterColumn(
                Identifier.of("customer_id"),
                null,
                new Changed<>(true, false),
                null,
                null,
                null,
                null,
                null,
                null),
            new AddConstraint(
                new PrimaryKey(Identifier.of("pk_invoice"), names("customer_id", "id")))));
    all.put(
        "a constraint renamed",
        customer(
            new RenameConstraint(EMAIL.name(), Identifier.of("uq_mail")),
            new RenameConstraint(AGE.name(), Identifier.of("ck_years"))));
  }

  private static void indexesAndComments(Map<String, List<Operation>> all) {
    all.put("an index dropped", customer(DropIndex.of(BY_AGE)));
    all.put(
        "an index added",
        customer(
            new AddIndex(
                new Index(
                    Identifier.of("ix_customer_lower"),
                    true,
                    List.of(IndexPart.expression("lower(email)"), IndexPart.column("id").desc()),
                    null,
                    List.of(),
                    SqlExpression.of("age > 3"),
                    false))));
    all.put(
        "an index renamed", customer(new RenameIndex(BY_AGE.name(), Identifier.of("ix_years"))));
    all.put("a table commented", customer(new AlterComment(new Changed<>(null, "Who's who"))));
    all.put("a column commented", change("email", column -> column.withComment("It's \\ mail")));
  }

  private static void objects(Map<String, List<Operation>> all) {
    all.put(
        "a table added",
        List.of(
            new CreateTable(
                Table.of("tag", Column.of("name", varchar(20)), Column.of("at", timestamp(6))))));
    Table invoice = Objects.requireNonNull(before().table(QualifiedName.parse("invoice")));
    all.put("a table dropped", List.of(new DropTable(invoice.name(), invoice)));
    all.put("a table renamed", List.of(new RenameTable(CUSTOMER, QualifiedName.parse("Client"))));
    all.put(
        "a sequence changed",
        List.of(
            new AlterSequence(
                QualifiedName.parse("customer_seq"),
                null,
                new Changed<>(50L, 1L),
                null,
                null,
                null,
                null)));
    all.put(
        "a sequence renamed",
        List.of(
            new RenameSequence(
                QualifiedName.parse("customer_seq"), QualifiedName.parse("client_seq"))));
  }

  private static Column invoiceId() {
    return Column.of("id", bigint()).withNullable(false).withGeneration(Generation.identity());
  }

  private static List<Operation> customer(TableAlteration... alterations) {
    return List.of(new AlterTable(CUSTOMER, List.of(alterations)));
  }

  private static List<Operation> invoice(TableAlteration... alterations) {
    return List.of(new AlterTable(QualifiedName.parse("invoice"), List.of(alterations)));
  }

  private static List<Operation> change(String name, UnaryOperator<Column> change) {
    Table customer = Objects.requireNonNull(before().table(CUSTOMER));
    Column column = Objects.requireNonNull(customer.column(Identifier.of(name)));
    return customer(Objects.requireNonNull(AlterColumn.between(column, change.apply(column))));
  }

  private static List<Identifier> names(String... names) {
    return Arrays.stream(names).map(Identifier::parse).toList();
  }
}
