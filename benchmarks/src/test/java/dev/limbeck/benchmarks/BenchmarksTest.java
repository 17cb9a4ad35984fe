package dev.limbeck.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.SourceConventions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Every benchmark runs once, on a small schema. How long it takes says nothing. */
class BenchmarksTest {

  @TempDir private Path directory;

  @Test
  void each_benchmark_runs() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .mode(Mode.SingleShotTime)
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .param("tables", "20")
                    .param("revisions", "20")
                    .shouldFailOnError(true)
                    .output(directory.resolve("jmh.txt").toString())
                    .build())
            .run();

    assertThat(
            results.stream()
                .map(result -> result.getParams().getBenchmark())
                .map(name -> name.substring("dev.limbeck.benchmarks.".length()))
                .distinct()
                .sorted()
                .toList())
        .isEqualTo(
            List.of(
                "DiffBenchmark.changes",
                "DiffBenchmark.everything",
                "DiffBenchmark.nothing",
                "DiffBenchmark.reconcile",
                "IntrospectionBenchmark.catalogReader",
                "IntrospectionBenchmark.introspector",
                "IntrospectionBenchmark.oneQuery",
                "PlanningBenchmark.plan",
                "PrintingBenchmark.print",
                "RevisionsBenchmark.history",
                "RevisionsBenchmark.load",
                "RevisionsBenchmark.upgrade",
                "ScanBenchmark.scan"));
  }

  @Test
  void the_workload_changes_seven_things_in_a_hundred_tables() {
    assertThat(new Workload(200).changes().operations()).hasSize(14);
    assertThat(new Workload(200).changed().tables()).hasSize(200);
  }

  @Test
  void sources_keep_to_the_conventions() {
    assertThat(SourceConventions.violations(Path.of(""))).isEmpty();
    assertThat(Files.exists(Path.of("ours.sh"))).isTrue();
  }
}
