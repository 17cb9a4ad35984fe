package dev.limbeck.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.Check;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Table;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;

class RandomModelsTest {

  /** A law over models that lack something would hold of it without having tried it. */
  @Example
  void there_is_some_of_everything() {
    Map<String, Integer> counts = new TreeMap<>();
    // Not one list of 200: a list may be an edge case as a whole, the same model 200 times.
    RandomModels.models()
        .sampleStream()
        .limit(200)
        .forEach(model -> things(model).forEach(thing -> counts.merge(thing, 1, Integer::sum)));
    assertThat(counts.keySet())
        .containsExactly(
            "AtLeast",
            "Between",
            "Computed",
            "ForeignKey",
            "Identity",
            "Index",
            "OneOf",
            "OneOfNumbers",
            "PrimaryKey",
            "Sequence",
            "Unique",
            "default",
            "required");
    assertThat(counts.values()).allMatch(count -> count > 10);
  }

  private static Stream<String> things(DatabaseModel model) {
    return Stream.concat(
        model.sequences().stream().map(sequence -> "Sequence"),
        model.tables().stream().flatMap(RandomModelsTest::things));
  }

  private static Stream<String> things(Table table) {
    return Stream.of(
            table.indexes().stream().map(index -> "Index"),
            table.columns().stream()
                .filter(column -> column.defaultValue() != null)
                .map(column -> "default"),
            table.columns().stream().filter(column -> !column.nullable()).map(c -> "required"),
            table.columns().stream()
                .flatMap(column -> Stream.ofNullable(column.generation()))
                .map(generation -> generation.getClass().getSimpleName()),
            table.constraints().stream()
                .map(
                    constraint ->
                        (constraint instanceof Check check ? check.condition() : constraint)
                            .getClass()
                            .getSimpleName()))
        .flatMap(stream -> stream);
  }
}
