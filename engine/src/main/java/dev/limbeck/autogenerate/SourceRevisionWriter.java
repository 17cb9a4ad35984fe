package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntityModel.Mapping;
import dev.limbeck.source.FileChanges;
import dev.limbeck.source.MappingDelta;
import dev.limbeck.source.ModelLock;
import dev.limbeck.source.RevisionFiles;
import dev.limbeck.source.RevisionHeader;
import dev.limbeck.source.SourceDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes revisions into source directories: the class, the change of the mapping beside it, and
 * {@code model.lock} in the first of the directories.
 *
 * @param source all revisions, those that will be written among them
 * @param locations where revisions are; at least one
 * @param files the location to which new files go
 * @param printer what makes the class
 */
public record SourceRevisionWriter(
    SourceDirectory source,
    List<RevisionFiles> locations,
    RevisionFiles files,
    RevisionPrinter printer)
    implements RevisionWriter {
  public SourceRevisionWriter {
    requireNonNull(source, "source");
    locations = List.copyOf(locations);
    requireNonNull(files, "files");
    requireNonNull(printer, "printer");
  }

  /** Writes into one directory. */
  public SourceRevisionWriter(
      SourceDirectory source, RevisionFiles files, RevisionPrinter printer) {
    this(source, List.of(files), files, printer);
  }

  @Override
  public RevisionWriter after(List<RevisionHeader> parents, @Nullable Path directory) {
    return new SourceRevisionWriter(source, locations, location(parents, directory), printer);
  }

  private RevisionFiles location(List<RevisionHeader> parents, @Nullable Path directory) {
    if (directory != null) {
      return locations.stream()
          .filter(each -> isAt(each, directory))
          .findFirst()
          .orElseThrow(() -> unclear("There is no place for revisions at " + directory + "."));
    }
    if (locations.size() == 1) {
      return locations.get(0);
    }
    return parents.stream()
        .flatMap(parent -> holding(parent).stream())
        .findFirst()
        .orElseThrow(() -> unclear("The new revision could be written to several places."));
  }

  private static boolean isAt(RevisionFiles location, Path directory) {
    Path wanted = directory.toAbsolutePath().normalize();
    return wanted.equals(location.directory().toAbsolutePath().normalize())
        || wanted.equals(location.sourceRoot().toAbsolutePath().normalize());
  }

  /** The location in which a revision is; the inner one where they are nested. */
  private Optional<RevisionFiles> holding(RevisionHeader revision) {
    Path file = Path.of(revision.origin());
    return locations.stream()
        .filter(each -> file.startsWith(each.directory().toAbsolutePath().normalize()))
        .max(Comparator.comparingInt(each -> each.directory().getNameCount()));
  }

  private LimbeckException unclear(String what) {
    return new LimbeckException(
        "LMB-250",
        what
            + locations.stream()
                .map(each -> "\n  " + each.directory())
                .collect(Collectors.joining())
            + "\n  Name one of these with --version-path.");
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
  public String className(String id, String message, Instant created) {
    return files.className(id, message, created);
  }

  @Override
  public Path file(String className) {
    return files.file(className);
  }

  @Override
  public String print(RevisionDraft draft) {
    return printer.print(draft);
  }

  @Override
  public List<Path> directories() {
    return source.directories();
  }

  @Override
  public Path lockFile() {
    return locations.get(0).directory().resolve(ModelLock.FILE);
  }

  @Override
  public Written write(RevisionDraft draft, @Nullable Mapping mapping, List<String> ancestors) {
    String text = printer.print(draft);
    Map<String, MappingDelta> deltas = MappingDelta.readAll(source.directories());
    List<Path> written = new ArrayList<>();
    try {
      if (mapping != null) {
        MappingDelta delta =
            MappingDelta.between(draft.id(), MappingDelta.sum(ancestors, deltas), mapping.places())
                .withHibernate(mapping.hibernate());
        deltas.put(draft.id(), delta);
        create(files.mappingFile(draft.className()), delta.format(), written);
      }
      Path file = create(files.file(draft.className()), text, written);
      FileChanges lock = new FileChanges();
      lock.write(lockFile(), ModelLock.of(source.headers(), deltas).format());
      Runnable unlock = lock.apply();
      return new Written(
          file,
          () -> {
            written.forEach(SourceRevisionWriter::delete);
            unlock.run();
          });
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
