package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionRequest;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.model.Unique;
import dev.limbeck.testsupport.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that hurt go from entities to a database and back, or are refused before anything ran. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HurtfulNamesTest {
  private static final List<String> BOTH = List.of("sqlite", "postgresql");
  private static final int FOR_A_SUFFIX = 59;

  @TempDir static Path directory;

  private EntitySource entities = LimbeckProject.SAMPLE;

  @BeforeAll
  void scan() {
    EditedEntities edited = EditedEntities.none(directory.resolve("all"));
    List<String> names = ofEntities();
    for (int i = 0; i < names.size(); i++) {
      edited.type("E" + i, entity(i, names.get(i)));
    }
    entities = edited.scanned();
  }

  /** Hibernate refuses names between quotes of any kind, and says so. */
  private static List<String> ofEntities() {
    return HurtfulNames.all().stream().filter(name -> !isQuoting(name)).toList();
  }

  private static boolean isQuoting(String name) {
    char first = name.charAt(0);
    char last = name.charAt(name.length() - 1);
    return first == '"' && last == '"' || first == '[' && last == ']';
  }

  /**
   * An entity whose table, column and, where there is room, constraints and index have the name,
   * with a number behind it, since Hibernate takes spaces from the ends of some.
   */
  private static String entity(int number, String name) {
    boolean room = HurtfulNames.bytes(name) <= FOR_A_SUFFIX;
    String parts =
        room
            ? """
            , uniqueConstraints = @UniqueConstraint(name = %s, columnNames = {"id", %s}),
              indexes = @jakarta.persistence.Index(name = %s, columnList = "id")"""
                .formatted(java(name + "u" + number), java(name), java(name + "i" + number))
            : "";
    String reference =
        number == 0
            ? ""
            : "  @ManyToOne @JoinColumn(name = \"ref\", foreignKey = @ForeignKey(name = %s)) E%d ref;\n"
                .formatted(room ? java(name + "f" + number) : "\"\"", number - 1);
    return """
    @Entity
    @jakarta.persistence.Table(name = %s%s)
    public class E%d {
      @Id Long id;
      @Column(name = %s) String value;
    %s}
    """
        .formatted(java(name), parts, number, java(name), reference);
  }

  /** The name as Hibernate takes what must not be folded, as Java writes it in ASCII. */
  private static String java(String name) {
    String text =
        ("`" + name + "`")
            .chars()
            .mapToObj(
                c ->
                    c == '"' || c == '\\'
                        ? "\\" + (char) c
                        : c == '\n'
                            ? "\\n"
                            : c == '\r'
                                ? "\\r"
                                : c < ' ' || c > '~'
                                    ? String.format(Locale.ROOT, "\\u%04x", c)
                                    : String.valueOf((char) c))
            .collect(Collectors.joining());
    return "\"" + text + "\"";
  }

  @Test
  void there_are_two_hundred() {
    List<String> names = HurtfulNames.all();

    assertThat(names)
        .hasSizeGreaterThanOrEqualTo(200)
        .allMatch(name -> HurtfulNames.bytes(name) <= 63);
    assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct())
        .hasSameSizeAs(names);
  }

  @ParameterizedTest
  @EnumSource
  void they_go_from_entities_to_the_database_and_back(DatabaseKind kind) throws Exception {
    assertGoesAndComes(kind, entities, ofEntities());
  }

  @ParameterizedTest
  @EnumSource
  void so_do_names_with_quotes_of_whoever_maps_them(DatabaseKind kind) throws Exception {
    List<String> names = HurtfulNames.all().stream().filter(HurtfulNamesTest::isQuoting).toList();
    DatabaseModel model =
        DatabaseModel.of(names.stream().map(HurtfulNamesTest::table).toArray(Table[]::new));
    EntityModel mapped =
        new EntityModel(
            model,
            EntityModel.Mapping.of(new TreeMap<>()),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertGoesAndComes(kind, dialects -> mapped, names);
  }

  private static Table table(String text) {
    Identifier name = Identifier.quoted(text);
    Identifier id = Identifier.of("id");
    boolean room = HurtfulNames.bytes(text) <= FOR_A_SUFFIX;
    return new Table(
        QualifiedName.of(name),
        List.of(column(id, Types.bigint(), false), column(name, Types.text(), true)),
        room
            ? List.of(
                new PrimaryKey(Identifier.quoted(text + "_p"), List.of(id)),
                Unique.of(Identifier.quoted(text + "_u"), List.of(id, name)))
            : List.of(new PrimaryKey(null, List.of(id))),
        List.of(),
        null,
        null);
  }

  private static Column column(Identifier name, ColumnType type, boolean nullable) {
    return new Column(name, type, nullable, null, null, null, null);
  }

  private static void assertGoesAndComes(
      DatabaseKind kind, EntitySource entities, List<String> names) throws Exception {
    Path root = directory.resolve("project-" + kind + names.size());
    try (TestDatabase database = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(root, BOTH)) {
      Limbeck limbeck = project.on(database, entities);
      limbeck.revision(RevisionRequest.autogenerate("all").withoutProof());
      limbeck.upgrade("head");

      assertThat(tables(database)).containsAll(names);
      assertThat(limbeck.check().operations()).isEmpty();
      assertThat(limbeck.verify()).isEmpty();
      assertThat(limbeck.planDowngrade("base").losses()).hasSize(names.size());

      limbeck.downgrade("base");
      assertThat(tables(database)).doesNotContainAnyElementsOf(names);
    }
  }

  private static Stream<Arguments> refused() {
    return Stream.of(
        arguments("\"quoted\"", "LMB-114"),
        arguments("line\nbreak", "LMB-210"),
        arguments("ü".repeat(32), "LMB-118"),
        arguments("nul\0", "LMB-210"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_a_database_does_not_take_is_refused_before_anything_is_written(String name, String code)
      throws Exception {
    Path root = directory.resolve("refused" + code + name.length());
    EntitySource one = EditedEntities.none(root).type("E0", entity(0, name)).scanned();
    try (TestDatabase database = DatabaseKind.SQLITE.fresh(directory);
        LimbeckProject project = LimbeckProject.in(root, BOTH)) {
      assertThatThrownBy(
              () -> project.on(database, one).revision(RevisionRequest.autogenerate("one")))
          .hasMessageStartingWith(code);
      assertThat(root.resolve("revisions")).doesNotExist();
    }
  }

  @Test
  void names_that_differ_by_case_only_are_refused_where_sqlite_is_one_of_the_databases()
      throws Exception {
    Path root = directory.resolve("case");
    EntitySource two =
        EditedEntities.none(root)
            .type("E0", entity(0, "order"))
            .type("E1", entity(1, "ORDER"))
            .scanned();
    try (TestDatabase database = DatabaseKind.SQLITE.fresh(directory);
        LimbeckProject project = LimbeckProject.in(root, BOTH)) {
      assertThatThrownBy(
              () -> project.on(database, two).revision(RevisionRequest.autogenerate("two")))
          .hasMessageStartingWith("LMB-215");
    }
  }

  private static Set<String> tables(TestDatabase database) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Connection connection = database.connection();
        ResultSet rows =
            connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        names.add(rows.getString("TABLE_NAME"));
      }
    }
    return names;
  }
}
