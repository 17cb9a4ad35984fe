package dev.limbeck.faults;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.named;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.command.FixedRevisions;
import dev.limbeck.command.Limbeck;
import dev.limbeck.migration.Operations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * What is deployed in the fault tests: each way in which a revision is run, up and down. No
 * statement can be run twice without being noticed in the rows: each writes a letter of its own
 * into all of them.
 */
final class FaultRevisions {
  /** The tables that they leave. */
  static final List<String> TABLES = List.of("author", "book");

  /** Longer than a busy machine may keep a process waiting. */
  static final Duration PATIENCE = Duration.ofMinutes(15);

  /** The steps of which Limbeck cannot know whether they are done, with what counts rows if so. */
  static final Map<String, String> UNKNOWN =
      Map.of(
          "VACUUM", "SELECT 0",
          "run: first unknown", "SELECT count(*) FROM author WHERE note LIKE '%u%'",
          "DO $$", "SELECT count(*) FROM author WHERE note LIKE '%d%'",
          "run: second unknown", "SELECT count(*) FROM author WHERE note LIKE '%f%'");

  private FaultRevisions() {}

  static Limbeck limbeck(DataSource dataSource) {
    return Limbeck.builder()
        .dataSource(dataSource)
        .revisions(source())
        .lockTimeout(PATIENCE)
        .build();
  }

  private static FixedRevisions source() {
    return new FixedRevisions()
        .then(
            "one",
            FaultRevisions::tableWithRows,
            op -> {
              throw op.irreversible("the fault tests keep the rows");
            })
        .then("two", FaultRevisions::concurrentIndex, FaultRevisions::dropConcurrentIndex)
        .then("three", FaultRevisions::outside, FaultRevisions::outsideBack)
        .then("four", FaultRevisions::batches, FaultRevisions::batchesBack)
        .then("five", FaultRevisions::unknown, FaultRevisions::unknownBack)
        .then("six", FaultRevisions::rebuild, FaultRevisions::rebuildBack)
        .then("seven", FaultRevisions::type, FaultRevisions::typeBack)
        .then("eight", FaultRevisions::label, FaultRevisions::labelBack);
  }

  private static String note(char letter) {
    return "UPDATE author SET note = note || '" + letter + "'";
  }

  private static Consumer<Operations> run(String description, char letter) {
    return op -> op.run(description, db -> db.update(note(letter)));
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

  private static void dropConcurrentIndex(Operations op) {
    op.execute(note('l'));
    op.alterTable(
        "book",
        t -> {
          t.dropColumn("chapters");
          t.dropIndex("ix_book_title", "title").concurrently();
          t.dropColumn("pages");
        });
    op.execute(note('m'));
  }

  private static void outside(Operations op) {
    op.execute("UPDATE author SET name = name || '1'");
    run("inside", 'i').accept(op);
    op.outsideTransaction(o -> o.execute("UPDATE author SET name = name || '2'"));
    op.outsideTransaction(
        o ->
            o.run("third", db -> db.update("UPDATE author SET name = name || '3'"))
                .doneWhen("SELECT EXISTS (SELECT 1 FROM author WHERE name LIKE '%3')"));
    op.execute("UPDATE author SET name = name || '4'");
  }

  private static void outsideBack(Operations op) {
    op.outsideTransaction(
        o ->
            o.run("down", db -> db.update(note('j')))
                .doneWhen("SELECT EXISTS (SELECT 1 FROM author WHERE note LIKE '%j%')"));
    op.execute(note('h'));
    run("inside", 'k').accept(op);
  }

  private static void batches(Operations op) {
    op.batches("mark", "author", "id", "UPDATE author SET name = name || 'b' WHERE {batch}")
        .size(10);
    op.alterTable("book", t -> t.renameColumn("title", "heading"));
  }

  private static void batchesBack(Operations op) {
    op.alterTable("book", t -> t.renameColumn("heading", "title"));
    op.batches("mark", "author", "id", note('g') + " WHERE {batch}").size(7);
  }

  private static void unknown(Operations op) {
    op.execute("VACUUM");
    op.outsideTransaction(run("first unknown", 'u'));
    op.onlyOn(
        "postgresql",
        here -> here.outsideTransaction(o -> o.execute("DO $$ BEGIN " + note('d') + "; END $$")));
    op.execute(note('v'));
  }

  private static void unknownBack(Operations op) {
    op.execute(note('e'));
    op.outsideTransaction(run("second unknown", 'f'));
  }

  private static void rebuild(Operations op) {
    op.alterTable(
        "author",
        t -> {
          t.addCheck("ck_author_id", "id > 0");
          t.alterColumn("name").type(varchar(100), varchar(200));
        });
    op.alterTable("book", t -> t.dropIndex("ix_book_title", "heading").concurrently());
    op.execute(note('w'));
  }

  private static void rebuildBack(Operations op) {
    op.alterTable("book", t -> t.addIndex("ix_book_title", "heading").concurrently());
    op.alterTable(
        "author",
        t -> {
          t.alterColumn("name").type(varchar(200), varchar(100));
          t.dropCheck("ck_author_id", "id > 0");
        });
    op.execute(note('c'));
  }

  private static void type(Operations op) {
    op.createEnumType("mood", "good", "bad");
    op.alterTable("author", t -> t.addColumn("mood", named("mood")));
    op.execute("UPDATE author SET mood = 'bad', note = note || 'x'");
  }

  private static void typeBack(Operations op) {
    op.alterTable("author", t -> t.dropColumn("mood"));
    op.dropEnumType("mood");
    op.execute(note('a'));
  }

  /** The label is added, and can be used once that is committed. */
  private static void label(Operations op) {
    op.alterEnumType("mood")
        .labels(List.of("good", "bad"), List.of("good", "fair", "bad"))
        .column("author", "mood");
    op.outsideTransaction(
        o -> o.execute("UPDATE author SET mood = 'fair', note = note || 'y' WHERE id < 9"));
    op.execute(note('z'));
  }

  /** The type is made anew. */
  private static void labelBack(Operations op) {
    op.alterEnumType("mood")
        .labels(List.of("good", "fair", "bad"), List.of("good", "bad"))
        .remap("fair", "good")
        .column("author", "mood");
    op.execute(note('o'));
  }
}
