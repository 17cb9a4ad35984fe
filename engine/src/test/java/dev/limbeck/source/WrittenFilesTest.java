package dev.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenFilesTest {
  @TempDir Path directory;

  @Test
  void a_written_file_is_as_readable_as_any_other() throws Exception {
    Path plain = Files.writeString(directory.resolve("plain"), "text");
    Path written = directory.resolve("R1_First.java");
    RevisionFiles.create(written, "text");
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(written))
          .isEqualTo(Files.getPosixFilePermissions(plain));
    }
    assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
  }
}
