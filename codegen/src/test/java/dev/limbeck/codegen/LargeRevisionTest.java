package dev.limbeck.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.RevisionDraft;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.Column;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.operation.Inverse;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.Irreversible;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.TableAlteration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Revisions beyond what one method or one class can hold. */
class LargeRevisionTest {

  @Test
  void three_thousand_tables_of_ten_columns() {
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      operations.add(new CreateTable(table("table_" + i, 10)));
    }
    assertRecordsItself(operations);
  }

  @Test
  void a_table_of_sixteen_hundred_columns() {
    assertRecordsItself(List.of(new CreateTable(table("wide", 1_600))));
  }

  @Test
  void an_alteration_of_twenty_thousand_columns_in_a_branch_for_one_dialect() {
    List<TableAlteration> alterations = new ArrayList<>();
    for (Column column : table("wide", 20_000).columns()) {
      alterations.add(new TableAlteration.AddColumn(column, SqlExpression.of("0")));
    }
    assertRecordsItself(
        List.of(
            new OnlyOn("postgresql", List.of(new AlterTable(Samples.name("wide"), alterations)))));
  }

  @Test
  void ten_thousand_statements_and_an_end() {
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      operations.add(new ExecuteSql("DELETE FROM t WHERE id = " + i));
    }
    operations.add(new Irreversible("gone"));
    RevisionDraft draft = Drafts.of(operations, operations);

    assertThat(Recorder.downgrade(compiled(draft)).operations()).isEqualTo(operations);
  }

  @Test
  void an_ordinary_revision_is_not_split() {
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      operations.add(new CreateTable(table("table_" + i, 10)));
    }
    String source = new JavaRevisionPrinter().print(Drafts.of(operations, Inverse.of(operations)));

    assertThat(source.contains("Part1")).isFalse();
  }

  private static Table table(String name, int columns) {
    List<Column> all = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      all.add(
          Column.of(name + "_column_" + i, Types.varchar(1_000 + i))
              .withNullable(false)
              .withDefault(SqlExpression.of("'" + name + i + "'"))
              .withComment("Column " + i + " of " + name));
    }
    return Table.of(name, all.toArray(Column[]::new));
  }

  private static void assertRecordsItself(List<Operation> operations) {
    Migration migration = compiled(Drafts.of(operations, Inverse.of(operations)));
    assertThat(Recorder.upgrade(migration).operations()).isEqualTo(operations);
    assertThat(Recorder.downgrade(migration).operations())
        .isEqualTo(AsRecorded.of(Inverse.of(operations)));
  }

  private static Migration compiled(RevisionDraft draft) {
    return MemoryCompiler.migration(
        draft.packageName() + "." + draft.className(), new JavaRevisionPrinter().print(draft));
  }
}
