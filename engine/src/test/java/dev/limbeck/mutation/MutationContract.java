package dev.limbeck.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparer;
import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.Renaming;
import dev.limbeck.command.DifferenceLines;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamingConvention;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Each fact of a database's catalog, changed behind Limbeck's back, one at a time: the check says
 * so, and says nothing else; or the file of mutations says why it is silent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MutationContract {
  private final Dialect dialect;
  private final DatabaseModel model;
  private final MutationFile file;

  MutationContract(Dialect dialect, DatabaseModel model) {
    this.dialect = dialect;
    this.model = model;
    this.file = MutationFile.read(dialect.name() + ".txt");
  }

  final DatabaseModel model() {
    return model;
  }

  /** The connection to the database that holds the model. */
  abstract Connection connection();

  /** What the check says after statements, which leave no trace. */
  abstract List<String> mutated(List<String> statements) throws SQLException;

  /** A query on a catalog, whose columns are the facts. */
  abstract String catalog(String name);

  @Test
  void without_a_mutation_there_is_no_difference() throws SQLException {
    assertThat(mutated(List.of())).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> a_changed_fact_is_exactly_one_difference_or_ignored_with_a_reason() {
    return file.mutations().stream()
        .filter(mutation -> !mutation.statements().isEmpty())
        .map(
            mutation ->
                DynamicTest.dynamicTest(
                    mutation.fact() + ": " + mutation.statements(),
                    () -> assertThat(mutated(mutation.statements())).isEqualTo(mutation.report())));
  }

  @Test
  void every_column_of_the_catalogs_is_mutated_or_ignored_with_a_reason() throws SQLException {
    Set<String> catalogs = new TreeSet<>();
    file.facts().stream()
        .filter(fact -> !fact.endsWith(".*"))
        .forEach(fact -> catalogs.add(fact.substring(0, fact.indexOf('.'))));
    Set<String> there = new TreeSet<>();
    try (Statement statement = connection().createStatement()) {
      for (String name : catalogs) {
        ResultSetMetaData columns =
            statement.executeQuery(catalog(name) + " LIMIT 0").getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          there.add(name + "." + columns.getColumnName(i));
        }
      }
    }
    assertThat(file.facts().stream().filter(fact -> !fact.endsWith(".*")))
        .containsExactlyInAnyOrderElementsOf(there);
  }

  /** The lines of the check, its notes among them. */
  final List<String> check(Connection changed) throws SQLException {
    Comparison comparison =
        new Comparer(
                dialect,
                (live, its, scope) -> its.catalog().read(live, scope),
                NamingConvention.standard(),
                Set.of(),
                false,
                false)
            .compare(changed, model, model, Renaming.unknown());
    List<String> lines = new ArrayList<>();
    DifferenceLines.of(comparison.operations()).forEach(line -> lines.add(line.toString()));
    comparison.notes().forEach(note -> lines.add("note: " + note));
    return lines;
  }
}
