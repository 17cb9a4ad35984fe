package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Inverse;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropSequence;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.runtime.UnitAtWork;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables and sequences whose class, name and schema all change at once: no mapping tells of it. */
class OtherSchemasTest {
  private static final Sequence OLD = Sequence.of(QualifiedName.parse("sales.item_nr"), 1, 50);
  private static final Sequence NEW = Sequence.of(QualifiedName.parse("trade.line_nr"), 1, 50);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void a_table_of_another_schema_is_asked_about(String database) {
    assertThatThrownBy(() -> operations(database, List.of(table("trade.line"))))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-270")
        .hasMessageContaining(
            "table sales.item -> trade.line (in another schema, 3 of 3 columns are the same)")
        .hasMessageContaining("--rename sales.item:trade.line ")
        .hasMessageContaining("--rename sales.item:- ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void it_moves_and_gets_its_name_with_its_rows(String database) throws SQLException {
    assertThat(operations(database, List.of(table("trade.line")), "sales.item:trade.line"))
        .containsExactly(rename("sales.item", "trade.item"), rename("trade.item", "trade.line"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void it_may_keep_its_name(String database) throws SQLException {
    assertThatThrownBy(() -> operations(database, List.of(table("trade.item"))))
        .hasMessageContaining("--rename sales.item:trade.item ");
    assertThat(operations(database, List.of(table("trade.item")), "sales.item:trade.item"))
        .containsExactly(rename("sales.item", "trade.item"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void it_goes_where_somebody_says_so(String database) throws SQLException {
    assertThat(operations(database, List.of(table("trade.line")), "sales.item:-"))
        .hasSize(2)
        .hasAtLeastOneElementOfType(CreateTable.class)
        .hasAtLeastOneElementOfType(DropTable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void a_table_of_the_same_schema_is_the_likelier(String database) {
    assertThatThrownBy(
            () -> operations(database, List.of(table("trade.line"), table("sales.post"))))
        .hasMessageContaining("table sales.item -> post")
        .hasMessageNotContaining("trade.line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void the_other_one_can_be_meant(String database) throws SQLException {
    assertThat(
            operations(
                database,
                List.of(table("trade.line"), table("sales.post")),
                "sales.item:trade.line"))
        .containsExactly(
            rename("sales.item", "trade.item"),
            rename("trade.item", "trade.line"),
            new CreateTable(table("sales.post")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void the_default_schema_needs_no_name(String database) throws SQLException {
    assertThatThrownBy(() -> operations(database, List.of(table("line"))))
        .hasMessageContaining("table sales.item -> line (in the default schema, ")
        .hasMessageContaining("--rename sales.item:line ");
    assertThat(operations(database, List.of(table("line")), "sales.item:line"))
        .containsExactly(rename("sales.item", "item"), rename("item", "line"));
  }

  @Test
  void the_default_schema_may_be_named() throws SQLException {
    assertThat(operations("postgresql", List.of(table("line")), "sales.item:public.line"))
        .containsExactly(rename("sales.item", "item"), rename("item", "line"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void an_answer_with_a_schema_that_is_not_taken_does_not_fit(String database) {
    assertThatThrownBy(
            () -> operations(database, List.of(table("trade.line")), "sales.item:other.line"))
        .hasMessageStartingWith("LMB-272");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void a_sequence_of_another_schema_is_asked_about(String database) throws SQLException {
    assertThatThrownBy(() -> ofSequences(database))
        .hasMessageContaining(
            "sequence sales.item_nr -> trade.line_nr (similar name, in another schema, same"
                + " increment 50)");
    assertThat(ofSequences(database, "sales.item_nr:trade.line_nr"))
        .containsExactly(
            new RenameSequence(OLD.name(), QualifiedName.parse("trade.item_nr")),
            new RenameSequence(QualifiedName.parse("trade.item_nr"), NEW.name()));
    assertThat(ofSequences(database, "sales.item_nr:-"))
        .containsExactly(new CreateSequence(NEW), new DropSequence(OLD.name(), OLD));
  }

  private static RenameTable rename(String from, String to) {
    return new RenameTable(QualifiedName.parse(from), QualifiedName.parse(to));
  }

  private static Table table(String name) {
    return Table.of(
        name,
        Column.of("id", Types.bigint()),
        Column.of("code", Types.varchar(9)),
        Column.of("qty", Types.integer()));
  }

  private List<Operation> ofSequences(String database, String... answers) throws SQLException {
    return operations(database, List.of(new CreateSequence(OLD)), List.of(), List.of(NEW), answers);
  }

  /** The operations that make others of the table {@code sales.item}. */
  private List<Operation> operations(String database, List<Table> wanted, String... answers)
      throws SQLException {
    return operations(
        database,
        List.of(
            new CreateTable(table("sales.item")),
            new ExecuteSql(
                "INSERT INTO "
                    + (database.equals("sqlite") ? "item" : "sales.item")
                    + " VALUES (1, 'a', 2)")),
        wanted,
        List.of(),
        answers);
  }

  private List<Operation> operations(
      String name,
      List<Operation> things,
      List<Table> tables,
      List<Sequence> sequences,
      String... answers)
      throws SQLException {
    Dialect dialect = Dialects.named(name);
    List<Identifier> schemas = List.of(Identifier.of("sales"), Identifier.of("trade"));
    List<Operation> creation = new ArrayList<>();
    schemas.forEach(schema -> creation.add(new CreateSchema(schema)));
    creation.addAll(things);
    DatabaseModel known = Evolver.evolve(DatabaseModel.empty(), creation);
    try (TestDatabase database =
            name.equals("sqlite") ? TestSqlite.fresh(directory) : TestPostgres.freshDatabase();
        Connection connection = database.connection()) {
      UnitAtWork.run(dialect, connection, creation);
      List<Operation> operations =
          new Comparer(
                  dialect,
                  (live, spoken, scope) -> spoken.catalog().read(live, scope),
                  NamingConvention.standard(),
                  Set.of(),
                  true,
                  false)
              .compare(
                  connection,
                  known,
                  DatabaseModel.empty()
                      .withSchemas(schemas)
                      .withTables(tables)
                      .withSequences(sequences),
                  new Renaming(
                      Map.of(),
                      Map.of(),
                      RenameAnswers.parse(List.of(answers)),
                      Renaming.Questions.nobody(),
                      true))
              .operations();
      UnitAtWork.run(dialect, connection, operations);
      UnitAtWork.run(dialect, connection, Inverse.of(operations));
      if (!List.of(answers).contains("sales.item:-") && known.tables().size() > 0) {
        assertThat(count(connection, name.equals("sqlite") ? "item" : "sales.item")).isEqualTo(1);
      }
      return operations;
    }
  }

  private static int count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
