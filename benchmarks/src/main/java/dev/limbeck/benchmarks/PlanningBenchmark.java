package dev.limbeck.benchmarks;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.migration.Recording;
import dev.limbeck.plan.OfflinePlanner;
import dev.limbeck.plan.OfflineUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From recorded operations to SQL, without a database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlanningBenchmark {

  /** How many tables are created, and in how many the changes are. */
  @Param({"100", "1000", "5000"})
  public int tables;

  /** Which database the SQL is for. */
  @Param({"postgresql", "sqlite"})
  public String dialect;

  private Recording creation = Recording.of(List.of());
  private Recording changes = Recording.of(List.of());

  /** Records the operations. */
  @Setup
  public void record() {
    Workload workload = new Workload(tables);
    creation = workload.creation();
    changes = workload.changes();
  }

  /** One revision that creates all tables, and one that changes some. */
  @Benchmark
  public List<OfflineUnit> plan() {
    Dialect named = Dialects.named(dialect);
    OfflinePlanner planner = new OfflinePlanner(named);
    planner.plan("creation", creation);
    return planner.plan("changes", changes);
  }
}
