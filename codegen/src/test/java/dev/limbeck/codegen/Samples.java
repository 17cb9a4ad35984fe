package dev.limbeck.codegen;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.text;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.model.ArrayType;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.SqlValue;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.model.VariantType;
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
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.AlterComment;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import dev.limbeck.operation.TypeOperation.RenameEnumType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** At least one of everything that a revision can say; a test asks that nothing is left out. */
final class Samples {
  static final SqlExpression NOW =
      SqlExpression.of("current_timestamp").on("postgresql", "now()").on("sqlite", "datetime()");

  private Samples() {}

  static Identifier id(String name) {
    return Identifier.parse(name);
  }

  static QualifiedName name(String name) {
    return QualifiedName.parse(name);
  }

  /** Every kind of scalar with every number of numbers, and every other kind of type. */
  static List<ColumnType> types() {
    List<ColumnType> types = new ArrayList<>();
    for (ScalarType.Kind kind : ScalarType.Kind.values()) {
      types.add(new ScalarType(kind, null, null));
      if (kind.parameters() > 0) {
        types.add(new ScalarType(kind, 12, null));
      }
      if (kind.parameters() > 1) {
        types.add(new ScalarType(kind, 12, 3));
      }
    }
    types.add(new ArrayType(new ArrayType(varchar(20))));
    types.add(new NamedType(name("`Shop`.colour")));
    types.add(new NativeType("tsvector"));
    types.add(new VariantType(text(), Map.of("sqlite", new NativeType("any"))));
    types.add(new VariantType(text(), Map.of("sqlite", integer(), "postgresql", bigint())));
    types.add(
        new VariantType(
            text(), Map.of("sqlite", integer(), "postgresql", bigint(), "mysql", varchar(9))));
    return types;
  }

  static List<Generation> generations() {
    return List.of(
        Generation.identity(),
        new Generation.Identity(true, 1, 1),
        new Generation.Identity(false, 100, -5),
        new Generation.Identity(true, 10_000_000_000L, 50),
        new Generation.Computed(SqlExpression.of("a + b"), true),
        new Generation.Computed(SqlExpression.of("a || '\"'"), false),
        new Generation.Computed(NOW, true));
  }

  static List<CheckCondition> conditions() {
    return List.of(
        CheckCondition.oneOf("status", "NEW", "it's", "a \"b\" \\ c"),
        CheckCondition.oneOf("status", "ONLY"),
        CheckCondition.oneOf("code", 1, -2, 10_000_000_000L, Long.MIN_VALUE),
        CheckCondition.between("level", 0, 3),
        CheckCondition.atLeast("position", 0),
        CheckCondition.sql("total >= 0 and\n  total < 10 -- not \"\"\" much"),
        CheckCondition.sql(SqlExpression.of("a > 0").on("sqlite", "a > +0")));
  }

  static List<Constraint> constraints() {
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(new PrimaryKey(id("pk_orders"), List.of(id("id"), id("`Line`"))));
    constraints.add(Unique.of(id("uq_orders"), List.of(id("number"))));
    constraints.add(
        new Unique(id("uq_both"), List.of(id("a"), id("b")), true, Deferral.INITIALLY_IMMEDIATE));
    constraints.add(
        ForeignKey.of(id("fk_a"), List.of(id("a")), name("`Shop`.customer"), List.of(id("id"))));
    constraints.add(
        new ForeignKey(
            id("fk_orders_customer_id_of_the_shop"),
            List.of(id("customer_id"), id("shop_id")),
            name("customer"),
            List.of(id("id"), id("shop_id")),
            ReferentialAction.CASCADE,
            ReferentialAction.SET_NULL,
            Deferral.INITIALLY_DEFERRED));
    int number = 0;
    for (CheckCondition condition : conditions()) {
      constraints.add(new Check(id("ck_" + number++), condition));
    }
    return constraints;
  }

  static List<Index> indexes() {
    IndexPart plain = IndexPart.column("a");
    return List.of(
        Index.of(id("ix_a"), false, List.of(id("a"))),
        Index.of(id("ux_a_b"), true, List.of(id("a"), id("`B c`"))),
        new Index(
            id("ix_parts"),
            false,
            List.of(
                plain.desc().nullsLast().collate("C").using("text_pattern_ops"),
                IndexPart.column("b").nullsFirst(),
                IndexPart.expression("lower(c)").desc(),
                IndexPart.expression(NOW)),
            "gin",
            List.of(id("d"), id("e")),
            SqlExpression.of("a is not null and b is not null"),
            false),
        new Index(id("ux_where"), true, List.of(plain), null, List.of(), NOW, true));
  }

