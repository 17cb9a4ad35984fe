package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.diff.Differ;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.runtime.UnitAtWork;
import dev.limbeck.testing.Schema;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.facts.Fact;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What autogenerate finds is settled by what it writes, and the downgrade leads back. */
class SettledChangesOnPostgresTest {
  private static final Dialect DIALECT = Dialects.named("postgresql");
  private static final NamingConvention NAMES = NamingConvention.standard();
  private static final Column ID = column("id", Types.bigint());

  private static TestDatabase database;
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    database = TestPostgres.freshDatabase();
    connection = database.connection();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    database.close();
  }

  static Stream<Arguments> defaults() {
    return Stream.of(
        Arguments.of(Types.character(3), Types.varchar(1), "''"),
        Arguments.of(Types.varchar(3), Types.text(), "'it''s'"),
        Arguments.of(Types.array(Types.integer()), Types.array(Types.bigint()), "'{}'"),
        Arguments.of(Types.integer(), Types.bigint(), "-5"),
        Arguments.of(Types.integer(), Types.varchar(9), "-5"),
        Arguments.of(Types.numeric(9, 2), Types.integer(), "-5.5"),
        Arguments.of(Types.date(), Types.timestamp(6), "'2020-01-05'"));
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void a_default_is_one_of_the_new_type(ColumnType from, ColumnType to, String value)
      throws SQLException {
    SqlExpression said = SqlExpression.of(value);
    settles(
        DatabaseModel.of(Table.of("t", Column.of("a", from).withDefault(said))),
        DatabaseModel.of(Table.of("t", Column.of("a", to).withDefault(said))),
        Map.of());
  }

  static Stream<Arguments> changedDefaults() {
    return Stream.of(
        Arguments.of(Types.date(), "'2020-02-29'", Types.timestamp(6), "'2020-02-29 12:30:00'"),
        Arguments.of(Types.bool(), "true", Types.varchar(9), "'yes'"),
        Arguments.of(
            Types.uuid(),
            "'00000000-0000-0000-0000-00000000000a'",
            Types.varchar(36),
            "'00000000-0000-0000-0000-00000000000A'"),
        Arguments.of(
            Types.timestamp(6),
            "'2020-02-29 12:30:00'",
            Types.timestampTz(6),
            "'2020-02-29 12:30:00+07'"));
  }

  @ParameterizedTest
  @MethodSource("changedDefaults")
  void a_default_that_only_the_new_type_tells_from_the_old_one_changes(
      ColumnType from, String before, ColumnType to, String after) throws SQLException {
    settles(
        DatabaseModel.of(Table.of("t", Column.of("a", from).withDefault(SqlExpression.of(before)))),
        DatabaseModel.of(Table.of("t", Column.of("a", to).withDefault(SqlExpression.of(after)))),
        Map.of());
  }

  @Test
  void a_check_that_the_server_reads_again_with_another_length_is_the_same() throws SQLException {
    Check check =
        new Check(
            Identifier.of("ck"), CheckCondition.sql("amount > -100 OR kind IN ('yes', 'it''s')"));
    Column kind = Column.of("kind", Types.varchar(40));
    settles(
        DatabaseModel.of(
            Table.of("t", kind, column("amount", Types.numeric(30, 10)))
                .withConstraints(List.of(check))),
        DatabaseModel.of(
            Table.of("t", kind, column("amount", Types.numeric(5)))
                .withConstraints(List.of(check))),
        Map.of());
  }

  @Test
  void a_foreign_key_goes_though_what_it_refers_to_gets_another_name() throws SQLException {
    Column number = column("number", Types.bigint());
    settles(
        DatabaseModel.of(customer(ID), orders(reference("customer_id", "id"))),
        DatabaseModel.of(Table.of("customer", number), orders()),
        Map.of("customer.id", "customer.number"));
  }

  @Test
  void a_foreign_key_gets_its_name_when_it_comes_back_to_columns_of_another_type()
      throws SQLException {
    ForeignKey key = reference("customer_id", "id");
    Column text = Column.of("customer_id", Types.varchar(20));
    settles(
        DatabaseModel.of(customer(ID), orders(key)),
        DatabaseModel.of(
            customer(column("id", Types.varchar(20))),
            Table.of("orders", text, Column.of("payer_id", Types.bigint()))
                .withConstraints(List.of(key.withName(Identifier.of("fk_named"))))),
        Map.of());
  }

  @Test
  void a_column_changes_whose_foreign_key_has_an_enumerated_type_too() throws SQLException {
    Column code = column("code", Types.varchar(9));
    Column kind = column("kind", Types.named("kind"));
    settles(
        referringToItself("AB", kind, code),
        referringToItself("AB", kind, code.withCollation("\"C\"")),
        Map.of());
  }

  @Test
  void labels_of_both_columns_of_a_foreign_key_change() throws SQLException {
    Column a = column("a", Types.named("kind"));
    Column b = column("b", Types.named("kind"));
    settles(referringToItself("AB", a, b), referringToItself("BAC", a, b), Map.of());
  }

  /**
   * A table whose columns are its key and refer to it.
   *
   * @param labels those of the type {@code kind}, a letter each
   */
  private static DatabaseModel referringToItself(String labels, Column... columns) {
    List<Identifier> all = Stream.of(columns).map(Column::name).toList();
    return DatabaseModel.of(
            Table.of("part", columns)
                .withConstraints(
                    List.of(
                        new PrimaryKey(null, all),
                        ForeignKey.of(null, all, QualifiedName.parse("part"), all))))
        .withEnumTypes(
            List.of(new EnumType(QualifiedName.parse("kind"), List.of(labels.split("")))));
  }

  @Test
  void a_table_that_goes_lets_go_of_the_key_of_one_that_stays() throws SQLException {
    settles(
        DatabaseModel.of(customer(ID), orders(reference("customer_id", "id"))),
        DatabaseModel.of(Table.of("customer", ID)),
        Map.of());
  }

  @Test
  void names_of_foreign_keys_are_swapped_with_the_columns_that_they_tell_of() throws SQLException {
    ForeignKey loose = reference("customer_id", "id");
    ForeignKey strict =
        reference("payer_id", "id")
            .withActions(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION);
    settles(
        DatabaseModel.of(customer(ID), orders(loose, strict)),
        DatabaseModel.of(
            customer(ID),
            orders(loose.withColumns(strict.columns()), strict.withColumns(loose.columns()))),
        Map.of(
            "orders.customer_id", "orders.payer_id",
            "orders.payer_id", "orders.customer_id"));
  }

  @Test
  void given_names_are_swapped() throws SQLException {
    List<Identifier> one = List.of(Identifier.of("customer_id"));
    List<Identifier> other = List.of(Identifier.of("payer_id"));
    Identifier a = Identifier.of("uq_a");
    Identifier b = Identifier.of("uq_b");
    settles(
        DatabaseModel.of(orders(Unique.of(a, one), Unique.of(b, other))),
        DatabaseModel.of(orders(Unique.of(b, one), Unique.of(a, other))),
        Map.of());
  }

  private static Column column(String name, ColumnType type) {
    return Column.of(name, type).withNullable(false);
  }

  private static Table customer(Column id) {
    return Table.of("customer", id)
        .withConstraints(List.of(new PrimaryKey(null, List.of(id.name()))));
  }

  private static Table orders(Constraint... constraints) {
    return Table.of(
            "orders",
            Column.of("customer_id", Types.bigint()),
            Column.of("payer_id", Types.bigint()))
        .withConstraints(List.of(constraints));
  }

  private static ForeignKey reference(String column, String target) {
    return ForeignKey.of(
        null,
        List.of(Identifier.of(column)),
        QualifiedName.parse("customer"),
        List.of(Identifier.of(target)));
  }

  /**
   * @param renamed the new place of a column by its old one
   */
  private static void settles(DatabaseModel from, DatabaseModel to, Map<String, String> renamed)
      throws SQLException {
    new Schema(DIALECT, connection).inTransaction(() -> upAndDown(from, to, renamed));
  }

  private static void upAndDown(DatabaseModel from, DatabaseModel to, Map<String, String> renamed)
      throws SQLException {
    List<Operation> creation = new Differ(NAMES).diff(DatabaseModel.empty(), from);
    DatabaseModel before = Evolver.evolve(DatabaseModel.empty(), creation);
    run(creation);
    List<String> facts = facts();

    List<Operation> upgrade = differences(before, to, renamed);
    assertThat(upgrade).isNotEmpty();
    run(upgrade);
    assertThat(differences(Evolver.evolve(before, upgrade), to, Map.of())).isEmpty();

    run(DowngradeBody.of(upgrade));
    assertThat(differences(before, from, Map.of())).isEmpty();
    assertThat(facts()).isEqualTo(facts);
  }

  private static void run(List<Operation> operations) throws SQLException {
    UnitAtWork.run(DIALECT, connection, operations);
  }

  /** All facts but checks, which PostgreSQL spells anew. */
  private static List<String> facts() throws SQLException {
    return SchemaFacts.of(connection).facts().stream()
        .filter(fact -> fact.kind() != Fact.Kind.CHECK)
        .map(Fact::line)
        .sorted()
        .toList();
  }

  private static List<Operation> differences(
      DatabaseModel replay, DatabaseModel wanted, Map<String, String> renamed) throws SQLException {
    Map<String, String> places = new TreeMap<>();
    renamed.keySet().forEach(place -> places.put(place, place));
    Renaming renaming =
        new Renaming(places, renamed, RenameAnswers.none(), Renaming.Questions.nobody(), false);
    return new Comparer(
            DIALECT,
            (live, dialect, scope) -> dialect.catalog().read(live, scope),
            NAMES,
            Set.of(),
            false,
            false)
        .compare(connection, replay, wanted, renaming)
        .operations();
  }
}
