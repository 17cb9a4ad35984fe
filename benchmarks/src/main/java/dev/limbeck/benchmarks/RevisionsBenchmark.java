package dev.limbeck.benchmarks;

import dev.limbeck.graph.RevisionGraph;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.graph.RevisionStep;
import java.util.ArrayList;
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

/** How revisions follow each other; a branch and a merge in every ten. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RevisionsBenchmark {
  private static final int BETWEEN_BRANCHES = 10;

  /** How many revisions there are. */
  @Param({"100", "1000", "5000"})
  public int revisions;

  private List<RevisionNode> nodes = List.of();
  private RevisionGraph graph = RevisionGraph.of(List.of());

  /** Makes the revisions. */
  @Setup
  public void revisions() {
    List<RevisionNode> all = new ArrayList<>();
    List<String> heads = List.of();
    for (int i = 0; i < revisions; i++) {
      boolean branch = i % BETWEEN_BRANCHES == 1;
      boolean second = i % BETWEEN_BRANCHES == 2;
      List<String> follows = second ? List.of(id(i - 2)) : heads;
      all.add(RevisionNode.of(id(i), follows, "revision " + i));
      heads = second ? List.of(id(i - 1), id(i)) : branch ? List.of(id(i)) : List.of(id(i));
    }
    nodes = List.copyOf(all);
    graph = RevisionGraph.of(nodes);
  }

  /** Joins what the files say to a graph, and checks it. */
  @Benchmark
  public RevisionGraph load() {
    return RevisionGraph.of(nodes);
  }

  /** All of them, newest first. */
  @Benchmark
  public List<RevisionNode> history() {
    return graph.history();
  }

  /** What an upgrade of an empty database runs. */
  @Benchmark
  public List<RevisionStep> upgrade() {
    return graph.upgradeSteps(List.of(), "heads");
  }

  private static String id(int number) {
    return "%012x".formatted(number);
  }
}
