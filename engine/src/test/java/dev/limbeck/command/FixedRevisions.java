package dev.limbeck.command;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.source.RevisionHeader;
import dev.limbeck.source.RevisionSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Revisions that a test writes down, each on top of the one before. */
public final class FixedRevisions implements RevisionSource {
  private final Map<String, RevisionHeader> headers = new LinkedHashMap<>();
  private final Map<String, Migration> migrations = new LinkedHashMap<>();
  private List<String> last = List.of();

  public FixedRevisions then(
      String id, Consumer<Operations> upgrade, Consumer<Operations> downgrade) {
    headers.put(
        id, new RevisionHeader(id, last, List.of(), List.of(), "", "does " + id, "R" + id, "test"));
    migrations.put(
        id,
        new Migration() {
          @Override
          public void upgrade(Operations op) {
            upgrade.accept(op);
          }

          @Override
          public void downgrade(Operations op) {
            downgrade.accept(op);
          }
        });
    last = List.of(id);
    return this;
  }

  /** The same revisions, to go on from. */
  FixedRevisions copy() {
    FixedRevisions copy = new FixedRevisions();
    copy.headers.putAll(headers);
    copy.migrations.putAll(migrations);
    copy.last = last;
    return copy;
  }

  /** Goes on from another revision than the last. */
  FixedRevisions after(String id) {
    last = List.of(id);
    return this;
  }

  /** The last one says this of itself. */
  FixedRevisions withMessage(String message) {
    RevisionHeader header = headers.get(last.get(0));
    headers.put(
        header.id(),
        new RevisionHeader(
            header.id(),
            header.revises(),
            List.of(),
            List.of(),
            header.replaces(),
            "",
            message,
            header.className(),
            "test"));
    return this;
  }

  /** The last one is a squash of these. */
  FixedRevisions replacing(String... replaced) {
    RevisionHeader header = headers.get(last.get(0));
    headers.put(
        header.id(),
        new RevisionHeader(
            header.id(),
            header.revises(),
            List.of(),
            List.of(),
            List.of(replaced),
            "",
            header.message(),
            header.className(),
            "test"));
    return this;
  }

  @Override
  public List<RevisionHeader> headers() {
    return List.copyOf(headers.values());
  }

  @Override
  public Map<String, Migration> load(Collection<String> ids) {
    Map<String, Migration> loaded = new LinkedHashMap<>();
    ids.forEach(id -> loaded.put(id, migrations.get(id)));
    return loaded;
  }
}
