package dev.limbeck.sample;

import static dev.limbeck.sample.CrossDatabaseTest.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Attributes that move to another table, on both databases: what they hold is never lost unsaid.
 */
class MovedDataTest {
  private static final Comparison NOTHING = new Comparison(List.of(), List.of());

  private static final String KEPT_AT_HOME =
      """
      @Entity class Parent {
        @Id Long id;
        @OneToMany @JoinColumn(name = "parent_fk") Set<Child> children;
        String note;
        Integer size;
        @ManyToOne Child favourite;
      }
      @Entity class Child { @Id Long id; }
      """;

  private static final String KEPT_ELSEWHERE =
      """
      @Entity @SecondaryTable(name = "parent_more") class Parent {
        @Id Long id;
        @OneToMany @JoinTable(name = "parent_children") Set<Child> children;
        @Column(table = "parent_more") String note;
        @Column(table = "parent_more") Integer size;
        @ManyToMany Set<Child> favourite;
      }
      @Entity class Child { @Id Long id; }
      """;

  private static final String ONE_TABLE =
      """
      @Entity @Inheritance(strategy = InheritanceType.SINGLE_TABLE) class Parent { @Id Long id; }
      @Entity class Special extends Parent { String extra; }
      """;

  private static final String JOINED =
      """
      @Entity @Inheritance(strategy = InheritanceType.JOINED) class Parent { @Id Long id; }
      @Entity class Special extends Parent { String extra; }
      """;

  private static final String NUMBERS =
      """
      @Entity class Parent {
        @Id Long id;
        @Convert(converter = org.hibernate.type.NumericBooleanConverter.class) Boolean active;
        Boolean open;
        @Enumerated Kind kind;
        enum Kind { NEW, OLD }
      }
      """;

  private static final String LETTERS =
      NUMBERS
          .replace("NumericBoolean", "YesNo")
          .replace(
              "Boolean open",
              "@Convert(converter = org.hibernate.type.TrueFalseConverter.class) Boolean open")
          .replace("@Enumerated", "@Enumerated(EnumType.STRING)");

  private static final String YES_AND_TRUE =
      """
      @Entity class Parent {
        @Id Long id;
        @Convert(converter = org.hibernate.type.YesNoConverter.class) Boolean active;
        @Convert(converter = org.hibernate.type.TrueFalseConverter.class) Boolean open;
        @Column(columnDefinition = "varchar(3)")
        @Convert(converter = org.hibernate.type.YesNoConverter.class) Boolean wide;
      }
      """;

  private static final String TRUE_AND_YES =
      """
      @Entity class Parent {
        @Id Long id;
        @Convert(converter = org.hibernate.type.TrueFalseConverter.class) Boolean active;
        @Convert(converter = org.hibernate.type.YesNoConverter.class)
        @Column(name = "opened") Boolean open;
        @Convert(converter = org.hibernate.type.TrueFalseConverter.class) Boolean wide;
      }
      """;

  @TempDir Path directory;
  private Path revisions;

  @BeforeEach
  void make() {
    revisions = directory.resolve("revisions");
  }

