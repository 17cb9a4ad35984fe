package dev.limbeck.diff;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Inverse;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DifferTest {
  private final Differ differ = new Differ(NamingConvention.standard());

  @Test
  void equal_models_have_no_difference() {
    DatabaseModel model = DatabaseModel.of(table("users"));
    assertThat(differ.diff(model, model)).isEmpty();
  }

  @Test
  void a_widened_varchar_becomes_one_alter_column() {
    DatabaseModel before = DatabaseModel.of(Table.of("users", Column.of("email", varchar(255))));
    DatabaseModel after = DatabaseModel.of(Table.of("users", Column.of("email", varchar(320))));
    assertThat(differ.diff(before, after))
        .containsExactly(
            new AlterTable(
                QualifiedName.parse("users"),
                List.of(
                    new AlterColumn(
                        Identifier.of("email"),
                        new Changed<>(varchar(255), varchar(320)),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))));
  }

  @Test
  void a_table_comes_after_what_it_refers_to_and_goes_before() {
    DatabaseModel model = DatabaseModel.of(table("a_child", "z_parent"), table("z_parent"));
    assertThat(differ.diff(DatabaseModel.empty(), model))
        .extracting(operation -> ((CreateTable) operation).table().name().toString())
        .containsExactly("z_parent", "a_child");
    assertThat(differ.diff(model, DatabaseModel.empty()))
        .extracting(operation -> ((DropTable) operation).name().toString())
        .containsExactly("a_child", "z_parent");
  }

  @Test
  void a_circle_of_references_is_cut_in_both_directions() {
    DatabaseModel model = DatabaseModel.of(table("a", "b"), table("b", "a"));
    List<Operation> create = differ.diff(DatabaseModel.empty(), model);
    assertThat(create).hasSize(3);
    assertThat(((AlterTable) create.get(2)).alterations().get(0)).isInstanceOf(AddConstraint.class);
    List<Operation> drop = differ.diff(model, DatabaseModel.empty());
    assertThat(drop).hasSize(3);
    assertThat(((AlterTable) drop.get(0)).alterations().get(0)).isInstanceOf(DropConstraint.class);
    assertThat(Evolver.evolve(DatabaseModel.empty(), create)).isEqualTo(named(model));
    assertThat(Evolver.evolve(named(model), drop)).isEqualTo(DatabaseModel.empty());
    assertThat(Evolver.evolve(named(model), Inverse.of(create))).isEqualTo(DatabaseModel.empty());
  }

  @Test
  void a_chain_of_ten_thousand_references_needs_no_deep_stack() {
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      tables.add(i == 9_999 ? table("t" + i) : table("t" + i, "t" + (i + 1)));
    }
    DatabaseModel model = DatabaseModel.empty().withTables(tables);
    List<Operation> operations = differ.diff(DatabaseModel.empty(), model);
    assertThat(operations).hasSize(10_000).allMatch(CreateTable.class::isInstance);
    assertThat(((CreateTable) operations.get(0)).table().name())
        .isEqualTo(QualifiedName.parse("t9999"));
  }

  @Test
  void a_constraint_that_nobody_named_matches_whatever_it_is_called() {
    Constraint given = Unique.of(Identifier.of("users_email_key"), List.of(Identifier.of("email")));
    Table before =
        Table.of("users", Column.of("email", varchar(255))).withConstraints(List.of(given));
    Table after = before.withConstraints(List.of(given.withName(null)));
    assertThat(differ.diff(DatabaseModel.of(before), DatabaseModel.of(after))).isEmpty();
  }

  @Test
  void a_constraint_that_nobody_named_leaves_its_name_to_one_that_is_given_it() {
    Identifier name = Identifier.of("uq");
    Unique first = Unique.of(name, List.of(Identifier.of("a")));
    Unique second = Unique.of(name, List.of(Identifier.of("b")));
    Table before =
        Table.of("t", Column.of("a", bigint()), Column.of("b", bigint()))
            .withConstraints(List.of(first));
    Table after = before.withConstraints(List.of(first.withName(null), second));
    assertThat(differ.diff(DatabaseModel.of(before), DatabaseModel.of(after)))
        .containsExactly(
            new AlterTable(
                before.name(),
                List.of(
                    new RenameConstraint(name, Identifier.of("uq_t_a")),
                    new AddConstraint(second))));
  }

  @Test
  void a_key_to_a_table_whose_key_comes_with_the_change_waits() {
    Table target = Table.of("target", Column.of("code", varchar(10)));
    Table keyed = target.withConstraints(List.of(Unique.of(null, List.of(Identifier.of("code")))));
    Table source =
        Table.of("a_source", Column.of("code", varchar(10)))
            .withConstraints(
                List.of(
                    ForeignKey.of(
                        null,
                        List.of(Identifier.of("code")),
                        target.name(),
                        List.of(Identifier.of("code")))));
    List<Operation> operations =
        differ.diff(DatabaseModel.of(target), DatabaseModel.of(source, keyed));
    assertThat(operations).hasSize(3);
    assertThat(operations.get(0)).isInstanceOf(CreateTable.class);
    assertThat(((AlterTable) operations.get(1)).table()).isEqualTo(target.name());
    assertThat(((AlterTable) operations.get(2)).table()).isEqualTo(source.name());
  }

  @Test
  void keys_go_and_come_back_where_the_key_that_they_refer_to_is_made_anew() {
    List<Identifier> code = ids("code");
    Unique plain = new Unique(Identifier.of("uq_code"), code, false, Deferral.NONE);
    Unique strict = new Unique(plain.name(), code, true, Deferral.NONE);
    QualifiedName target = QualifiedName.parse("target");
    ForeignKey own = ForeignKey.of(Identifier.of("fk_own"), code, target, code);
    ForeignKey other = ForeignKey.of(Identifier.of("fk_other"), code, target, code);
    Table keyed =
        Table.of("target", Column.of("code", varchar(10))).withConstraints(List.of(plain, own));
    Table source =
        Table.of("source", Column.of("code", varchar(10))).withConstraints(List.of(other));

    assertThat(
            differ.diff(
                DatabaseModel.of(keyed, source),
                DatabaseModel.of(keyed.withConstraints(List.of(strict, own)), source)))
        .containsExactly(
            new AlterTable(target, List.of(DropConstraint.of(own))),
            new AlterTable(source.name(), List.of(DropConstraint.of(other))),
            new AlterTable(target, List.of(DropConstraint.of(plain), new AddConstraint(strict))),
            new AlterTable(target, List.of(new AddConstraint(own))),
            new AlterTable(source.name(), List.of(new AddConstraint(other))));
  }

  @Test
  void a_key_to_a_table_of_which_another_key_comes_stays_in_the_block_of_its_table() {
    Table target = table("target").withColumns(columns("id", "code"));
    List<Constraint> keys = new ArrayList<>(target.constraints());
    keys.add(Unique.of(null, List.of(Identifier.of("code"))));
    List<Operation> operations =
        differ.diff(
            DatabaseModel.of(target),
            DatabaseModel.of(table("a_source", "target"), target.withConstraints(keys)));
    assertThat(operations).hasSize(2);
    assertThat(operations.get(0))
        .isEqualTo(
            new CreateTable(named(DatabaseModel.of(table("a_source", "target"))).tables().get(0)));
  }

  @Test
  void the_name_of_an_index_may_pass_to_another_table() {
    Index index = Index.of(Identifier.of("ix_code"), false, ids("id"));
    Table one = Table.of("one", Column.of("id", bigint()));
    Table two = Table.of("two", Column.of("id", bigint()));
    DatabaseModel before = DatabaseModel.of(one, two.withIndexes(List.of(index)));

    assertThat(differ.diff(before, DatabaseModel.of(one.withIndexes(List.of(index)), two)))
        .containsExactly(
            new AlterTable(two.name(), List.of(DropIndex.of(index))),
            new AlterTable(one.name(), List.of(new AddIndex(index))));
    Table three = Table.of("three", Column.of("id", bigint())).withIndexes(List.of(index));
    assertThat(differ.diff(before, DatabaseModel.of(one, two, three)))
        .containsExactly(
            new AlterTable(two.name(), List.of(DropIndex.of(index))), new CreateTable(three));
  }

  @Test
  void a_formula_goes_before_what_it_is_over_and_comes_after_it() {
    Column old = Column.of("old", bigint());
    Column formula = Column.of("twice", bigint()).withGeneration(twice("old"));
    Column other = formula.withGeneration(twice("fresh"));
    Column fresh = Column.of("fresh", bigint());
    List<Operation> up =
        differ.diff(
            DatabaseModel.of(Table.of("t", old, formula)),
            DatabaseModel.of(Table.of("t", other, fresh)));

    assertThat(up)
        .containsExactly(
            new AlterTable(
                QualifiedName.parse("t"),
                List.of(
                    new AddColumn(fresh, null),
                    Objects.requireNonNull(AlterColumn.between(formula, other)),
                    new DropColumn(old.name(), old))));
  }

  private static Generation twice(String column) {
    return Generation.computed(SqlExpression.of(column + " * 2"), true);
  }

  @Test
  void a_made_up_name_is_free_in_the_schema() {
    DatabaseModel model =
        DatabaseModel.of(
                indexed("ord", "line_sku"),
                indexed("ord_line", "sku"),
                indexed("a", "b"),
                Table.of("ix_a_b", Column.of("id", bigint())),
                indexed("s", "eq"),
                indexed("elsewhere.s", "eq"),
                indexed("elsewhere.ord_line", "sku"))
            .withSequences(List.of(Sequence.of(QualifiedName.parse("UQ_S_eq"), 1, 1)));
    assertThat(names(differ.diff(DatabaseModel.empty(), model)))
        .containsExactlyInAnyOrder(
            "ord: uq_ord_line_sku ix_ord_line_sku",
            "ord_line: uq_ord_line_sku_2 ix_ord_line_sku_2",
            "a: uq_a_b ix_a_b_2",
            "ix_a_b:",
            "s: uq_s_eq_2 ix_s_eq",
            "elsewhere.s: uq_s_eq ix_s_eq",
            // Where there are no schemas, indexes of other tables are in the way.
            "elsewhere.ord_line: uq_ord_line_sku ix_ord_line_sku_2");
  }

  @Test
  void a_made_up_name_leaves_what_is_there_alone() {
    DatabaseModel before = named(DatabaseModel.of(indexed("ord_line", "sku")));
    Table live =
        Table.of("stranger", Column.of("id", bigint()))
            .withIndexes(List.of(Index.of(Identifier.of("ix_ord_line_sku_2"), false, ids("id"))));
    DatabaseModel after = DatabaseModel.of(indexed("ord", "line_sku"), indexed("ord_line", "sku"));
    assertThat(
            names(
                new Differ(NamingConvention.standard(), DatabaseModel.of(live))
                    .diff(before, after)))
        .containsExactly("ord: uq_ord_line_sku_2 ix_ord_line_sku_3");
  }

  @Test
  void another_state_of_a_constraint_takes_its_name_over() {
    Table before =
        Table.of("t", Column.of("a", bigint()))
            .withConstraints(
                List.of(new Check(Identifier.of("ck_t_a"), CheckCondition.atLeast("a", 0))));
    Table after =
        before.withConstraints(
            List.of(
                new Check(null, CheckCondition.atLeast("a", 1)),
                new Check(null, CheckCondition.between("a", 1, 2))));
    assertThat(differ.diff(DatabaseModel.of(before), DatabaseModel.of(after)))
        .containsExactly(
            new AlterTable(
                before.name(),
                List.of(
                    new AlterCheck(
                        Identifier.of("ck_t_a"),
                        new Changed<>(
                            CheckCondition.atLeast("a", 0), CheckCondition.atLeast("a", 1)),
                        Map.of()),
                    new AddConstraint(
                        after.constraints().get(1).withName(Identifier.of("ck_t_a_2"))))));
  }

  /** The names of what new tables have. */
  private static List<String> names(List<Operation> operations) {
    return operations.stream()
        .filter(CreateTable.class::isInstance)
        .map(operation -> ((CreateTable) operation).table())
        .map(
            table ->
                Stream.concat(
                        table.constraints().stream().map(Constraint::name),
                        table.indexes().stream().map(Index::name))
                    .map(name -> " " + name)
                    .collect(Collectors.joining("", table.name() + ":", "")))
        .toList();
  }

  private static List<Identifier> ids(String name) {
    return List.of(Identifier.of(name));
  }

  /** A table with a unique constraint and an index, none of them named. */
  private static Table indexed(String name, String column) {
    return Table.of("t", Column.of(column, bigint()))
        .withName(QualifiedName.parse(name))
        .withConstraints(List.of(Unique.of(null, ids(column))))
        .withIndexes(List.of(Index.of(null, false, ids(column))));
  }

  private static List<Column> columns(String... names) {
    return Stream.of(names).map(name -> Column.of(name, bigint()).withNullable(false)).toList();
  }

  private static DatabaseModel named(DatabaseModel model) {
    return model.withTables(
        model.tables().stream().map(NamingConvention.standard()::named).toList());
  }

  private static Table table(String name, String... references) {
    List<Column> columns = new ArrayList<>(List.of(Column.of("id", bigint()).withNullable(false)));
    List<Constraint> constraints =
        new ArrayList<>(List.of(new PrimaryKey(null, List.of(Identifier.of("id")))));
    for (String reference : references) {
      Identifier column = Identifier.of(reference + "_id");
      columns.add(new Column(column, bigint(), true, null, null, null, null));
      constraints.add(
          ForeignKey.of(
              null, List.of(column), QualifiedName.parse(reference), List.of(Identifier.of("id"))));
    }
    return Table.of(name).withColumns(columns).withConstraints(constraints);
  }
}