  static Table table() {
    List<Column> columns = new ArrayList<>();
    int number = 0;
    for (ColumnType type : types()) {
      columns.add(Column.of("c" + number++, type));
    }
    for (Generation generation : generations()) {
      Column column = Column.of("g" + number++, bigint()).withGeneration(generation);
      columns.add(column.withNullable(!(generation instanceof Generation.Identity)));
    }
    columns.add(
        Column.of("`All of it`", varchar(20))
            .withNullable(false)
            .withDefault(SqlExpression.of("'it''s'"))
            .withCollation("C")
            .withComment("Says \"much\"\nin two lines $L \\u000a"));
    columns.add(Column.of("varying_default", varchar(20)).withDefault(NOW));
    return new Table(
        name("`Shop`.`Order`"), columns, constraints(), indexes(), "A table */", "STRICT");
  }

  static List<TableAlteration> alterations() {
    List<TableAlteration> all = new ArrayList<>();
    Column column = Column.of("customer_id", bigint()).withNullable(false);
    all.add(new AddColumn(column, null));
    all.add(new AddColumn(column.withName(id("filled")), SqlExpression.of("-1")));
    all.add(new AddColumn(column.withName(id("varying")), NOW));
    all.add(new DropColumn(id("old"), Column.of("old", text())));
    all.add(new RenameColumn(id("total"), id("total_amount")));
    all.add(alterColumn());
    all.add(
        new AlterColumn(
            id("other"),
            null,
            null,
            new Changed<>(null, NOW),
            new Changed<>(Generation.identity(), null),
            new Changed<>("old", null),
            new Changed<>(null, "C"),
            NOW,
            NOW));
    constraints().forEach(constraint -> all.add(new AddConstraint(constraint)));
    constraints().forEach(constraint -> all.add(DropConstraint.of(constraint)));
    all.add(new DropConstraint(id("by_name"), null));
    for (CheckCondition condition : conditions()) {
      all.add(
          new AlterCheck(
              id("ck"), new Changed<>(condition, CheckCondition.sql("a > 1")), Map.of()));
    }
    all.add(
        new AlterCheck(
            id("ck_texts"),
            new Changed<>(
                CheckCondition.oneOf("status", "NEW", "OLD"),
                CheckCondition.oneOf("status", "NEW")),
            Map.of("OLD", "NEW")));
    all.add(
        new AlterCheck(
            id("ck_numbers"),
            new Changed<>(
                CheckCondition.oneOf("code", 1, 2, 3), CheckCondition.oneOf("code", 1, 2)),
            Map.of("3", "-2")));
    all.add(new RenameConstraint(id("uq_a"), id("uq_b")));
    indexes().forEach(index -> all.add(new AddIndex(index)));
    indexes().forEach(index -> all.add(DropIndex.of(index)));
    indexes().forEach(index -> all.add(new AddIndex(index, true)));
    indexes().forEach(index -> all.add(DropIndex.of(index, true)));
    all.add(new DropIndex(id("by_name"), null));
    all.add(new RenameIndex(id("ix_a"), id("ix_b")));
    all.add(new AlterComment(new Changed<>(null, "New")));
    return all;
  }

  private static AlterColumn alterColumn() {
    return new AlterColumn(
        id("status"),
        new Changed<>(varchar(16), varchar(32)),
        new Changed<>(true, false),
        new Changed<>(SqlExpression.of("'NEW'"), null),
        new Changed<>(
            new Generation.Computed(SqlExpression.of("upper(name)"), true),
            new Generation.Identity(true, 5, 5)),
        new Changed<>(null, "The state"),
        new Changed<>("C", "POSIX"),
        SqlExpression.of("substr(status, 1, 32)"),
        SqlExpression.of("'NEW'"));
  }

