package dev.limbeck.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.RevisionDraft;
import dev.limbeck.migration.Recorder;
import dev.limbeck.source.RevisionFiles;
import dev.limbeck.source.RevisionHeader;
import dev.limbeck.source.SourceDirectory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed is found, read and compiled as a source file. */
class PrintedFileTest {

  @Test
  void a_printed_file_is_a_revision_of_its_directory(@TempDir Path temp) {
    for (int seed = 0; seed < 40; seed++) {
      RandomOperations random = new RandomOperations(seed);
      RevisionDraft draft = draft(seed, random);
      Path file = new RevisionFiles(temp, draft.packageName()).file(draft.className());
      RevisionFiles.create(file, new JavaRevisionPrinter().print(draft));
    }

    SourceDirectory directory =
        new SourceDirectory(List.of(temp), List.of(), temp.resolve("cache"));
    List<RevisionHeader> headers = directory.headers();
    assertThat(headers).hasSize(40);
    var migrations = directory.load(headers.stream().map(RevisionHeader::id).toList());
    for (int seed = 0; seed < 40; seed++) {
      RevisionDraft draft = draft(seed, new RandomOperations(seed));
      RevisionHeader header = header(headers, draft.id());
      assertThat(header.message()).isEqualTo(draft.message());
      assertThat(header.revises()).isEqualTo(draft.revises());
      assertThat(Recorder.upgrade(migrations.get(draft.id())).operations())
          .isEqualTo(draft.upgrade());
    }
    directory.close();
  }

  private static RevisionHeader header(List<RevisionHeader> headers, String id) {
    return headers.stream().filter(header -> header.id().equals(id)).findFirst().orElseThrow();
  }

  private static RevisionDraft draft(int seed, RandomOperations random) {
    return new RevisionDraft(
        "id" + seed,
        List.of("a\"" + seed, "b"),
        List.of(),
        List.of(),
        List.of(),
        "2026-11-21T07:15:00Z",
        "m" + random.text(),
        "com.acme.db",
        "R" + seed,
        random.operations(),
        List.of());
  }
}
