package dev.limbeck.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The page of the documentation that shows the files of mutations. {@code -Dlimbeck.golden=rewrite}
 * writes it anew.
 */
class MutationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "catalog-facts.md");

  private static final Map<String, String> TITLES =
      Map.of("postgresql", "PostgreSQL", "sqlite", "SQLite");

  @Test
  void the_page_shows_every_fact() throws IOException {
    String page = page();
    if ("rewrite".equals(System.getProperty("limbeck.golden"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    List<String> lines = new ArrayList<>();
    lines.add("# What `check` sees of a catalog");
    lines.add("");
    lines.add(
        "Every column of the catalogs that say what a schema is. A test changes each fact in turn"
            + " on a database that is up to date; this page is");
    lines.add(
        "made of what it expects. *says* is the whole output of `check`: a line for the difference,"
            + " or a note. Where there is neither, the fact is");
    lines.add("ignored, and the reason stands there.");
    for (String dialect : List.of("postgresql", "sqlite")) {
      lines.add("");
      lines.add("## " + TITLES.get(dialect));
      section(MutationFile.read(dialect + ".txt").mutations(), lines);
    }
    return String.join("\n", lines) + "\n";
  }

  private static void section(List<Mutation> mutations, List<String> lines) {
    String catalog = "";
    for (Mutation mutation : mutations) {
      if (!mutation.catalog().equals(catalog)) {
        catalog = mutation.catalog();
        lines.add("");
        lines.add("### " + catalog);
        lines.add("");
        lines.add("| column | changed by | says, or why not |");
        lines.add("|---|---|---|");
      }
      lines.add(
          "| "
              + (mutation.column().equals("*") ? "all" : mutation.column())
              + " | "
              + code(mutation.statements())
              + " | "
              + says(mutation)
              + " |");
    }
  }

  private static String says(Mutation mutation) {
    List<String> parts = new ArrayList<>();
    if (!mutation.report().isEmpty()) {
      parts.add(code(mutation.report()));
    }
    if (mutation.reason() != null) {
      parts.add(mutation.reason());
    }
    return String.join("<br>", parts);
  }

  private static String code(List<String> texts) {
    return String.join(
        "<br>", texts.stream().map(text -> "`" + text.replace("|", "\\|") + "`").toList());
  }
}
