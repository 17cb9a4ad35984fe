package dev.limbeck.benchmarks;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.diff.Differ;
import dev.limbeck.diff.Reconciled;
import dev.limbeck.diff.Reconciler;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.operation.Operation;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Comparing two models. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DiffBenchmark {

  /** How many tables each model has. */
  @Param({"100", "1000", "5000"})
  public int tables;

  private final Dialect dialect = Dialects.named("postgresql");
  private final Differ differ = new Differ(NamingConvention.standard());
  private DatabaseModel before = DatabaseModel.empty();
  private DatabaseModel same = DatabaseModel.empty();
  private DatabaseModel after = DatabaseModel.empty();
  private DatabaseModel live = DatabaseModel.empty();

  /** Makes the models; equal ones are not the same object, as they are not in a comparison. */
  @Setup
  public void models() {
    Workload workload = new Workload(tables);
    before = workload.model();
    same = workload.model();
    after = workload.changed();
    live = dialect.project(workload.model());
  }

  /** What autogenerate does where there is nothing to do. */
  @Benchmark
  public List<Operation> nothing() {
    return differ.diff(before, same);
  }

  /** Seven changes in a hundred tables. */
  @Benchmark
  public List<Operation> changes() {
    return differ.diff(before, after);
  }

  /** All tables are new. */
  @Benchmark
  public List<Operation> everything() {
    return differ.diff(DatabaseModel.empty(), before);
  }

  /** What a database shows, in the terms of the model that it should have. */
  @Benchmark
  public Reconciled reconcile() throws SQLException {
    return new Reconciler(dialect, List.of(before), "public", true, Set.of()).reconcile(live, null);
  }
}
