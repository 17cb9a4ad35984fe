package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.filter.ObjectPattern;
import dev.limbeck.filter.ObjectRules;
import dev.limbeck.hook.AutogenerateHook;
import dev.limbeck.hook.ColumnPair;
import dev.limbeck.hook.HookContext;
import dev.limbeck.hook.Hooks;
import dev.limbeck.hook.RevisionBody;
import dev.limbeck.hook.SchemaObject;
import dev.limbeck.hook.Verdict;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What patterns and hooks make of a comparison, on both databases. */
class FilteredComparisonTest {
  private static final Column ID = Column.of("id", Types.integer()).withNullable(false);
  private static final Table CUSTOMER = Table.of("customer", ID);
  private static final Identifier CUSTOMER_ID = Identifier.of("customer_id");

  private static final ForeignKey TO_CUSTOMER =
      ForeignKey.of(
          null,
          List.of(CUSTOMER_ID),
          QualifiedName.parse("customer"),
          List.of(Identifier.of("id")));

  private static final Table ORDERS =
      Table.of("orders", ID, Column.of("customer_id", Types.integer()))
          .withConstraints(List.of(new PrimaryKey(null, List.of(ID.name())), TO_CUSTOMER));

  @TempDir private Path directory;
  private List<TestDatabase> databases = List.of();

  @BeforeEach
  void open() throws Exception {
    databases = List.of(TestSqlite.fresh(directory), TestPostgres.freshDatabase());
  }

  @AfterEach
  void close() {
    databases.forEach(TestDatabase::close);
  }

  @Test
  void a_foreign_key_to_an_excluded_table_stays_where_the_database_has_the_table()
      throws Exception {
    for (TestDatabase database : databases) {
      Comparison without = compare(database, excluding("table:customer"), CUSTOMER, ORDERS);
      Table alone = ORDERS.withConstraints(List.of(ORDERS.constraints().get(0)));
      assertThat(without.operations()).containsExactly(create(alone));
      assertThat(without.notes())
          .containsExactly(
              "left out: the foreign key of orders [customer_id] to customer, which is not compared"
                  + " and which the database does not have");
      assertThat(without.leftOut()).containsExactlyInAnyOrder("customer", "customer.id");

      database.execute("create table customer (id integer not null primary key)");
      Comparison with = compare(database, excluding("table:customer"), CUSTOMER, ORDERS);
      assertThat(with.operations()).containsExactly(create(ORDERS));
      assertThat(with.notes()).isEmpty();
    }
  }

  @Test
  void what_is_excluded_by_its_name_on_one_side_is_excluded_on_the_other() throws Exception {
    for (TestDatabase database : databases) {
      database.execute(
          "create table customer (id integer not null primary key)",
          "create table orders (id integer not null primary key, customer_id integer,"
              + " constraint legacy_fk foreign key (customer_id) references customer (id)"
              + " on delete cascade)",
          "create index legacy_ix on orders (customer_id)");
      Table wanted = ORDERS.withIndexes(List.of(Index.of(null, false, List.of(CUSTOMER_ID))));
      Table customer = CUSTOMER.withConstraints(List.of(new PrimaryKey(null, List.of(ID.name()))));
      assertThat(compare(database, ObjectRules.none(), customer, wanted).operations()).hasSize(1);
      assertThat(
              compare(database, excluding("constraint:orders.legacy_*"), customer, wanted)
                  .operations())
          .isEmpty();
      assertThat(
              compare(database, excluding("foreign-key:*"), customer, wanted.withIndexes(List.of()))
                  .operations())
          .isEmpty();
      assertThat(
              compare(
                      database,
                      excluding("foreign-key:* index:legacy_ix"),
                      customer,
                      wanted.withIndexes(
                          List.of(Index.of(Identifier.of("better"), false, List.of(CUSTOMER_ID)))))
                  .operations())
          .isEmpty();
    }
  }

  @Test
  void with_an_excluded_column_go_the_constraints_and_indexes_on_it() throws Exception {
    for (TestDatabase database : databases) {
      Table wanted =
          ORDERS
              .withConstraints(
                  List.of(
                      new PrimaryKey(null, List.of(ID.name())),
                      Unique.of(null, List.of(CUSTOMER_ID))))
              .withIndexes(List.of(Index.of(null, false, List.of(CUSTOMER_ID))));
      Table without =
          Table.of("orders", ID).withConstraints(List.of(new PrimaryKey(null, List.of(ID.name()))));
      assertThat(compare(database, excluding("column:customer_*"), wanted).operations())
          .containsExactly(create(without));
      database.execute(
          "create table orders (id integer not null primary key, customer_id text unique)");
      assertThat(compare(database, excluding("column:customer_*"), wanted).operations()).isEmpty();
    }
  }

