package dev.limbeck.diff;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.DropTable;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ComposerTest {
  private static final DatabaseModel BEFORE =
      Evolver.evolve(DatabaseModel.empty(), recorded(ComposerTest::oldTable));

  private static void oldTable(Operations op) {
    op.createTable(
        "old",
        t -> {
          t.column("id", bigint()).notNull();
          t.column("name", varchar(10));
          t.column("size", integer());
          t.primaryKey("pk_old", "id");
        });
  }

  private static List<Operation> recorded(Consumer<Operations> body) {
    return Recorder.record(body).operations();
  }

  private static void composes(Consumer<Operations> body, Consumer<Operations> expected) {
    List<Operation> composed = composed(body);
    assertThat(composed).isEqualTo(recorded(expected));
    assertThat(
            Composer.same(Evolver.evolve(BEFORE, composed), Evolver.evolve(BEFORE, recorded(body))))
        .isTrue();
  }

  /** As a revision's class records it: drops name what they drop. */
  private static List<Operation> composed(Consumer<Operations> body) {
    return Composer.compose(BEFORE, recorded(body)).stream()
        .map(
            operation ->
                operation instanceof DropTable drop ? new DropTable(drop.name(), null) : operation)
        .toList();
  }

  private static void stays(Consumer<Operations> body) {
    composes(body, body);
  }

  @Test
  void what_happens_to_a_new_table_becomes_part_of_its_creation() {
    composes(
        op -> {
          op.createTable(
              "book",
              t -> {
                t.column("id", bigint()).notNull();
                t.column("nme", varchar(10));
                t.primaryKey("pk_book", "id");
              });
          op.alterTable(
              "book",
              t -> {
                t.renameColumn("nme", "name");
                t.addColumn("price", integer()).notNull().fill("0");
              });
          op.alterTable("book", t -> t.alterColumn("name").type(varchar(10), varchar(20)));
          op.renameTable("book", "books");
        },
        op ->
            op.createTable(
                "books",
                t -> {
                  t.column("id", bigint()).notNull();
                  t.column("name", varchar(20));
                  t.column("price", integer()).notNull();
                  t.primaryKey("pk_book", "id");
                }));
  }

  @Test
  void what_comes_and_goes_again_leaves_nothing() {
    composes(
        op -> {
          op.createTable("draft", t -> t.column("id", bigint()));
          op.createSequence("draft_seq");
          op.alterTable("old", t -> t.addIndex("ix_size", "size"));
          op.alterTable("old", t -> t.dropIndex("ix_size", "size"));
          op.dropSequence("draft_seq");
          op.dropTable("draft");
        },
        op -> {});
  }

  @Test
  void renames_of_what_may_have_rows_stay_renames() {
    stays(
        op -> {
          op.alterTable("old", t -> t.renameColumn("name", "title"));
          op.renameTable("old", "older");
          op.alterTable("older", t -> t.alterColumn("title").type(varchar(10), varchar(20)));
        });
  }

  @Test
  void a_table_in_the_place_of_a_dropped_one_does_not_get_its_rows() {
    stays(
        op -> {
          op.dropTable("old");
          op.createTable("old", t -> t.column("id", bigint()));
        });
    composes(
        op -> {
          op.createTable("fresh", t -> t.column("id", bigint()));
          op.alterTable("fresh", t -> t.addColumn("name", varchar(5)));
          op.dropTable("old");
          op.renameTable("fresh", "old");
        },
        op -> {
          op.createTable(
              "fresh",
              t -> {
                t.column("id", bigint());
                t.column("name", varchar(5));
              });
          op.dropTable("old");
          op.renameTable("fresh", "old");
        });
  }

  @Test
  void a_column_in_the_place_of_a_dropped_one_does_not_get_its_values() {
    stays(
        op ->
            op.alterTable(
                "old",
                t -> {
                  t.dropColumn("size");
                  t.addColumn("size", integer());
                }));
  }

  @Test
  void what_rows_get_stays_what_they_get() {
    stays(
        op -> {
          op.alterTable("old", t -> t.addColumn("a", integer()).notNull().defaultValue("1"));
          op.alterTable("old", t -> t.alterColumn("a").defaultValue("1", "2"));
          op.alterTable("old", t -> t.alterColumn("name").nullable(true, false).fill("''"));
          op.alterTable("old", t -> t.alterColumn("size").type(integer(), bigint()).using("2"));
          op.alterTable("old", t -> t.alterColumn("name").type(varchar(10), varchar(5)));
          op.alterTable("old", t -> t.alterColumn("name").type(varchar(5), varchar(10)));
        });
  }

  @Test
  void data_steps_meet_the_schema_that_they_were_written_for() {
    composes(
        op -> {
          op.createTable("book", t -> t.column("id", bigint()));
          op.alterTable("book", t -> t.addColumn("name", varchar(5)));
          op.execute("INSERT INTO book (id, name) SELECT id, name FROM old");
          op.alterTable("book", t -> t.addColumn("price", integer()));
          op.onlyOn("postgresql", o -> o.execute("ANALYZE"));
          op.alterTable("book", t -> t.renameColumn("name", "title"));
          op.outsideTransaction(o -> o.alterTable("book", t -> t.addIndex("ix_title", "title")));
          op.alterTable("book", t -> t.addIndex("ix_id", "id"));
          op.alterTable("book", t -> t.dropIndex("ix_title", "title"));
          op.alterTable("book", t -> t.dropIndex("ix_id", "id"));
        },
        op -> {
          op.createTable(
              "book",
              t -> {
                t.column("id", bigint());
                t.column("name", varchar(5));
              });
          op.execute("INSERT INTO book (id, name) SELECT id, name FROM old");
          op.alterTable("book", t -> t.addColumn("price", integer()));
          op.onlyOn("postgresql", o -> o.execute("ANALYZE"));
          op.alterTable("book", t -> t.renameColumn("name", "title"));
          op.outsideTransaction(o -> o.alterTable("book", t -> t.addIndex("ix_title", "title")));
          op.alterTable("book", t -> t.dropIndex("ix_title", "title"));
        });
  }

  @Test
  void what_nobody_told_stays_as_it_is() {
    Consumer<Operations> body =
        op -> {
          op.alterTable(
              "made_by_hand",
              t -> {
                t.addColumn("a", integer());
                t.dropColumn("b");
              });
          op.alterTable("old", t -> t.addColumn("c", integer()));
        };
    assertThat(composed(body)).isEqualTo(recorded(body));
  }

  @Test
  void what_is_as_short_as_it_can_be_stays_in_its_order() {
    stays(
        op -> {
          op.alterTable("old", t -> t.dropColumn("size"));
          op.createTable("b", t -> t.column("id", bigint()));
          op.createTable("a", t -> t.column("id", bigint()));
          op.alterTable("old", t -> t.addColumn("c", integer()));
        });
  }
}
