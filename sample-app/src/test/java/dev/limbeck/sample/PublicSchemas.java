package dev.limbeck.sample;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.RenameAnswers;
import dev.limbeck.autogenerate.Renaming;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.OperationLines;
import dev.limbeck.command.RevisionRequest;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.Fact;
import dev.limbeck.testsupport.facts.Fact.Kind;
import dev.limbeck.testsupport.facts.FactsDifference;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the schemas of published entities are held to. */
final class PublicSchemas {
  private static final Set<String> LEFT_OUT_BY_HIBERNATE_ON_SQLITE =
      Set.of("foreign key", "unique");

  private PublicSchemas() {}

  /**
   * Takes a database from one version of entities to the next, back, and there again; holds it
   * against the schemas that Hibernate makes of them.
   *
   * @param renames answers about what looks like a rename
   * @param filled true where each table has a row, which has to be kept
   * @param directory for files
   * @return a line of the table of {@code docs/public-models.md}
   */
  static String takeStep(
      String name,
      PublicEntities from,
      PublicEntities to,
      List<String> renames,
      boolean filled,
      DatabaseKind kind,
      Path directory) {
    try (TestDatabase ours = kind.fresh(directory);
        TestDatabase hibernates = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, List.of())) {
      to.create(hibernates, kind);
      project.autogenerate(ours, from, "old");
      project.on(ours, from).upgrade("head");
      SchemaFacts before = LimbeckProject.facts(ours);
      if (filled) {
        assertThat(MinimalRows.fill(ours)).as("tables that took no row").isEmpty();
      }
      SortedMap<String, Long> rows = MinimalRows.counts(ours);

      Limbeck limbeck = project.on(ours, to);
      RevisionWritten written =
          limbeck.revision(
              RevisionRequest.autogenerate("new")
                  .withRenames(RenameAnswers.parse(renames), Renaming.Questions.nobody()));
      answer(written);
      limbeck.upgrade("head");
      assertThat(lines(limbeck.check())).as("check").isEmpty();
      Map<String, Integer> additions = assertSame(difference(hibernates, ours), kind);
      String line =
          report(name + ": " + written.operations().size() + " operations", kind, ours, additions);

      assertKept(rows, MinimalRows.counts(ours));

      limbeck.downgrade("-1");
      assertThat(before.differenceTo(LimbeckProject.facts(ours))).hasToString("");
      limbeck.upgrade("head");
      assertThat(lines(limbeck.check())).as("check after the second upgrade").isEmpty();
      return line;
    }
  }

  /** Says, as a person would, what the rows that are there get in new columns. */
  private static void answer(RevisionWritten written) {
    Path file = requireNonNull(written.file(), "no revision was written");
    try {
      String source = Files.readString(file);
      for (String column : List.of("integer()", "varchar(255)")) {
        String value = column.equals("integer()") ? "0" : "''";
        source =
            source
                .lines()
                .map(
                    line ->
                        line.contains("addColumn(") && line.endsWith(", " + column + ").notNull();")
                            ? line.replace(".notNull();", ".notNull().fill(\"" + value + "\");")
                            : line)
                .collect(joining("\n", "", "\n"));
      }
      Files.writeString(file, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertKept(SortedMap<String, Long> before, SortedMap<String, Long> after) {
    SortedMap<String, Long> expected = new TreeMap<>(before);
    expected.keySet().retainAll(after.keySet());
    SortedMap<String, Long> actual = new TreeMap<>(after);
    actual.keySet().retainAll(before.keySet());
    assertThat(actual).as("rows").isEqualTo(expected);
    assertThat(actual).isNotEmpty();
  }

  /**
   * What the second database lacks and has over the first. Two ways to say one thing are one: a
   * time without digits has six, and the order of a primary key's columns is not compared, since
   * that of Hibernate varies.
   */
  static FactsDifference difference(TestDatabase expected, TestDatabase actual) {
    List<String> missing = meanings(expected);
    List<String> surplus = new ArrayList<>();
    for (String line : meanings(actual)) {
      if (!missing.remove(line)) {
        surplus.add(line);
      }
    }
    return new FactsDifference(missing, surplus);
  }

  private static List<String> meanings(TestDatabase database) {
    List<String> lines = new ArrayList<>();
    for (Fact fact : facts(database).facts()) {
      String line = fact.line().replace("timestamp(6) with", "timestamp with");
      int open = line.indexOf('(');
      if (fact.kind() == Kind.PRIMARY_KEY && open >= 0) {
        String[] columns = line.substring(open + 1, line.indexOf(')')).split(", ");
        Arrays.sort(columns);
        line = line.substring(0, open + 1) + String.join(", ", columns) + ")";
      }
      lines.add(line);
    }
    return lines;
  }

  /** Nothing is missing; what is made in addition is what Hibernate leaves out. */
  static Map<String, Integer> assertSame(FactsDifference difference, DatabaseKind kind) {
    assertThat(difference.missing()).as("missing").isEmpty();
    if (kind == DatabaseKind.POSTGRESQL) {
      assertThat(difference.surplus()).as("surplus").isEmpty();
    }
    Map<String, Integer> additions = kinds(difference.surplus());
    assertThat(LEFT_OUT_BY_HIBERNATE_ON_SQLITE).containsAll(additions.keySet());
    return additions;
  }

  /** A line of the table of {@code docs/public-models.md}. */
  static String report(
      String name, DatabaseKind kind, TestDatabase database, Map<String, Integer> additions) {
    SchemaFacts facts = facts(database);
    long tables = facts.facts().stream().filter(fact -> fact.kind() == Kind.TABLE).count();
    return "| %s | %s | %d | %d | %s |"
        .formatted(name, kind.dialect(), tables, facts.lines().size(), additions);
  }

  static List<String> lines(Comparison comparison) {
    return OperationLines.of(comparison.operations()).stream().map(Object::toString).toList();
  }

  /** Without the names of constraints and indexes: most are nobody's choice. */
  private static SchemaFacts facts(TestDatabase database) {
    return LimbeckProject.facts(database)
        .withoutConstraintNames()
        .withoutIndexNames()
        .without(Kind.CAST, Kind.SEQUENCE_ROW);
  }

  /** How many lines there are of each kind. */
  private static Map<String, Integer> kinds(List<String> lines) {
    return lines.stream()
        .map(line -> line.startsWith("foreign key ") ? "foreign key" : line.split(" ", 2)[0])
        .collect(toMap(kind -> kind, kind -> 1, Integer::sum, TreeMap::new));
  }
}
