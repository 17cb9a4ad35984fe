package dev.limbeck.canonical;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CanonicalRevisionTest {
  private static final Path STORED = Path.of("src/test/resources/canonical/operations-1.json");

  private static CanonicalRevision stored() {
    List<Operation> upgrade = StoredOperations.operations();
    List<Operation> downgrade = new ArrayList<>(upgrade);
    Collections.reverse(downgrade);
    return new CanonicalRevision(List.of("aaa111", "bbb222"), upgrade, downgrade);
  }

  @Test
  void the_form_that_the_first_version_stored_is_read() throws IOException {
    CanonicalRevision read = CanonicalRevision.parse(Files.readString(STORED));

    assertThat(read).isEqualTo(stored());
    // As text too: names are equal when they fold alike, expressions when their tokens are.
    assertThat(withoutCode(read)).isEqualTo(withoutCode(stored()));
  }

  @Test
  void this_version_writes_the_form_that_the_first_one_stored() throws IOException {
    assertThat(stored().text()).isEqualTo(Files.readString(STORED));
  }

  private static String withoutCode(CanonicalRevision revision) {
    return new CanonicalRevision(
            revision.replaces(),
            revision.upgrade().stream().filter(CanonicalRevisionTest::isText).toList(),
            List.of())
        .toString();
  }

  private static boolean isText(Operation operation) {
    return !(operation instanceof Operation.RunJava);
  }

  @Test
  void what_is_written_is_read_as_it_was() {
    for (Operation operation : StoredOperations.operations()) {
      CanonicalRevision written =
          new CanonicalRevision(List.of(), List.of(operation), List.of(operation));
      assertThat(CanonicalRevision.parse(written.text())).isEqualTo(written);
      assertThat(written.isSameAs(CanonicalRevision.parse(written.text()))).isTrue();
    }
    CanonicalRevision oneWay = new CanonicalRevision(List.of(), List.of(), null);
    assertThat(CanonicalRevision.parse(oneWay.text())).isEqualTo(oneWay);
  }

  @Test
  void every_operation_of_the_sample_differs_from_every_other() {
    List<String> keys = CanonicalRevision.keys(StoredOperations.operations());
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void the_text_has_a_line_for_each_operation() {
    CanonicalRevision revision =
        of(
            op -> {
              op.createTable(
                  "author",
                  t -> {
                    t.column("id", bigint()).notNull();
                    t.column("`Name`", varchar(100)).defaultValue("'x'");
                    t.primaryKey("pk_author", "id");
                  });
              op.execute("UPDATE author\r\n  SET a = 'ü\"'");
            });

    assertThat(revision.text())
        .isEqualTo(
            """
            {"format":"limbeck-operations-1",
            "upgrade":[
            {"kind":"create_table","table":{"name":"author","columns":[\
            {"name":"id","type":{"kind":"bigint"},"not_null":true},\
            {"name":"`Name`","type":{"kind":"varchar","length":100},"default":"'x'"}],\
            "constraints":[{"kind":"primary_key","name":"pk_author","columns":["id"]}]}},
            {"kind":"execute","sql":"UPDATE author\\n  SET a = 'ü\\"'"}],
            "downgrade":[]}
            """);
  }

  @Test
  void line_endings_case_of_names_and_spacing_of_expressions_make_no_difference() {
    assertThat(
            of(op -> op.execute("UPDATE a\r\nSET b = 1"))
                .isSameAs(of(op -> op.execute("UPDATE a\nSET b = 1"))))
        .isTrue();
    assertThat(
            of(op -> op.alterTable("Orders", t -> t.addCheck("ck", "total  >= 0")))
                .isSameAs(of(op -> op.alterTable("orders", t -> t.addCheck("CK", "TOTAL>=0")))))
        .isTrue();
    assertThat(
            of(op -> op.alterTable("a", t -> t.addCheck("ck", CheckCondition.oneOf("b", "X", "Y"))))
                .isSameAs(
                    of(
                        op ->
                            op.alterTable(
                                "a", t -> t.addCheck("ck", CheckCondition.oneOf("b", "Y", "X"))))))
        .isTrue();
  }

  @Test
  void what_a_database_would_see_makes_a_difference() {
    assertDiffer(op -> op.execute("UPDATE a SET b = 1"), op -> op.execute("UPDATE a SET b = 2"));
    assertDiffer(op -> op.execute("UPDATE a SET b = 1"), op -> op.execute("UPDATE a  SET b = 1"));
    assertDiffer(
        op -> op.alterTable("a", t -> t.addColumn("b", varchar(10))),
        op -> op.alterTable("a", t -> t.addColumn("b", varchar(11))));
    assertDiffer(
        op -> op.alterTable("a", t -> t.addColumn("b", bigint()).computed("c + 1")),
        op -> op.alterTable("a", t -> t.addColumn("b", bigint()).computedAtReading("c + 1")));
    assertDiffer(
        op -> {
          op.execute("A");
          op.execute("B");
        },
        op -> {
          op.execute("B");
          op.execute("A");
        });
    assertDiffer(op -> op.run("this", data -> {}), op -> op.run("that", data -> {}));
    assertDiffer(op -> op.execute("A"), op -> op.onlyOn("sqlite", o -> o.execute("A")));
    assertDiffer(
        op -> op.createTable("`A`", t -> t.column("b", bigint())),
        op -> op.createTable("a", t -> t.column("b", bigint())));
    assertThat(
            of(op -> op.run("this", data -> data.update("A")))
                .isSameAs(of(op -> op.run("this", data -> {}).sql("A"))))
        .as("the code of a run is not seen, nor what stands for it in scripts")
        .isTrue();
  }

  private static void assertDiffer(Consumer<Operations> one, Consumer<Operations> other) {
    assertThat(of(one).isSameAs(of(other))).isFalse();
  }

  @Test
  void a_downgrade_that_throws_is_kept_as_one_that_nobody_can_record() {
    Migration migration =
        new Migration() {
          @Override
          public void upgrade(Operations op) {
            op.execute("A");
          }

          @Override
          public void downgrade(Operations op) {
            throw new UnsupportedOperationException("no way back");
          }
        };

    CanonicalRevision revision = CanonicalRevision.record(migration, List.of());

    assertThat(revision)
        .isEqualTo(new CanonicalRevision(List.of(), List.of(new ExecuteSql("A")), null));
  }

  @Test
  void what_a_later_version_may_write_is_refused_and_not_guessed() {
    for (String text :
        List.of(
            "",
            "[]",
            "{\"format\":\"limbeck-operations-2\",\"upgrade\":[]}",
            "{\"format\":\"limbeck-operations-1\",\"upgrade\":[{\"kind\":\"create_view\"}]}",
            "{\"format\":\"limbeck-operations-1\",\"upgrade\":[{\"kind\":\"execute\",\"sql\":\"A\",\"more\":1}]}",
            "{\"format\":\"limbeck-operations-1\",\"upgrade\":[{\"kind\":\"execute\"}]}",
            "{\"format\":\"limbeck-operations-1\",\"upgrade\":[{\"kind\":\"execute\",\"sql\":1}]}")) {
      assertThatThrownBy(() -> CanonicalRevision.parse(text))
          .as(text)
          .isInstanceOf(LimbeckException.class)
          .hasMessageStartingWith("LMB-243 ");
    }
  }

  private static CanonicalRevision of(Consumer<Operations> upgrade) {
    return new CanonicalRevision(List.of(), Recorder.record(upgrade).operations(), List.of());
  }
}
