package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.graph.RevisionNode;
import dev.limbeck.source.ClasspathRevisions;
import dev.limbeck.source.ContentHash;
import dev.limbeck.source.RevisionSource;
import dev.limbeck.source.SourceDirectory;
import dev.limbeck.testing.StatementCount;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an upgrade does to find out that nothing was changed. */
class ChecksumCostTest {
  @TempDir private Path temp;

  private Path revision(int number) throws IOException {
    Path file = temp.resolve("src/R" + number + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file,
        """
        import dev.limbeck.migration.*;

        @Revision(id = "r%d", revises = {%s})
        public final class R%d implements Migration {
          @Override
          public void upgrade(Operations op) {
            op.execute("CREATE TABLE t%d (id int)");
          }

          @Override
          public void downgrade(Operations op) {
            op.dropTable("t%d");
          }
        }
        """
            .formatted(
                number, number == 0 ? "" : "\"r" + (number - 1) + "\"", number, number, number));
  }

  private SourceDirectory sources() {
    return new SourceDirectory(List.of(temp.resolve("src")), List.of(), temp.resolve("cache"));
  }

  private int asked(TestDatabase database) {
    StatementCount count = new StatementCount();
    try (SourceDirectory sources = sources()) {
      Limbeck.builder()
          .connections(() -> count.of(database.connection()))
          .revisions(sources)
          .build()
          .upgrade("head");
    }
    return count.asked();
  }

  private long compiled() throws IOException {
    Path classes = temp.resolve("cache/classes");
    if (!Files.exists(classes)) {
      return 0;
    }
    long count = 0;
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.toList()) {
        Files.delete(file);
        count++;
      }
    }
    return count;
  }

  @Test
  void nothing_is_compiled_and_the_database_is_not_asked_more_often_for_more_revisions()
      throws Exception {
    try (TestDatabase database = TestSqlite.fresh(temp)) {
      revision(0);
      asked(database);
      int forOne = asked(database);
      for (int i = 1; i < 12; i++) {
        revision(i);
      }
      compiled();
      asked(database);
      assertThat(compiled()).as("only what is run").isEqualTo(11);

      assertThat(asked(database)).isEqualTo(forOne);
      assertThat(compiled()).isZero();
    }
  }

  @Test
  void a_comment_is_looked_at_once() throws Exception {
    try (TestDatabase database = TestSqlite.fresh(temp)) {
      revision(0);
      Path file = revision(1);
      asked(database);
      int forNothing = asked(database);
      compiled();
      Files.writeString(file, Files.readString(file).replace("import", "// why\nimport"));

      assertThat(asked(database)).isGreaterThan(forNothing);
      assertThat(compiled()).isEqualTo(1);

      assertThat(asked(database)).isEqualTo(forNothing);
      assertThat(compiled()).isZero();
    }
  }

  @Test
  void sources_and_classes_have_hashes_of_their_own() throws Exception {
    revision(0);
    List<RevisionNode> nodes = List.of(RevisionNode.of("r0", List.of(), "R0"));
    try (SourceDirectory sources = sources()) {
      Map<String, ContentHash> hashes = sources.hashes(nodes);
      assertThat(hashes).containsOnlyKeys("r0");
      assertThat(hashes.get("r0").kind()).isEqualTo(ContentHash.Kind.SOURCE);
      assertThat(hashes.get("r0").value()).hasSize(64);
      RevisionSource loaded =
          ClasspathRevisions.of(List.of(sources.load(List.of("r0")).get("r0").getClass()));
      assertThat(loaded.hashes(nodes)).as("a class without a file").isEmpty();
    }
  }
}
