package dev.limbeck.sample;

import static dev.limbeck.sample.CrossDatabaseTest.BOTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.autogenerate.RenameAnswers;
import dev.limbeck.autogenerate.Renaming;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionRequest;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An entity whose class, table and schema all get other names at once, on both databases. */
class RenamedClassInOtherSchemaTest {
  private static final String ITEM =
      """
      @Entity class Parent { @Id Long id; @ManyToOne Item item; }
      @Entity @Table(name = "item", schema = "sales") class Item {
        @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
        String name;
        Integer qty;
        @Column(unique = true) String code;
      }
      """;

  private static final String LINE =
      ITEM.replace("Item", "Line")
          .replace(" item;", " line;")
          .replace("\"item\"", "\"line\"")
          .replace("sales", "trade");

  private static final String MOVED =
      """
      op.createSchema("trade");
      op.moveTable("sales.item", "trade");
      op.renameTable("trade.item", "trade.line");
      op.alterTable("Parent", t -> {
        t.renameColumn("item_id", "line_id");
        t.renameConstraint("fk_parent_item_id", "fk_parent_line_id");
      });
      op.renameSequence("item_SEQ", "line_SEQ");
      op.alterTable("trade.line", t -> {
        t.renameConstraint("pk_item", "pk_line");
        t.renameConstraint("uq_item_code", "uq_line_code");
      });
      op.dropSchema("sales");
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void its_rows_and_what_refers_to_them_move_along(DatabaseKind kind) {
    EntitySource before = entities("before", ITEM);
    EntitySource after = entities("after", LINE);
    try (TestDatabase database = kind.fresh(directory);
        LimbeckProject project =
            new LimbeckProject(directory.resolve("revisions"), directory.resolve("cache"), BOTH)) {
      project.autogenerate(database, before, "before");
      project.on(database, before).upgrade("head");
      String item = kind == DatabaseKind.SQLITE ? "item" : "sales.item";
      String line = kind == DatabaseKind.SQLITE ? "line" : "trade.line";
      database.execute(
          "insert into " + item + " (id, name, qty, code) values (1, 'nail', 5, 'n')",
          "insert into parent (id, item_id) values (7, 1)");
      Limbeck limbeck = project.on(database, after);
      assertThatThrownBy(() -> limbeck.revision(RevisionRequest.autogenerate("nobody says")))
          .hasMessageStartingWith("LMB-270")
          .hasMessageContaining("--rename sales.item:trade.line ");

      RevisionWritten written =
          limbeck.revision(
              RevisionRequest.autogenerate("moved")
                  .withRenames(
                      RenameAnswers.parse(
                          List.of("sales.item:trade.line", "Parent.item_id:line_id")),
                      Renaming.Questions.nobody()));
      assertThat(LimbeckProject.upgradeBody(written)).isEqualTo(MOVED);
      limbeck.upgrade("head");
      assertThat(limbeck.check()).isEqualTo(new Comparison(List.of(), List.of()));
      assertThat(
              database.rows(
                  "select p.id, l.id, name, qty, code from parent p join "
                      + line
                      + " l on l.id = line_id"))
          .hasToString("[[7, 1, nail, 5, n]]");

      limbeck.downgrade("-1");
      assertThat(
              database.rows(
                  "select p.id, i.id, name, qty, code from parent p join "
                      + item
                      + " i on i.id = item_id"))
          .hasToString("[[7, 1, nail, 5, n]]");
    }
  }

  private EntitySource entities(String name, String entities) {
    return EditedEntities.none(directory.resolve(name)).type("Parent", entities).scanned()::read;
  }
}
