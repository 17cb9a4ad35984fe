package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.runtime.UnitAtWork;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An entity's class gets another name, and the tables that Hibernate names after it with it. */
class RenamedClassesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void what_follows_from_a_renamed_class_is_certain(String database) throws SQLException {
    assertThat(
            renames(
                database,
                shop("foo"),
                shop("bar"),
                places("foo"),
                places("bar"),
                "foo:bar",
                "other.foo_id:bar_id"))
        .containsExactly(
            "foo -> bar",
            "foo_tags -> bar_tags",
            "bar_tags.foo_id -> bar_id",
            "other.foo_id -> bar_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void all_that_nobody_knows_is_asked_at_once(String database) {
    assertThatThrownBy(
            () -> renames(database, shop("foo"), shop("bar"), places("foo"), places("bar")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("--rename foo:bar ")
        .hasMessageContaining("--rename other.foo_id:bar_id ")
        .hasMessageNotContaining("--rename foo_tags");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void a_class_of_the_same_table_has_the_same_attributes(String database) throws SQLException {
    Map<String, String> before = Map.of("m.A", "t", "m.A.x", "t.a");
    Map<String, String> after = Map.of("n.B", "t", "n.B.x", "t.b");
    assertThat(renames(database, List.of(table("t", "a")), List.of(table("t", "b")), before, after))
        .containsExactly("t.a -> b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void the_audit_table_of_a_collection_follows_the_table_of_the_collection(String database)
      throws SQLException {
    Map<String, String> before =
        Map.of(
            "m.C",
            "cust",
            "m.C.tags",
            "cust_tag",
            "cust_tag_aud",
            "cust_tag_aud",
            "cust_tag_aud.rev",
            "cust_tag_aud.rev");
    Map<String, String> after =
        Map.of(
            "m.C",
            "customer",
            "m.C.tags",
            "customer_tag",
            "customer_tag_aud",
            "customer_tag_aud",
            "customer_tag_aud.rev",
            "customer_tag_aud.rev");
    assertThat(
            renames(
                database,
                List.of(table("cust", "x"), table("cust_tag", "y"), table("cust_tag_aud", "rev")),
                List.of(
                    table("customer", "x"),
                    table("customer_tag", "y"),
                    table("customer_tag_aud", "rev")),
                before,
                after))
        .containsExactlyInAnyOrder(
            "cust -> customer", "cust_tag -> customer_tag", "cust_tag_aud -> customer_tag_aud");
  }

  private static Table table(String name, String column) {
    return Table.of(name, Column.of(column, Types.bigint()), Column.of("kind", Types.varchar(3)));
  }

  private static List<Table> shop(String entity) {
    QualifiedName name = QualifiedName.parse(entity);
    Identifier id = Identifier.of("id");
    Identifier key = Identifier.of(entity + "_id");
    return List.of(
        Table.of(
                entity,
                Column.of("id", Types.bigint()).withNullable(false),
                Column.of("a", Types.varchar(9)))
            .withConstraints(List.of(new PrimaryKey(null, List.of(id)))),
        Table.of(
                entity + "_tags",
                Column.of(entity + "_id", Types.bigint()),
                Column.of("tags", Types.varchar(9)))
            .withConstraints(List.of(ForeignKey.of(null, List.of(key), name, List.of(id)))),
        Table.of(
                "other", Column.of("id", Types.bigint()), Column.of(entity + "_id", Types.bigint()))
            .withConstraints(List.of(ForeignKey.of(null, List.of(key), name, List.of(id)))));
  }

  private static Map<String, String> places(String entity) {
    String type = "m." + entity;
    Map<String, String> places = new TreeMap<>();
    places.put(type, entity);
    places.put(type + ".id", entity + ".id");
    places.put(type + ".a", entity + ".a");
    places.put(type + ".tags", entity + "_tags");
    places.put(type + ".tags.key", entity + "_tags." + entity + "_id");
    places.put(type + ".tags.element", entity + "_tags.tags");
    places.put("m.Other", "other");
    places.put("m.Other.id", "other.id");
    places.put("m.Other." + entity, "other." + entity + "_id");
    return places;
  }

  /** The renames of tables and columns, a line for each. */
  private List<String> renames(
      String name,
      List<Table> from,
      List<Table> to,
      Map<String, String> before,
      Map<String, String> after,
      String... answers)
      throws SQLException {
    Dialect dialect = Dialects.named(name);
    NamingConvention names = NamingConvention.standard();
    List<Operation> creation =
        from.stream().<Operation>map(table -> new CreateTable(names.named(table))).toList();
    try (TestDatabase database =
            name.equals("sqlite") ? TestSqlite.fresh(directory) : TestPostgres.freshDatabase();
        Connection connection = database.connection()) {
      UnitAtWork.run(dialect, connection, creation);
      List<String> lines = new ArrayList<>();
      new Comparer(
              dialect,
              (live, spoken, scope) -> spoken.catalog().read(live, scope),
              names,
              Set.of(),
              true,
              false)
          .compare(
              connection,
              Evolver.evolve(DatabaseModel.empty(), creation),
              DatabaseModel.empty().withTables(to),
              new Renaming(
                  before,
                  after,
                  RenameAnswers.parse(List.of(answers)),
                  Renaming.Questions.nobody(),
                  true))
          .operations()
          .forEach(operation -> add(operation, lines));
      return lines;
    }
  }

  private static void add(Operation operation, List<String> lines) {
    if (operation instanceof RenameTable rename) {
      lines.add(rename.from() + " -> " + rename.to());
    } else if (operation instanceof AlterTable alter) {
      alter
          .alterations()
          .forEach(
              each -> {
                if (each instanceof RenameColumn rename) {
                  lines.add(alter.table() + "." + rename.from() + " -> " + rename.to());
                }
              });
    } else {
      lines.add(operation.toString());
    }
  }
}
