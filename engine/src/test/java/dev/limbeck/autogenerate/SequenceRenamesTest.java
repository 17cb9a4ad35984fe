package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterSequence;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.runtime.UnitAtWork;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences that entities get their ids from: under another name, with another step, or new. */
class SequenceRenamesTest {
  private static final QualifiedName OLD = QualifiedName.parse("old_seq");
  private static final QualifiedName NEW = QualifiedName.parse("new_seq");
  private static final Table TICKET =
      Table.of("ticket", Column.of("id", Types.bigint()).withNullable(false));
  private static final Table OTHER =
      Table.of("other", Column.of("id", Types.bigint()).withNullable(false));
  private static final Map<String, String> PLACES =
      Map.of("m.Other", "other", "m.Other.id", "other.id", "m.T", "ticket", "m.T.id", "ticket.id");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void a_sequence_is_renamed_and_its_step_changes(String database) throws SQLException {
    assertThat(
            operations(
                database,
                with("m.T.id", "old_seq"),
                with("m.T.id", "new_seq"),
                Sequence.of(NEW, 1, 10)))
        .containsExactly(
            new RenameSequence(OLD, NEW),
            AlterSequence.between(Sequence.of(NEW, 1, 50), Sequence.of(NEW, 1, 10)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void another_step_is_asked_about_where_no_mapping_says_whose_a_sequence_is(String database) {
    assertThatThrownBy(
            () -> operations(database, PLACES, with("m.T.id", "new_seq"), Sequence.of(NEW, 1, 10)))
        .hasMessageStartingWith("LMB-270")
        .hasMessageContaining("sequence old_seq -> new_seq (similar name, increment 50 -> 10)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void a_sequence_of_another_entity_is_another_one(String database) throws SQLException {
    assertThat(
            operations(
                database,
                with("m.T.id", "old_seq"),
                with("m.Other.id", "other_seq"),
                Sequence.of(QualifiedName.parse("other_seq"), 1, 50)))
        .noneMatch(RenameSequence.class::isInstance)
        .contains(new CreateSequence(Sequence.of(QualifiedName.parse("other_seq"), 1, 50)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void a_new_sequence_begins_behind_the_rows(String name) throws SQLException {
    Dialect dialect = Dialects.named(name);
    Sequence up = Sequence.of(NEW, 1, 50);
    DatabaseModel model = DatabaseModel.of(TICKET, OTHER).withSequences(List.of(up));
    Map<String, String> lines = with("m.T.id", "new_seq");
    lines.put("generator m.Other.id", "new_seq");
    List<Operation> created = List.of(new CreateSequence(up));
    SequencesBehindRows behind = new SequencesBehindRows(List.of(name));

    assertThat(behind.after(created, PLACES, PLACES, model)).isEmpty();
    assertThat(
            behind.after(
                List.of(new CreateTable(TICKET), new CreateTable(OTHER), created.get(0)),
                Map.of(),
                lines,
                model))
        .isEmpty();
    List<Operation> after = behind.after(created, PLACES, lines, model);
    assertThat(after).hasSize(1);
    try (TestDatabase database = fresh(name);
        Connection connection = database.connection()) {
      UnitAtWork.run(
          dialect,
          connection,
          List.of(new CreateTable(TICKET), new CreateTable(OTHER), created.get(0)));
      UnitAtWork.run(dialect, connection, after);
      assertThat(next(database)).isEqualTo(1L);

      database.execute("insert into ticket values (7)");
      UnitAtWork.run(dialect, connection, after);
      assertThat(next(database)).isEqualTo(57L);
    }
  }

  @Test
  void a_sequence_goes_on_behind_ids_that_are_new_to_it() {
    DatabaseModel model =
        DatabaseModel.of(TICKET, OTHER).withSequences(List.of(Sequence.of(NEW, 1, 50)));
    Map<String, String> before = with("m.T.id", "old_seq");
    Map<String, String> lines = with("m.T.id", "new_seq");
    List<Operation> renamed = List.of(new RenameSequence(OLD, NEW));
    SequencesBehindRows behind = new SequencesBehindRows(List.of("sqlite"));

    assertThat(behind.after(renamed, before, lines, model)).isEmpty();
    lines.put("generator m.Other.id", "new_seq");
    assertThat(behind.after(renamed, before, lines, model))
        .containsExactly(
            new ExecuteSql(
                "UPDATE new_seq SET next_val = max(next_val, coalesce((SELECT max(id) + 50 FROM"
                    + " other), next_val))"));
    assertThat(behind.after(renamed, PLACES, lines, model)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void a_counter_begins_behind_the_rows_and_never_goes_back(String name) throws SQLException {
    Table counters =
        Table.of(
                "counters",
                Column.of("what", Types.varchar(255)).withNullable(false),
                Column.of("last", Types.bigint()))
            .withConstraints(List.of(new PrimaryKey(null, List.of(Identifier.of("what")))));
    DatabaseModel model = DatabaseModel.of(TICKET, OTHER, counters);
    EntityModel.Mapping mapping =
        new EntityModel.Mapping(
            new TreeMap<>(PLACES),
            new TreeMap<>(Map.of("m.T.id", "counters", "m.Other.id", "counters")),
            new TreeMap<>(
                Map.of("m.T.id", new CounterRow("it's", 50), "m.Other.id", new CounterRow("o", 1))),
            new TreeMap<>(),
            null);
    List<Operation> created = List.of(new CreateTable(counters));
    CountersBehindRows behind = new CountersBehindRows(List.of(name));

    assertThat(behind.after(created, mapping.lines(), mapping, model)).hasSize(2);
    assertThat(behind.after(List.of(), mapping.lines(), mapping, model)).isEmpty();
    assertThat(
            behind.after(
                List.of(new CreateTable(TICKET), new CreateTable(OTHER), created.get(0)),
                Map.of(),
                mapping,
                model))
        .isEmpty();
    List<Operation> after = behind.after(created, PLACES, mapping, model);
    try (TestDatabase database = fresh(name);
        Connection connection = database.connection()) {
      Dialect dialect = Dialects.named(name);
      UnitAtWork.run(
          dialect,
          connection,
          List.of(new CreateTable(TICKET), new CreateTable(OTHER), created.get(0)));
      database.execute("insert into ticket values (7)");
      UnitAtWork.run(dialect, connection, after);
      assertThat(counters(database)).isEqualTo("[[it's, 57]]");

      database.execute("insert into other values (3)", "update counters set last = 90");
      UnitAtWork.run(dialect, connection, after);
      assertThat(counters(database)).isEqualTo("[[it's, 90], [o, 4]]");
      database.execute("insert into ticket values (70)");
      UnitAtWork.run(dialect, connection, after);
      assertThat(counters(database)).isEqualTo("[[it's, 120], [o, 4]]");
    }
  }

  private static String counters(TestDatabase database) {
    return database.rows("select what, last from counters order by what").toString();
  }

  private static long next(TestDatabase database) {
    String sql =
        database.jdbcUrl().startsWith("jdbc:sqlite")
            ? "select next_val from new_seq"
            : "select case when is_called then last_value + 50 else last_value end from new_seq";
    return ((Number) database.rows(sql).get(0).get(0)).longValue();
  }

  private static Map<String, String> with(String path, String sequence) {
    Map<String, String> lines = new TreeMap<>(PLACES);
    lines.putAll(Generators.write(Map.of(path, sequence)));
    return lines;
  }

  private List<Operation> operations(
      String name, Map<String, String> before, Map<String, String> after, Sequence wanted)
      throws SQLException {
    Dialect dialect = Dialects.named(name);
    List<Operation> creation =
        List.of(
            new CreateSequence(Sequence.of(OLD, 1, 50)),
            new CreateTable(TICKET),
            new CreateTable(OTHER));
    try (TestDatabase database = fresh(name);
        Connection connection = database.connection()) {
      UnitAtWork.run(dialect, connection, creation);
      return new Comparer(
              dialect,
              (live, spoken, scope) -> spoken.catalog().read(live, scope),
              NamingConvention.standard(),
              Set.of(),
              true,
              false)
          .compare(
              connection,
              Evolver.evolve(DatabaseModel.empty(), creation),
              DatabaseModel.of(TICKET, OTHER).withSequences(List.of(wanted)),
              new Renaming(before, after, RenameAnswers.none(), Renaming.Questions.nobody(), true))
          .operations();
    }
  }

  private TestDatabase fresh(String name) {
    return name.equals("sqlite") ? TestSqlite.fresh(directory) : TestPostgres.freshDatabase();
  }
}
