package dev.limbeck.faults;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.source.RevisionHeader;
import dev.limbeck.source.RevisionSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the victims of the fault tests apply: each way in which a revision is run. No statement may
 * be run twice without being noticed in the rows.
 */
final class FaultRevisions implements RevisionSource {
  /** The tables that they leave. */
  static final List<String> TABLES = List.of("author", "book");

  /** Sees whether the step is done of which Limbeck cannot know it. */
  static final String UNKNOWN_DONE = "SELECT count(*) FROM author WHERE note LIKE '%u%'";

  private final Map<String, RevisionHeader> headers = new LinkedHashMap<>();
  private final Map<String, Migration> migrations = new LinkedHashMap<>();
  private List<String> last = List.of();

  FaultRevisions() {
    then("one", FaultRevisions::tableWithRows);
    then("two", FaultRevisions::concurrentIndex);
    then("three", FaultRevisions::outside);
    then("four", FaultRevisions::batches);
    then("five", FaultRevisions::unknown);
    then("six", FaultRevisions::rebuild);
  }

  private static void tableWithRows(Operations op) {
    op.createTable(
        "author",
        t -> {
          t.column("id", bigint()).notNull();
          t.column("name", varchar(100)).notNull();
          t.column("note", varchar(100));
          t.primaryKey("pk_author", "id");
        });
    op.execute(
        IntStream.rangeClosed(1, 25)
            .mapToObj(id -> "(" + id + ", 'n', '')")
            .collect(Collectors.joining(", ", "INSERT INTO author (id, name, note) VALUES ", "")));
  }

  private static void concurrentIndex(Operations op) {
    op.createTable(
        "book",
        t -> {
          t.column("id", bigint()).notNull();
          t.column("title", varchar(100)).notNull();
          t.column("author_id", bigint()).notNull();
          t.primaryKey("pk_book", "id");
          t.foreignKey("fk_book_author", "author_id").references("author", "id");
        });
    op.execute("INSERT INTO book (id, title, author_id) SELECT id, 't', id FROM author");
    op.alterTable(
        "book",
        t -> {
          t.addColumn("pages", integer());
          t.addIndex("ix_book_title", "title").concurrently();
          t.addColumn("chapters", integer());
        });
  }

  private static void outside(Operations op) {
    op.execute("UPDATE author SET name = name || '1'");
    op.outsideTransaction(o -> o.execute("UPDATE author SET name = name || '2'"));
    op.outsideTransaction(
        o ->
            o.run("third", db -> db.update("UPDATE author SET name = name || '3'"))
                .doneWhen("SELECT EXISTS (SELECT 1 FROM author WHERE name LIKE '%3')"));
    op.execute("UPDATE author SET name = name || '4'");
  }

  private static void batches(Operations op) {
    op.batches("mark", "author", "id", "UPDATE author SET name = name || 'b' WHERE {batch}")
        .size(10);
    op.alterTable("book", t -> t.renameColumn("title", "heading"));
  }

  private static void unknown(Operations op) {
    op.execute("VACUUM");
    op.outsideTransaction(
        o -> o.run("unknown", db -> db.update("UPDATE author SET note = note || 'u'")));
    op.execute("UPDATE author SET note = note || 'v'");
  }

  private static void rebuild(Operations op) {
    op.alterTable(
        "author",
        t -> {
          t.addCheck("ck_author_id", "id > 0");
          t.alterColumn("name").type(varchar(100), varchar(200));
        });
    op.alterTable("book", t -> t.dropIndex("ix_book_title", "heading").concurrently());
    op.execute("UPDATE author SET note = note || 'w'");
  }

  private void then(String id, Consumer<Operations> upgrade) {
    headers.put(
        id,
        new RevisionHeader(
            id, last, List.of(), List.of(), "", "does " + id, "Revision_" + id, "fault tests"));
    migrations.put(
        id,
        new Migration() {
          @Override
          public void upgrade(Operations op) {
            upgrade.accept(op);
          }

          @Override
          public void downgrade(Operations op) {
            throw op.irreversible("the fault tests go one way");
          }
        });
    last = List.of(id);
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
