package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.migration.Migration;
import dev.limbeck.source.RevisionHeader;
import dev.limbeck.source.RevisionSource;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionCatalogTest {
  @TempDir Path temp;

  /** Counts how often it is looked through, and loads nothing. */
  private static final class Counted implements RevisionSource {
    private final FixedRevisions revisions =
        new FixedRevisions()
            .then("one", op -> {}, op -> {})
            .then("two", op -> {}, op -> {})
            .after("one")
            .then("three", op -> {}, op -> {});
    private int passes;

    @Override
    public List<RevisionHeader> headers() {
      passes++;
      return revisions.headers();
    }

    @Override
    public Map<String, Migration> load(Collection<String> ids) {
      throw new AssertionError("a look at revisions loads none");
    }
  }

  @Test
  void each_question_is_one_pass_and_a_catalog_answers_many() throws Exception {
    try (TestDatabase database = TestSqlite.fresh(temp)) {
      Counted source = new Counted();
      Limbeck limbeck =
          Limbeck.builder().dataSource(database.dataSource()).revisions(source).build();
      assertThat(source.passes).isZero();
      assertThat(limbeck.history("current:")).hasSize(3);
      assertThat(source.passes).isEqualTo(1);
      assertThat(limbeck.heads()).hasSize(2);
      assertThat(source.passes).isEqualTo(2);
      assertThat(limbeck.show("two").head()).isTrue();
      assertThat(source.passes).isEqualTo(3);
      assertThat(limbeck.current().rows()).isEmpty();
      assertThat(source.passes).isEqualTo(4);

      RevisionCatalog catalog = limbeck.catalog();
      assertThat(catalog.headers(catalog.graph().heads())).hasSize(2);
      assertThat(catalog.headers(catalog.graph().history())).hasSize(3);
      assertThat(limbeck.current(catalog).atHead()).isFalse();
      assertThat(catalog.header("one").message()).isEqualTo("does one");
      assertThatThrownBy(() -> catalog.header("none")).isInstanceOf(IllegalArgumentException.class);
      assertThat(source.passes).isEqualTo(5);
    }
  }
}
