package dev.limbeck.benchmarks;

import dev.limbeck.autogenerate.RevisionDraft;
import dev.limbeck.codegen.JavaRevisionPrinter;
import dev.limbeck.operation.Inverse;
import dev.limbeck.operation.Operation;
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

/** Operations as a Java class. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PrintingBenchmark {

  /** How many tables the revision creates. */
  @Param({"100", "1000", "5000"})
  public int tables;

  private List<Operation> upgrade = List.of();

  /** Makes the operations. */
  @Setup
  public void operations() {
    upgrade = new Workload(tables).creation().operations();
  }

  /** Both methods of the class. */
  @Benchmark
  public String print() {
    return new JavaRevisionPrinter()
        .print(
            new RevisionDraft(
                "3f2a91c07b4d",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "2026-11-21T07:15:00Z",
                "all tables",
                "",
                "R20261121_0715_AllTables",
                upgrade,
                Inverse.of(upgrade)));
  }
}
