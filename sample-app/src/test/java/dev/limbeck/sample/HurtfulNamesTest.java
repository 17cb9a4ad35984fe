package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionRequest;
import dev.limbeck.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that hurt go from entities to a database and back, or are refused before anything ran. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HurtfulNamesTest {
  private static final List<String> BOTH = List.of("sqlite", "postgresql");
  private static final int FOR_A_SUFFIX = 60;

  @TempDir static Path directory;

  private EntitySource entities = LimbeckProject.SAMPLE;

  @BeforeAll
  void scan() {
    EditedEntities edited = EditedEntities.none(directory.resolve("all"));
    List<String> names = HurtfulNames.all();
    for (int i = 0; i < names.size(); i++) {
      edited.type("E" + i, entity(i, names.get(i)));
    }
    entities = edited.scanned();
  }

  /** An entity whose table, column and, where there is room, constraint and index have the name. */
  private static String entity(int number, String name) {
    boolean room = HurtfulNames.bytes(name) <= FOR_A_SUFFIX;
    String parts =
        room
            ? """
            , uniqueConstraints = @UniqueConstraint(name = %s, columnNames = {"id", %s}),
              indexes = @jakarta.persistence.Index(name = %s, columnList = "id")"""
                .formatted(java(name + "_u"), java(name), java(name + "_i"))
            : "";
    String reference =
        number == 0
            ? ""
            : "  @ManyToOne @JoinColumn(name = \"ref\", foreignKey = @ForeignKey(name = %s)) E%d ref;\n"
                .formatted(room ? java(name + "_f") : "\"\"", number - 1);
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
  void they_go_to_the_database_and_back(DatabaseKind kind) throws IOException, SQLException {
    try (TestDatabase database = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory.resolve("project-" + kind), BOTH)) {
      Limbeck limbeck = project.on(database, entities);
      limbeck.revision(RevisionRequest.autogenerate("all").withoutProof());
      limbeck.upgrade("head");

      assertThat(tables(database)).containsAll(HurtfulNames.all());
      assertThat(limbeck.check().operations()).isEmpty();
      assertThat(limbeck.verify()).isEmpty();
      assertThat(limbeck.planDowngrade("base").losses()).isNotEmpty();

      limbeck.downgrade("base");
      assertThat(tables(database)).doesNotContainAnyElementsOf(HurtfulNames.all());
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
