package dev.limbeck.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.RevisionDraft;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.migration.Revision;
import dev.limbeck.operation.Operation;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the names and texts: print, compile, record gives back what was printed. */
class PrintedRevisionLawTest {

  @Property
  void a_printed_revision_records_its_operations(@ForAll long seed) {
    RandomOperations random = new RandomOperations(seed);
    List<Operation> upgrade = random.operations();
    List<Operation> downgrade = random.operations();
    RevisionDraft draft = Drafts.of(random.text(), upgrade, downgrade);

    Migration migration =
        MemoryCompiler.migration(
            draft.packageName() + "." + draft.className(), new JavaRevisionPrinter().print(draft));

    assertSame(Recorder.upgrade(migration).operations(), upgrade);
    assertSame(Recorder.downgrade(migration).operations(), downgrade);
    assertThat(migration.getClass().getAnnotation(Revision.class).message())
        .isEqualTo(draft.message());
  }

  /** As text too: expressions are equal when their tokens are. */
  private static void assertSame(List<Operation> recorded, List<Operation> printed) {
    assertThat(recorded).isEqualTo(printed);
    assertThat(recorded.toString()).isEqualTo(printed.toString());
  }
}
