package dev.limbeck.benchmarks;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.scanner.EntityScanner;
import dev.limbeck.scanner.ScannerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From compiled entities to a model, through Hibernate. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScanBenchmark {

  /** How many entities there are, each with a table. */
  @Param({"100", "1000", "5000"})
  public int tables;

  private Path directory = Path.of("");

  /** Writes and compiles the entities. */
  @Setup
  public void compile() throws IOException {
    directory = Files.createTempDirectory("limbeck-entities");
    EntityClasses.compile(tables, directory);
  }

  /** Deletes them. */
  @TearDown
  public void delete() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Reads them as if never before. */
  @Benchmark
  public EntityModel scan() {
    return new EntityScanner(ScannerSettings.builder().classPath(directory).build())
        .read(List.of("postgresql"));
  }
}
