package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.operation.Operation;
import dev.limbeck.sample.range.Checked;
import dev.limbeck.sample.range.Composed;
import dev.limbeck.sample.range.Gathered;
import dev.limbeck.sample.range.Identified;
import dev.limbeck.sample.range.Inherited;
import dev.limbeck.sample.range.Kept;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of mapping, from empty and from Hibernate's own schema, on both databases. */
class RangeTest {
  private static final Comparison NOTHING = new Comparison(List.of(), List.of());
  private static final List<Class<?>> EVERYWHERE =
      managed(Gathered.class, Identified.class, Inherited.class, Kept.class, Checked.class);

  @TempDir Path directory;

  private static List<Class<?>> managed(Class<?>... outers) {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> outer : outers) {
      Stream.of(outer.getDeclaredClasses())
          .filter(type -> type.getAnnotations().length > 0 && !type.isAnnotation())
          .forEach(classes::add);
    }
    return classes;
  }

  @Test
  void on_postgresql_the_schema_is_hibernates() {
    follow(DatabaseKind.POSTGRESQL, EVERYWHERE, List.of(), List.of("postgresql", "sqlite"));
  }

  @Test
  void on_postgresql_with_what_it_alone_has_the_schema_is_hibernates() {
    follow(DatabaseKind.POSTGRESQL, managed(Composed.class), List.of(), List.of("postgresql"));
  }

  @Test
  void on_sqlite_the_schema_is_hibernates_with_what_its_ddl_leaves_out() {
    follow(DatabaseKind.SQLITE, EVERYWHERE, List.of(), List.of("sqlite", "postgresql"));
  }

  @ParameterizedTest
  @EnumSource
  void classes_are_mapped_by_files(DatabaseKind kind) {
    follow(
        kind,
        List.of(),
        List.of("range/orm.xml", "range/Ship.hbm.xml"),
        List.of("sqlite", "postgresql"));
  }

  private void follow(
      DatabaseKind kind, List<Class<?>> classes, List<String> mappingFiles, List<String> dialects) {
    EntitySource entities = ScannedEntities.of(classes, mappingFiles);
    try (TestDatabase ours = kind.fresh(directory);
        TestDatabase hibernates = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, dialects)) {
      RevisionWritten written = project.autogenerate(ours, entities, "everything");
      assertThat(written.notes()).isEmpty();
      Limbeck limbeck = project.on(ours, entities);
      limbeck.upgrade("head");
      assertThat(limbeck.check()).isEqualTo(NOTHING);
      assertThat(limbeck.checkOffline()).isEqualTo(NOTHING);

      new HibernateDdl(hibernates.dataSource(), classes, mappingFiles, Map.of()).create();
      List<String> surplus = lines(ours);
      assertThat(lines(hibernates)).allMatch(surplus::remove);
      assertThat(surplus).allMatch(fact -> isLeftOut(kind, fact));

      Limbeck adopted = project.on(hibernates, entities);
      adopted.stamp(List.of("head"), false);
      Comparison left = adopted.check();
      assertThat(left.notes()).isEmpty();
      if (kind == DatabaseKind.POSTGRESQL) {
        assertThat(left).isEqualTo(NOTHING);
      } else {
        assertThat(left.operations()).allMatch(Operation.AlterTable.class::isInstance);
        project.autogenerate(hibernates, entities, "what Hibernate left out");
        adopted.upgrade("head");
        assertThat(adopted.check()).isEqualTo(NOTHING);
        assertThat(lines(hibernates)).isEqualTo(lines(ours));
      }

      limbeck.downgrade("base");
      assertThat(LimbeckProject.facts(ours).lines()).isEmpty();
    }
  }

  /** Hibernate's DDL for SQLite has no foreign keys and no unique constraints of tables. */
  private static boolean isLeftOut(DatabaseKind kind, String fact) {
    return kind == DatabaseKind.SQLITE
        && (fact.startsWith("foreign key ") || fact.startsWith("unique "));
  }

  /** Whether PostgreSQL computes a column when it is read, Hibernate leaves to the server. */
  private static List<String> lines(TestDatabase database) {
    return LimbeckProject.facts(database)
        .withoutConstraintNames()
        .withoutIndexNames()
        .without(Fact.Kind.SEQUENCE_ROW)
        .lines()
        .stream()
        .map(line -> line.replace(" generated virtual (", " generated stored ("))
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