  /** Every operation that can be printed; the last one ends a body. */
  static List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    all.add(new CreateSchema(id("`Shop`")));
    all.add(new CreateTable(table()));
    all.add(new CreateTable(Table.of("plain", Column.of("id", bigint()))));
    all.add(new AlterTable(name("orders"), alterations()));
    all.add(new RenameTable(name("shop.a"), name("shop.b")));
    all.add(new DropTable(name("`Shop`.`Order`"), table()));
    Sequence sequence = Sequence.of(name("orders_seq"), 1, 50);
    all.add(new CreateSequence(Sequence.of(name("plain_seq"), 1, 1)));
    all.add(new CreateSequence(new Sequence(name("seq"), 5, -2, -9L, 10_000_000_000L, 20, true)));
    all.add(
        AlterSequence.between(sequence, new Sequence(name("orders_seq"), 2, 1, 1L, 9L, 3, true)));
    all.add(new RenameSequence(name("a_seq"), name("b_seq")));
    all.add(new DropSequence(name("orders_seq"), sequence));
    EnumType colour = new EnumType(name("colour"), List.of("RED", "dark blue"));
    all.add(new CreateEnumType(colour));
    Domain domain =
        new Domain(
            name("shop.email"),
            varchar(320),
            false,
            SqlExpression.of("''"),
            List.of(
                new Check(id("ck_at"), CheckCondition.sql("value like '%@%'")),
                new Check(id("ck_short"), CheckCondition.sql("length(value) < 99"))));
    all.add(new CreateDomain(domain));
    Check at = domain.checks().get(0);
    Check some = new Check(id("ck_some"), at.condition());
    Check shorter = new Check(id("ck_short"), CheckCondition.sql("length(value) < 9"));
    all.add(
        new AlterDomain(
            domain.name(),
            new Changed<>(varchar(320), varchar(99)),
            new Changed<>(false, true),
            new Changed<>(SqlExpression.of("''"), null),
            List.of(
                new Changed<>(at, some),
                new Changed<>(domain.checks().get(1), shorter),
                new Changed<>(some, null),
                new Changed<>(null, new Check(id("ck_new"), CheckCondition.sql("value > ''"))))));
    all.add(new RenameDomain(domain.name(), name("shop.address")));
    all.add(new DropDomain(name("shop.address"), domain.withName(name("shop.address"))));
    all.add(new RenameEnumType(name("colour"), name("paint")));
    all.add(
        new RenameEnumLabel(
            name("paint"),
            "RED",
            "it's \"red\"",
            List.of(new EnumColumn(name("shop.a"), id("b")))));
    all.add(
        new AlterEnumType(
            name("paint"),
            new Changed<>(List.of("RED", "GREEN", "a \\ b", "D"), List.of("BLUE", "RED")),
            Map.of("GREEN", "BLUE"),
            List.of(new EnumColumn(name("a"), id("`B`")), new EnumColumn(name("c"), id("d"))),
            true));
    all.add(
        new AlterEnumType(
            name("paint"), new Changed<>(List.of(), List.of("A")), Map.of(), List.of(), false));
    all.add(new DropEnumType(name("colour"), colour));
    all.add(
        new ExecuteSql("UPDATE orders SET note = '\\' || \"\"\"a\"\"\" \n  WHERE 1 = 1;  \n\n;"));
    all.add(
        new OutsideTransaction(
            List.of(
                new ExecuteSql("VACUUM"),
                new ExecuteSql("CALL fill()", "SELECT EXISTS (SELECT 1 FROM filled)"),
                new OnlyOn(
                    "postgresql", List.of(new ExecuteSql("A"), new Irreversible("never here"))))));
    all.add(new OnlyOn("sqlite", List.of(new DropTable(name("plain"), null))));
    all.add(
        new ChangeInBatches(
            "trim \"all\"",
            name("`Shop`.orders"),
            id("id"),
            7,
            Duration.ofMillis(20),
            "UPDATE orders SET note = trim(note) WHERE {batch}"));
    all.add(
        new ExecuteSql(
            "UPDATE orders SET note = ? WHERE id = ? AND data ?? 'a'",
            List.of(SqlValue.of("it's ?\nnew"), SqlValue.of(7)),
            null));
    all.add(
        new InsertRows(
            name("`Shop`.orders"),
            List.of(id("id"), id("`Order`")),
            List.of(
                List.of(SqlValue.of(-1), SqlValue.of("a \"b\" \\ \t")),
                List.of(SqlValue.of(12_345_678_901L), SqlValue.NULL),
                List.of(SqlValue.of(true), SqlValue.of(new BigDecimal("1.50"))),
                List.of(SqlValue.of(LocalDate.of(2026, 11, 21)), SqlValue.of(new byte[] {1, -1})),
                List.of(SqlValue.of(Instant.EPOCH), SqlValue.of(new UUID(1, 2))))));
    all.add(new DropSchema(id("`Shop`")));
    all.add(new Irreversible("the rows are gone"));
    return all;
  }
}
