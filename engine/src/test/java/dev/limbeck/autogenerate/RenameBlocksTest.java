package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.Column;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Types;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenameBlocksTest {
  private static final QualifiedName MEMBER = QualifiedName.parse("member");
  private static final AlterTable RENAME =
      new AlterTable(
          MEMBER, List.of(new RenameColumn(Identifier.of("was"), Identifier.of("before"))));
  private static final AlterTable ADDITION =
      new AlterTable(MEMBER, List.of(new AddColumn(Column.of("since", Types.date()), null)));

  @Test
  void a_rename_stands_in_the_block_of_its_table() {
    assertThat(RenameBlocks.joined(List.of(RENAME), List.of(ADDITION)))
        .containsExactly(
            new AlterTable(
                MEMBER, List.of(RENAME.alterations().get(0), ADDITION.alterations().get(0))));
  }

  @Test
  void a_column_has_its_new_name_before_a_label_in_its_rows_has() {
    Operation label =
        new RenameEnumLabel(
            QualifiedName.parse("tier"),
            "SILVER",
            "STERLING",
            List.of(new EnumColumn(MEMBER, Identifier.of("before"))));

    assertThat(RenameBlocks.joined(List.of(RENAME, label), List.of(ADDITION)))
        .containsExactly(RENAME, label, ADDITION);
  }
}