  @Test
  void an_included_kind_narrows_only_that_kind() throws Exception {
    for (TestDatabase database : databases) {
      ObjectRules only =
          new ObjectRules(ObjectPattern.parse("table:cust*", "test", "LMB-106"), List.of());
      assertThat(compare(database, only, CUSTOMER, ORDERS).operations())
          .containsExactly(create(CUSTOMER));
    }
  }

  /** A hook as an application would write it. */
  private static final class ShopHook implements AutogenerateHook {
    @Override
    public boolean includes(SchemaObject object) {
      return !object.name().text().startsWith("tmp_");
    }

    @Override
    public Verdict compareType(ColumnPair column) {
      if (column.wanted().type().equals(Types.nativeType("citext"))) {
        return Verdict.EQUAL;
      }
      return column.wanted().name().text().equals("amount") ? Verdict.DIFFERENT : Verdict.UNDECIDED;
    }

    @Override
    public Verdict compareDefault(ColumnPair column) {
      return column.wanted().name().text().equals("code") ? Verdict.EQUAL : Verdict.UNDECIDED;
    }

    @Override
    public RevisionBody rewrite(RevisionBody body, HookContext context) {
      String sql = "create view all_orders as select * from orders";
      return context.stands("sqlite", "all_orders", sql)
          ? body
          : body.plus(
                  List.of(
                      new AlterTable(
                          QualifiedName.parse("orders"),
                          List.of(new AddConstraint(Unique.of(null, List.of(CUSTOMER_ID)))))),
                  List.of())
              .plusSql(sql, "drop view all_orders");
    }

    @Override
    public @Nullable String name(QualifiedName table, Constraint constraint) {
      return constraint instanceof Unique ? "only_one_" + table.name() : null;
    }
  }

  @Test
  void hooks_have_their_say() throws Exception {
    for (TestDatabase database : databases) {
      database.execute(
          "create table orders (id integer not null primary key, customer_id integer,"
              + " code varchar(10) default 'x', amount numeric(10, 2))");
      Table wanted =
          Table.of(
                  "orders",
                  ID,
                  Column.of("customer_id", Types.nativeType("citext")),
                  Column.of("code", Types.varchar(10)),
                  Column.of("amount", Types.decimal(10, 2)),
                  Column.of("tmp_note", Types.text()))
              .withConstraints(List.of(new PrimaryKey(null, List.of(ID.name()))));
      Comparison comparison =
          compare(
              database,
              ComparisonRules.of(
                  NamingConvention.standard(),
                  ObjectRules.none(),
                  Hooks.of(List.of(new ShopHook()))),
              wanted);
      AlterTable unique =
          new AlterTable(
              QualifiedName.parse("orders"),
              List.of(
                  new AddConstraint(
                      Unique.of(Identifier.of("only_one_orders"), List.of(CUSTOMER_ID)))));
      List<Operation> upgrade = comparison.operations();
      assertThat(upgrade.subList(upgrade.size() - 2, upgrade.size()))
          .containsExactly(
              unique, new ExecuteSql("create view all_orders as select * from orders"));
      assertThat(comparison.downgrade().get(0)).isEqualTo(new ExecuteSql("drop view all_orders"));
      // Where the database has its own form of decimal, the hook has it shown.
      assertThat(upgrade.subList(0, upgrade.size() - 2).toString())
          .contains("amount")
          .doesNotContain("code", "tmp_note");
      assertThat(comparison.leftOut()).containsExactly("orders.tmp_note");
    }
  }

  private static CreateTable create(Table table) {
    return new CreateTable(NamingConvention.standard().named(table));
  }

  private static ObjectRules excluding(String patterns) {
    return new ObjectRules(List.of(), ObjectPattern.parse(patterns, "test", "LMB-106"));
  }

  private static Comparison compare(TestDatabase database, ObjectRules objects, Table... wanted)
      throws SQLException {
    return compare(
        database, ComparisonRules.of(NamingConvention.standard(), objects, Hooks.none()), wanted);
  }

  private static Comparison compare(TestDatabase database, ComparisonRules rules, Table... wanted)
      throws SQLException {
    try (Connection connection = database.connection()) {
      return new Comparer(
              Dialects.ofUrl(database.jdbcUrl()),
              (live, dialect, scope) -> dialect.catalog().read(live, scope),
              rules,
              Set.of(),
              false,
              false)
          .compare(connection, DatabaseModel.empty(), DatabaseModel.of(wanted), Renaming.unknown());
    }
  }
}
