package dev.limbeck.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes of files, made together: where one cannot be made, those before it are taken back.
 *
 * <p>Not thread-safe.
 */
public final class FileChanges {
  private final Map<Path, Optional<String>> changes = new LinkedHashMap<>();

  /** The file is to have this text. */
  public void write(Path file, String text) {
    changes.put(file, Optional.of(text));
  }

  /** The file is to be gone. */
  public void delete(Path file) {
    changes.put(file, Optional.empty());
  }

  /** The files, in the order in which they are changed. */
  public List<Path> files() {
    return List.copyOf(changes.keySet());
  }

  /**
   * Makes the changes.
   *
   * @return what takes them back
   * @throws LimbeckException LMB-205 where a file cannot be written; all are as they were
   */
  public Undo apply() {
    Undo undo = new Undo();
    for (Map.Entry<Path, Optional<String>> change : changes.entrySet()) {
      Path file = change.getKey();
      try {
        undo.remember(file);
        if (change.getValue().isPresent()) {
          AtomicFile.replace(file, change.getValue().get().getBytes(UTF_8));
        } else {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        LimbeckException failure = RevisionFiles.unwritable(file, String.valueOf(e), e);
        try {
          undo.run();
        } catch (LimbeckException further) {
          failure.addSuppressed(further);
        }
        throw failure;
      }
    }
    return undo;
  }

  /** Takes changes back. */
  public static final class Undo implements Runnable {
    private final Map<Path, Optional<byte[]>> before = new LinkedHashMap<>();

    private Undo() {}

    private void remember(Path file) throws IOException {
      before.put(
          file, Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
    }

    /**
     * Makes the files what they were.
     *
     * @throws LimbeckException LMB-205 where one cannot be written; the others are as they were
     */
    @Override
    public void run() {
      List<Path> files = new ArrayList<>(before.keySet());
      LimbeckException failure = null;
      for (Path file : files) {
        try {
          Optional<byte[]> content = before.get(file);
          if (content != null && content.isPresent()) {
            AtomicFile.replace(file, content.get());
          } else {
            Files.deleteIfExists(file);
          }
        } catch (IOException e) {
          failure = RevisionFiles.unwritable(file, String.valueOf(e), e);
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
  }
}
