package dev.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChangesTest {
  @TempDir private Path directory;

  @Test
  void where_one_file_cannot_be_written_all_are_as_they_were() throws IOException {
    Path old = Files.writeString(directory.resolve("old"), "before");
    Path gone = Files.writeString(directory.resolve("gone"), "there");
    Path made = directory.resolve("made");
    FileChanges changes = new FileChanges();
    changes.write(old, "after");
    changes.write(made, "new");
    changes.delete(gone);
    changes.write(old.resolve("impossible"), "below a file");

    assertThatThrownBy(changes::apply).hasMessageStartingWith("LMB-205 ");
    assertThat(old).hasContent("before");
    assertThat(gone).hasContent("there");
    assertThat(made).doesNotExist();
  }

  @Test
  void changes_can_be_taken_back() throws IOException {
    Path old = Files.writeString(directory.resolve("old"), "before");
    Path gone = Files.writeString(directory.resolve("gone"), "there");
    Path made = directory.resolve("made");
    FileChanges changes = new FileChanges();
    changes.write(old, "after");
    changes.write(made, "new");
    changes.delete(gone);

    Runnable undo = changes.apply();
    assertThat(old).hasContent("after");
    assertThat(made).hasContent("new");
    assertThat(gone).doesNotExist();
    undo.run();
    assertThat(old).hasContent("before");
    assertThat(gone).hasContent("there");
    assertThat(made).doesNotExist();
  }
}
