package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Inverse;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.testing.RandomModels;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Over random schemas that follow each other, with data steps between them: what is composed leads
 * to the same schema, each data step meets the same schema as before, and what undoes it all can be
 * composed too.
 */
class ComposerLawTest {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void the_schema_is_the_same_at_each_data_step_and_at_the_end(
      @ForAll("models") List<DatabaseModel> models, @ForAll("places") List<Integer> dataSteps) {
    Differ differ = new Differ(NamingConvention.standard());
    List<Operation> up = new ArrayList<>();
    DatabaseModel before = models.get(0);
    DatabaseModel after = before;
    for (DatabaseModel next : models.subList(1, models.size())) {
      List<Operation> step = differ.diff(after, next);
      up.addAll(step);
      after = Evolver.evolve(after, step);
    }
    List<Operation> down = Inverse.of(up);

    assertSame(before, withDataSteps(up, dataSteps));
    assertSame(after, withDataSteps(down, dataSteps));
    assertThat(Composer.same(Evolver.evolve(after, Composer.compose(after, down)), before))
        .isTrue();
  }

  private static List<Operation> withDataSteps(List<Operation> operations, List<Integer> places) {
    List<Operation> all = new ArrayList<>(operations);
    for (int place : places) {
      all.add(place % (all.size() + 1), new ExecuteSql("SELECT " + place));
    }
    return all;
  }

  private static void assertSame(DatabaseModel before, List<Operation> operations) {
    List<Operation> composed = Composer.compose(before, operations);
    List<DatabaseModel> expected = atDataSteps(before, operations);
    List<DatabaseModel> actual = atDataSteps(before, composed);
    assertThat(dataSteps(composed)).isEqualTo(dataSteps(operations));
    assertThat(Composer.size(composed)).isLessThanOrEqualTo(Composer.size(operations));
    for (int i = 0; i < expected.size(); i++) {
      assertThat(Composer.same(actual.get(i), expected.get(i))).isTrue();
    }
  }

  private static List<Operation> dataSteps(List<Operation> operations) {
    return operations.stream().filter(ExecuteSql.class::isInstance).toList();
  }

  /** The schema that each data step meets, and that at the end. */
  private static List<DatabaseModel> atDataSteps(DatabaseModel before, List<Operation> operations) {
    List<DatabaseModel> models = new ArrayList<>();
    Evolver evolver = new Evolver(before, null);
    for (Operation operation : operations) {
      if (operation instanceof ExecuteSql) {
        models.add(evolver.model());
      }
      evolver.apply(operation);
    }
    models.add(evolver.model());
    return models;
  }

  @Provide
  Arbitrary<List<DatabaseModel>> models() {
    return RandomModels.models().list().ofMinSize(2).ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Integer>> places() {
    return Arbitraries.integers().between(0, 10_000).list().ofMaxSize(3);
  }
}
