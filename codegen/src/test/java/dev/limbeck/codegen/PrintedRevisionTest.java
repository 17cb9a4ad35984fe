package dev.limbeck.codegen;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.RevisionDraft;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.migration.Revision;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Generation;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.operation.TableAlteration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is printed, compiles and records the operations that it was printed from. */
class PrintedRevisionTest {
  private final JavaRevisionPrinter printer = new JavaRevisionPrinter();

  private Migration compiled(RevisionDraft draft) {
    return MemoryCompiler.migration(
        draft.packageName() + "." + draft.className(), printer.print(draft));
  }

  @Test
  void a_revision_of_everything_records_itself() {
    List<Operation> operations = Samples.operations();
    Migration migration = compiled(Drafts.of(operations, operations));

    assertThat(Recorder.upgrade(migration).operations()).isEqualTo(AsRecorded.of(operations));
    assertThat(Recorder.downgrade(migration).operations()).isEqualTo(AsRecorded.of(operations));
    // As text too: expressions are equal when their tokens are.
    assertThat(Recorder.upgrade(migration).operations().toString())
        .isEqualTo(AsRecorded.of(operations).toString());
  }

  @Test
  void there_is_a_sample_of_every_kind() {
    assertSampled(Operation.class, Samples.operations(), Set.of(RunJava.class));
    assertSampled(TableAlteration.class, Samples.alterations(), Set.of());
    assertSampled(ColumnType.class, Samples.types(), Set.of());
    assertSampled(Constraint.class, Samples.constraints(), Set.of());
    assertSampled(Generation.class, Samples.generations(), Set.of());
    assertSampled(CheckCondition.class, Samples.conditions(), Set.of());
  }

  private static void assertSampled(Class<?> sealed, List<?> samples, Set<Class<?>> without) {
    Set<Class<?>> sampled = samples.stream().map(Object::getClass).collect(toSet());
    Set<Class<?>> kinds = kinds(sealed).filter(kind -> !without.contains(kind)).collect(toSet());
    assertThat(sampled).isEqualTo(kinds);
  }

  private static Stream<Class<?>> kinds(Class<?> sealed) {
    return Stream.of(sealed.getPermittedSubclasses())
        .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind));
  }

  @Test
  void every_list_of_a_check_keeps_its_order() {
    CheckCondition.OneOf list = CheckCondition.oneOf("status", "B", "A", "C");
    Operation add =
        new AlterTable(
            Samples.name("orders"),
            List.of(new TableAlteration.AddConstraint(new Check(Samples.id("ck"), list))));

    Operation recorded =
        Recorder.upgrade(compiled(Drafts.of(List.of(add), List.of()))).operations().get(0);

    assertThat(recorded.toString()).isEqualTo(add.toString());
  }

  @Test
  void the_annotation_says_where_the_revision_stands() throws Exception {
    RevisionDraft draft =
        new RevisionDraft(
            "3f2a91c07b4d",
            List.of("a1b2c3d4e5f6", "b1b2c3d4e5f6"),
            List.of("shop"),
            List.of("stock", "till"),
            List.of(),
            "2026-11-21T07:15:00Z",
            "Odd: \"quotes\", \\u000a, */, $S, <b> & @Override é",
            "",
            "R1",
            List.of(),
            List.of());

    Revision revision =
        MemoryCompiler.load("R1", printer.print(draft)).getAnnotation(Revision.class);

    assertThat(revision.id()).isEqualTo(draft.id());
    assertThat(revision.revises()).containsExactly("a1b2c3d4e5f6", "b1b2c3d4e5f6");
    assertThat(revision.dependsOn()).containsExactly("shop");
    assertThat(revision.branchLabels()).containsExactly("stock", "till");
    assertThat(revision.created()).isEqualTo(draft.created());
    assertThat(revision.message()).isEqualTo(draft.message());
  }

  @Test
  void the_same_draft_gives_the_same_bytes_with_plain_line_ends() {
    RevisionDraft draft = Drafts.of(Samples.operations(), Samples.operations());

    String source = printer.print(draft);

    assertThat(new JavaRevisionPrinter().print(draft)).isEqualTo(source);
    assertThat(source).doesNotContain("\r").doesNotContain(" \n").endsWith("}\n");
  }

  @Test
  void what_a_formula_replaces_is_to_be_reviewed() {
    Generation formula = Generation.computed(SqlExpression.of("length(name)"), true);
    assertThat(printer.print(Drafts.of(generated(null, formula), generated(formula, null))))
        .containsOnlyOnce(ReviewNote.COMPUTED)
        .contains(
            "      // "
                + ReviewNote.COMPUTED
                + "\n      t.alterColumn(\"size\")\n          .generation(null, ");
  }

  private static List<Operation> generated(@Nullable Generation from, @Nullable Generation to) {
    return Recorder.record(
            op -> op.alterTable("t", t -> t.alterColumn("size").generation(from, to)))
        .operations();
  }

  @Test
  void an_empty_draft_says_where_to_write() {
    assertThat(printer.print(Drafts.of(List.of(), List.of())))
        .isEqualTo(
            """
            package com.acme.db;

            import dev.limbeck.migration.Migration;
            import dev.limbeck.migration.Operations;
            import dev.limbeck.migration.Revision;

            /** Orders get a customer. */
            @Revision(
                id = "3f2a91c07b4d",
                revises = "a1b2c3d4e5f6",
                created = "2026-11-21T07:15:00Z",
                message = "Orders get a customer")
            public final class R20261121_0715_OrdersGetCustomer implements Migration {
              @Override
              public void upgrade(Operations op) {
                // Write the change here, such as op.execute("…").
              }

              @Override
              public void downgrade(Operations op) {
                // Write here what undoes the change.
              }
            }
            """);
  }

  @Test
  void a_long_message_is_a_comment_of_several_lines() {
    String source = printer.print(Drafts.of("word ".repeat(40) + "end", List.of(), List.of()));

    assertThat(source).contains("\n/**\n * word word").contains("word end.\n */\n@Revision(");
  }

  @Test
  void java_code_cannot_be_printed() {
    RevisionDraft draft = Drafts.of(List.of(new RunJava("normalise", data -> {})), List.of());

    assertThatThrownBy(() -> printer.print(draft))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-224 ")
        .hasMessageContaining("normalise");
  }

  @Test
  void a_statement_longer_than_a_constant_is_kept() {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < 9_000; i++) {
      sql.append("INSERT INTO t VALUES (").append(i).append(", 'ü€😀');\n");
    }
    List<Operation> operations = List.of(new ExecuteSql(sql.toString().strip()));

    assertThat(Recorder.upgrade(compiled(Drafts.of(operations, List.of()))).operations())
        .isEqualTo(operations);
  }

  @Test
  void what_comes_after_the_end_of_a_body_is_left_out() {
    List<Operation> operations = new ArrayList<>(Samples.operations());
    operations.add(new ExecuteSql("never"));

    assertThat(Recorder.upgrade(compiled(Drafts.of(operations, List.of()))).operations())
        .isEqualTo(AsRecorded.of(Samples.operations()));
  }
}
