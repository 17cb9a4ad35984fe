package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.diff.Differ;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.runtime.UnitAtWork;
import dev.limbeck.testing.Schema;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tables and columns that get each other's names keep what belongs to them, on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SwappedNamesContract {
  private static final NamingConvention NAMES = NamingConvention.standard();
  private static final Map<String, String> SWAP = Map.of("ta", "tb", "tb", "ta");
  private static final Map<String, String> CHAIN = Map.of("ta", "tb", "tb", "tc");

  private TestDatabase database;
  private Connection connection;
  private Dialect dialect;

  abstract TestDatabase freshDatabase();

  @BeforeAll
  void open() throws SQLException {
    database = freshDatabase();
    connection = database.connection();
    dialect = Dialects.ofUrl(database.jdbcUrl());
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void tables_are_swapped() throws SQLException {
    DatabaseModel model = DatabaseModel.of(keyed("owner"), table("ta"), table("tb"));
    assertThat(upAndDown(model, model, SWAP).facts()).isEqualTo(madeFromNothing(model));
  }

  @Test
  void tables_get_the_names_of_the_next() throws SQLException {
    DatabaseModel model = DatabaseModel.of(keyed("owner"), table("ta"), table("tb"), table("tc"));
    assertThat(upAndDown(model, model, Map.of("ta", "tb", "tb", "tc", "tc", "ta")).facts())
        .isEqualTo(madeFromNothing(model));
  }

  @Test
  void a_table_gets_the_name_of_one_that_gets_another() throws SQLException {
    DatabaseModel from = DatabaseModel.of(keyed("owner"), table("ta"), table("tb"));
    DatabaseModel to = DatabaseModel.of(keyed("owner"), table("tb"), table("tc"));
    Upgraded upgraded = upAndDown(from, to, CHAIN);
    assertThat(upgraded.facts()).isEqualTo(madeFromNothing(to));
    assertThat(upgraded.operations().toString()).doesNotContain("limbeck_renaming");
  }

  @Test
  void a_table_is_swapped_and_its_columns_are() throws SQLException {
    DatabaseModel model = DatabaseModel.of(keyed("owner"), table("ta"), table("tb"));
    Map<String, String> renamed =
        Map.of("ta", "tb", "tb", "ta", "ta.b", "tb.c", "ta.c", "tb.b", "tb.id", "ta.id");
    assertThat(upAndDown(model, model, renamed).facts()).isEqualTo(madeFromNothing(model));
  }

  @Test
  void columns_get_the_names_of_the_next() throws SQLException {
    DatabaseModel model = DatabaseModel.of(keyed("owner"), keyed("ta"), table("tb"));
    Map<String, String> renamed =
        Map.of("tb.b", "tb.c", "tb.c", "tb.d", "tb.d", "tb.b", "ta.id", "ta.id");
    assertThat(upAndDown(model, model, renamed).facts()).isEqualTo(madeFromNothing(model));
  }

  @Test
  void a_name_that_the_mapping_gives_stays_where_tables_are_swapped() throws SQLException {
    Unique given = Unique.of(Identifier.of("uq_ta_a"), List.of(Identifier.of("a")));
    Unique plain = Unique.of(null, List.of(Identifier.of("a")));
    Upgraded upgraded =
        upAndDown(
            DatabaseModel.of(keyed("ta", given), keyed("tb", plain)),
            DatabaseModel.of(keyed("ta", plain), keyed("tb", given)),
            SWAP);
    assertThat(upgraded.operations().toString()).doesNotContain("uq_t");
  }

  @Test
  void sequences_follow_tables_that_are_swapped() throws SQLException {
    DatabaseModel model = numbered("ta", "tb");
    assertThat(moves(model, upAndDown(model, model, SWAP)))
        .containsExactly("ta_SEQ -> tb_SEQ", "tb_SEQ -> ta_SEQ");
  }

  @Test
  void sequences_follow_tables_that_get_the_name_of_the_next() throws SQLException {
    DatabaseModel from = numbered("ta", "tb");
    assertThat(moves(from, upAndDown(from, numbered("tb", "tc"), CHAIN)))
        .containsExactly("ta_SEQ -> tb_SEQ", "tb_SEQ -> tc_SEQ");
  }

  @Test
  void a_sequence_follows_its_table_where_a_new_one_takes_the_old_name() throws SQLException {
    DatabaseModel from = numbered("ta");
    assertThat(moves(from, upAndDown(from, numbered("ta", "tb"), Map.of("ta", "tb"))))
        .containsExactly("ta_SEQ -> tb_SEQ");
  }

  private static DatabaseModel numbered(String... tables) {
    return DatabaseModel.of(
            Stream.of(tables).map(SwappedNamesContract::keyed).toArray(Table[]::new))
        .withSequences(
            Stream.of(tables)
                .map(table -> Sequence.of(QualifiedName.parse(table + "_SEQ"), 1, 50))
                .toList());
  }

  private static Table keyed(String name, Unique... uniques) {
    return Table.of(
            name,
            Column.of("id", Types.integer()).withNullable(false),
            Column.of("a", Types.integer()))
        .withConstraints(
            Stream.concat(Stream.of(new PrimaryKey(null, names("id"))), Stream.of(uniques))
                .toList());
  }

  private static Table table(String name) {
    return Table.of(
            name,
            Column.of("id", Types.integer()).withNullable(false),
            Column.of("a", Types.integer()),
            Column.of("b", Types.integer()),
            Column.of("c", Types.integer()),
            Column.of("d", Types.integer()))
        .withConstraints(
            List.of(
                new PrimaryKey(null, names("id")),
                Unique.of(null, names("b")),
                Unique.of(null, names("c")),
                Unique.of(null, names("d")),
                ForeignKey.of(null, names("a"), QualifiedName.parse("owner"), names("id"))))
        .withIndexes(
            List.of(
                Index.of(null, false, names("a", "b")),
                Index.of(null, false, names("a", "c")),
                Index.of(null, false, names("a", "d"))));
  }

  private static List<Identifier> names(String... names) {
    return Stream.of(names).map(Identifier::of).toList();
  }

  /** The last name of each sequence behind its first. */
  private static List<String> moves(DatabaseModel before, Upgraded upgraded) {
    Map<QualifiedName, QualifiedName> first = new HashMap<>();
    before.sequences().forEach(sequence -> first.put(sequence.name(), sequence.name()));
    for (Operation operation : upgraded.operations()) {
      if (operation instanceof RenameSequence rename) {
        first.put(rename.to(), first.remove(rename.from()));
      }
    }
    return first.entrySet().stream()
        .map(each -> each.getValue() + " -> " + each.getKey())
        .sorted()
        .toList();
  }

  /**
   * @param facts what the database holds after the operations
   */
  private record Upgraded(List<Operation> operations, List<String> facts) {}

  /**
   * Fills the tables, renames, and goes back.
   *
   * @param renamed the new place of each table and column that is asked for, by its old place
   */
  private Upgraded upAndDown(DatabaseModel from, DatabaseModel to, Map<String, String> renamed)
      throws SQLException {
    List<Operation> upgrade = new ArrayList<>();
    List<String> reached = new ArrayList<>();
    new Schema(dialect, connection)
        .inTransaction(
            () -> {
              DatabaseModel before = create(from);
              fill(from);
              List<String> start = facts();

              upgrade.addAll(differences(before, to, renamed));
              run(upgrade);
              assertThat(differences(Evolver.evolve(before, upgrade), to, Map.of())).isEmpty();
              assertThat(rows(from, renamed)).isEqualTo(rowsOf(from));
              reached.addAll(facts());

              run(DowngradeBody.of(upgrade));
              assertThat(differences(before, from, Map.of())).isEmpty();
              assertThat(rows(from, Map.of())).isEqualTo(rowsOf(from));
              assertThat(facts()).isEqualTo(start);
            });
    return new Upgraded(upgrade, reached);
  }

  private List<String> madeFromNothing(DatabaseModel model) throws SQLException {
    List<String> facts = new ArrayList<>();
    new Schema(dialect, connection)
        .inTransaction(
            () -> {
              create(model);
              facts.addAll(facts());
            });
    return facts;
  }

  private DatabaseModel create(DatabaseModel model) throws SQLException {
    List<Operation> creation = new Differ(NAMES).diff(DatabaseModel.empty(), model);
    run(creation);
    return Evolver.evolve(DatabaseModel.empty(), creation);
  }

  private void run(List<Operation> operations) throws SQLException {
    UnitAtWork.run(dialect, connection, operations);
  }

  private List<String> facts() throws SQLException {
    return SchemaFacts.of(connection).lines();
  }

  /** A row in each table, which says what place the table has in the model. */
  private void fill(DatabaseModel model) throws SQLException {
    for (String row : rowsOf(model)) {
      String table = row.substring(0, row.indexOf(' '));
      int id = Integer.parseInt(row.substring(row.indexOf(' ') + 1));
      try (Statement statement = connection.createStatement()) {
        statement.execute("insert into %s (id, a) values (%d, 1)".formatted(table, id));
      }
    }
  }

  private static List<String> rowsOf(DatabaseModel model) {
    List<String> rows = new ArrayList<>();
    for (Table table : model.tables()) {
      rows.add(table.name() + " " + (rows.size() + 1));
    }
    return rows;
  }

  /** The id of the row of each table, by the name that the table had. */
  private List<String> rows(DatabaseModel model, Map<String, String> renamed) throws SQLException {
    List<String> rows = new ArrayList<>();
    for (Table table : model.tables()) {
      String name = table.name().toString();
      String now = renamed.getOrDefault(name, name);
      try (Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery("select id from " + now + " where a = 1")) {
        while (found.next()) {
          rows.add(name + " " + found.getInt(1));
        }
      }
    }
    return rows;
  }

  private List<Operation> differences(
      DatabaseModel replay, DatabaseModel wanted, Map<String, String> renamed) throws SQLException {
    Map<String, String> places = new TreeMap<>();
    renamed.keySet().forEach(place -> places.put(place, place));
    Map<String, String> newPlaces = new TreeMap<>(renamed);
    for (Table table : wanted.tables()) {
      if (!renamed.containsValue(table.name().toString())) {
        newPlaces.put("new " + table.name(), table.name().toString());
      }
    }
    Renaming renaming =
        new Renaming(places, newPlaces, RenameAnswers.none(), Renaming.Questions.nobody(), false);
    return new Comparer(
            dialect,
            (live, at, scope) -> at.catalog().read(live, scope),
            NAMES,
            Set.of(),
            false,
            false)
        .compare(connection, replay, wanted, renaming)
        .operations();
  }
}