  @ParameterizedTest
  @EnumSource
  void what_it_is_plain_how_to_copy_is_copied(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory)) {
      made(database, KEPT_AT_HOME);
      database.execute(
          "insert into child (id) values (11)",
          "insert into child (id) values (12)",
          "insert into parent (id, note, size, favourite_id) values (1, 'one', null, 11)",
          "insert into parent (id, note, size, favourite_id) values (2, null, null, null)",
          "update child set parent_fk = 1 where id = 12");
      List<String> before = atHome(database);

      RevisionWritten written = moved(database, KEPT_ELSEWHERE);
      assertThat(LimbeckProject.upgradeBody(written))
          .contains(
              "INSERT INTO parent_more (id, note, size) SELECT id, note, size FROM Parent"
                  + " WHERE note IS NOT NULL OR size IS NOT NULL")
          .doesNotContain("Review");
      assertThat(LimbeckProject.downgradeBody(written))
          .contains(
              "// Review: dev.limbeck.sample.entity.Parent.favourite was kept in"
                  + " Parent_Child.favourite_id and is now in Parent.favourite_id; copy its data"
                  + " before this.\nop.dropTable(\"Parent_Child\");");
      assertThat(
              rows(
                  database,
                  "select id, note, size from parent_more",
                  "select parent_id, children_id from parent_children",
                  "select parent_id, favourite_id from parent_child"))
          .containsExactly("[[1, one, null]]", "[[1, 12]]", "[[1, 11]]");

      database.execute(
          "insert into parent_more (id, note, size) values (2, null, 7)",
          "insert into parent_children (parent_id, children_id) values (2, 11)");
      back(database, KEPT_ELSEWHERE);
      assertThat(before)
          .containsExactly("[[1, one, null], [2, null, null]]", "[[11, null], [12, 1]]");
      assertThat(atHome(database))
          .containsExactly("[[1, one, null], [2, null, 7]]", "[[11, 2], [12, 1]]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_comes_back_to_the_table_of_the_entity_is_copied(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory)) {
      made(database, KEPT_ELSEWHERE);
      database.execute(
          "insert into child (id) values (11)",
          "insert into parent (id) values (1)",
          "insert into parent (id) values (2)",
          "insert into parent_more (id, note, size) values (1, 'one', null)",
          "insert into parent_children (parent_id, children_id) values (2, 11)");

      RevisionWritten written = moved(database, KEPT_AT_HOME);
      assertThat(LimbeckProject.upgradeBody(written))
          .contains(
              "// Review: dev.limbeck.sample.entity.Parent.favourite was kept in"
                  + " Parent_Child.favourite_id and is now in Parent.favourite_id; copy its data"
                  + " before this.\nop.dropTable(\"Parent_Child\");");
      assertThat(written.notes())
          .contains(
              "moves to another table, its data is not copied:"
                  + " dev.limbeck.sample.entity.Parent.favourite: Parent_Child.favourite_id ->"
                  + " Parent.favourite_id");
      assertThat(atHome(database))
          .containsExactly("[[1, one, null], [2, null, null]]", "[[11, 2]]");

      back(database, KEPT_AT_HOME);
      assertThat(
              rows(
                  database,
                  "select id, note, size from parent_more",
                  "select parent_id, children_id from parent_children"))
          .containsExactly("[[1, one, null]]", "[[2, 11]]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_another_inheritance_moves_is_left_to_the_author(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory)) {
      made(database, ONE_TABLE);
      RevisionWritten written = moved(database, JOINED);
      assertThat(LimbeckProject.upgradeBody(written))
          .contains(
              "// Review: dev.limbeck.sample.entity.Special was kept in Parent and is now in"
                  + " Special; copy its rows after this.\nop.createTable(\"Special\"")
          .contains(
              "  // Review: dev.limbeck.sample.entity.Special.extra was kept in Parent.extra and is"
                  + " now in Special.extra; copy its data before this.\n"
                  + "  t.dropColumn(\"extra\");");
      assertThat(LimbeckProject.downgradeBody(written))
          .contains(
              "// Review: dev.limbeck.sample.entity.Special was kept in Special and is now in"
                  + " Parent; copy its data before this; dev.limbeck.sample.entity.Special.extra was"
                  + " kept in Special.extra and is now in Parent.extra; copy its data before this.\n"
                  + "op.dropTable(\"Special\");");
      assertThat(written.notes())
          .contains(
              "moves to another table, its data is not copied:"
                  + " dev.limbeck.sample.entity.Special: Parent -> Special",
              "moves to another table, its data is not copied:"
                  + " dev.limbeck.sample.entity.Special.extra: Parent.extra -> Special.extra");
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_kept_in_another_way_is_converted_or_left_to_the_author(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory)) {
      made(database, NUMBERS);
      database.execute(
          "insert into parent (id, active, open) values (1, 1, true)",
          "insert into parent (id, active, open) values (2, 0, false)",
          "insert into parent (id) values (3)");

      RevisionWritten written = moved(database, LETTERS);
      assertThat(LimbeckProject.upgradeBody(written))
          .contains(
              ".using(\"case active when 1 then 'Y' when 0 then 'N' end\")",
              ".using(\"case open when true then 'T' when false then 'F' end\")",
              "  // Review: the new check of kind allows other values; .using(\"case kind when …"
                  + " then … end\") says what becomes of each.\n"
                  + "  t.alterColumn(\"kind\")");
      String query = "select id, active, open from parent order by id";
      assertThat(rows(database, query)).containsExactly("[[1, Y, T], [2, N, F], [3, null, null]]");

      back(database, LETTERS);
      assertThat(
              rows(
                  database,
                  "select id, active from parent order by id",
                  "select id from parent where open order by id",
                  "select id from parent where not open order by id"))
          .containsExactly("[[1, 1], [2, 0], [3, null]]", "[[1]]", "[[2]]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void truth_values_that_get_other_letters_are_converted(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory)) {
      made(database, YES_AND_TRUE);
      database.execute(
          "insert into parent (id, active, open, wide) values (1, 'Y', 'T', 'Y')",
          "insert into parent (id, active, open, wide) values (2, 'N', 'F', 'N')",
          "insert into parent (id) values (3)");

      RevisionWritten written = moved(database, TRUE_AND_YES);
      assertThat(LimbeckProject.upgradeBody(written))
          .contains(
              ".remap(\"N\", \"F\")\n      .remap(\"Y\", \"T\")",
              "t.renameColumn(\"open\", \"opened\")",
              ".remap(\"F\", \"N\")\n      .remap(\"T\", \"Y\")",
              ".using(\"case wide when 'Y' then 'T' when 'N' then 'F' end\")")
          .doesNotContain("Review");
      assertThat(LimbeckProject.downgradeBody(written)).doesNotContain("Review");
      assertThat(rows(database, "select id, active, opened, wide from parent order by id"))
          .containsExactly("[[1, T, Y, T], [2, F, N, F], [3, null, null, null]]");

      back(database, TRUE_AND_YES);
      assertThat(rows(database, "select id, active, open, wide from parent order by id"))
          .containsExactly("[[1, Y, T, Y], [2, N, F, N], [3, null, null, null]]");
    }
  }

  private void made(TestDatabase database, String entities) {
    EntitySource first = entities("first", entities);
    try (LimbeckProject project = project()) {
      project.autogenerate(database, first, "first");
      project.on(database, first).upgrade("head");
    }
  }

  private RevisionWritten moved(TestDatabase database, String entities) {
    EntitySource second = entities("second", entities);
    try (LimbeckProject project = project()) {
      RevisionWritten written = project.autogenerate(database, second, "second");
      Limbeck limbeck = project.on(database, second);
      limbeck.upgrade("head");
      assertThat(limbeck.check()).isEqualTo(NOTHING);
      return written;
    }
  }

  private void back(TestDatabase database, String entities) {
    try (LimbeckProject project = project()) {
      project.on(database, entities("back", entities)).downgrade("-1");
    }
  }

  private LimbeckProject project() {
    return new LimbeckProject(revisions, directory.resolve("cache"), BOTH);
  }

  private EntitySource entities(String name, String entities) {
    return EditedEntities.none(directory.resolve(name)).type("Parent", entities).scanned()::read;
  }

  private static List<String> atHome(TestDatabase database) {
    return rows(
        database,
        "select id, note, size from parent order by id",
        "select id, parent_fk from child order by id");
  }

  private static List<String> rows(TestDatabase database, String... queries) {
    return List.of(queries).stream().map(query -> database.rows(query).toString()).toList();
  }
}
