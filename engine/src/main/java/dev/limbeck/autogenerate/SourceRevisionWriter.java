package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntityModel.Mapping;
import dev.limbeck.source.MappingDelta;
import dev.limbeck.source.ModelLock;
import dev.limbeck.source.RevisionFiles;
import dev.limbeck.source.SourceDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes revisions into a source directory: the class, the change of the mapping beside it, and
 * {@code model.lock}.
 *
 * @param source all revisions, those that will be written among them
 * @param files where new files go
 * @param printer what makes the class
 */
public record SourceRevisionWriter(
    SourceDirectory source, RevisionFiles files, RevisionPrinter printer)
    implements RevisionWriter {
  public SourceRevisionWriter {
    requireNonNull(source, "source");
    requireNonNull(files, "files");
    requireNonNull(printer, "printer");
  }

  @Override
  public String newId() {
    return RevisionFiles.newId();
  }

  @Override
  public String packageName() {
    return files.packageName();
  }

  @Override
  public String className(String message, Instant created) {
    return files.className(message, created);
  }

  @Override
  public Path write(RevisionDraft draft, @Nullable Mapping mapping, List<String> ancestors) {
    String text = printer.print(draft);
    Map<String, MappingDelta> deltas = MappingDelta.readAll(source.directories());
    List<Path> written = new ArrayList<>();
    try {
      if (mapping != null) {
        MappingDelta delta =
            MappingDelta.between(draft.id(), MappingDelta.sum(ancestors, deltas), mapping.places());
        deltas.put(draft.id(), delta);
        create(files.mappingFile(draft.className()), delta.format(), written);
      }
      Path file = create(files.file(draft.className()), text, written);
      RevisionFiles.replace(
          files.directory().resolve(ModelLock.FILE),
          ModelLock.of(source.headers(), deltas).format());
      return file;
    } catch (LimbeckException e) {
      written.forEach(SourceRevisionWriter::delete);
      throw e;
    }
  }

  private static Path create(Path file, String text, List<Path> written) {
    RevisionFiles.create(file, text);
    written.add(file);
    return file;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
