package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that list revisions. */
class ListingTest {
  @TempDir private Path directory;
  private CommandRun limbeck;

  @BeforeEach
  void project() throws IOException {
    limbeck = new CommandRun(directory);
    limbeck.write(
        "limbeck.properties",
        "url=jdbc:sqlite:app.db\ndialects=sqlite\nrevisions.directory=migrations\n");
  }

  /** Two branches that meet, one that depends on another base, and one that goes on. */
  private void branches() throws IOException {
    limbeck.revision("R1_First", "id = \"aaa111\"", "First tables");
    limbeck.revision("R2_Mine", "id = \"bbb222\", revises = \"aaa111\"", "Mine");
    limbeck.revision(
        "R3_Theirs", "id = \"ccc333\", revises = \"aaa111\", dependsOn = \"billing\"", "Theirs");
    limbeck.revision(
        "R4_Billing", "id = \"ddd444\", branchLabels = \"billing\"", "Say \\\"bills\\\" & <more>");
    limbeck.revision("R5_Join", "id = \"eee555\", revises = {\"bbb222\", \"ccc333\"}", "Join");
  }

  @Test
  void history_is_drawn_where_that_is_asked_for() throws IOException {
    branches();

    assertThat(limbeck.run("history", "--graph").out())
        .isEqualTo(
            """
            * eee555 (head) (mergepoint)  Join
            |\\
            * | bbb222  Mine
            | * ccc333  Theirs
            | |.
            |/ '
            | * ddd444 [billing] (head, depended on) (base)  Say "bills" & <more>
            * aaa111 (branchpoint) (base)  First tables
            """);
    assertThat(limbeck.run("history").out())
        .isEqualTo(
            """
            bbb222, ccc333 -> eee555 (head) (mergepoint)  Join
            aaa111 -> bbb222  Mine
            aaa111 -> ccc333  Theirs
            <base> -> ddd444 [billing] (head, depended on)  Say "bills" & <more>
            <base> -> aaa111 (branchpoint)  First tables
            """);
    assertThat(limbeck.run("history", "--no-graph", "-r", "bbb222:").out())
        .isEqualTo(
            """
            bbb222, ccc333 -> eee555 (head) (mergepoint)  Join
            aaa111 -> bbb222  Mine
            """);
  }

  @Test
  void branches_count_what_lies_between() throws IOException {
    branches();
    limbeck.revision("R6", "id = \"fff6\", revises = \"eee555\"", "Six");
    limbeck.revision("R7", "id = \"fff7\", revises = \"fff6\"", "Seven");
    limbeck.revision("R8", "id = \"fff8\", revises = \"fff7\"", "Eight");
    limbeck.revision("R9", "id = \"fff9\", revises = \"fff8\"", "Nine");

    assertThat(limbeck.run("branches", "--graph").out())
        .isEqualTo(
            """
            * fff9 (head)  Nine
            ~ 3 revisions
            * eee555 (mergepoint)  Join
            |\\
            * | bbb222  Mine
            | * ccc333  Theirs
            | |.
            |/ '
            | * ddd444 [billing] (head, depended on) (base)  Say "bills" & <more>
            * aaa111 (branchpoint) (base)  First tables
            """);
    assertThat(limbeck.run("branches").out())
        .isEqualTo(
            """
            aaa111 (branchpoint)  First tables
              -> bbb222  Mine
              -> ccc333  Theirs
            """);
    assertThat(limbeck.run("branches", "-v").out())
        .startsWith("Revision:    aaa111 (branchpoint)\nRevises:     <base>\n");
  }

  @Test
  void formats_for_programs_are_escaped_and_always_the_same() throws IOException {
    branches();

    assertThat(limbeck.run("show", "ddd444", "--format", "json").out())
        .isEqualTo(
            """
            {
              "revisions": [
                {"id": "ddd444", "revises": [], "dependsOn": [], "replaces": [], "branchLabels": ["billing"], "branches": ["billing"], "followedBy": [], "base": true, "head": true, "branchpoint": false, "mergepoint": false, "current": null, "message": "Say \\"bills\\" & <more>", "created": null, "class": "R4_Billing", "from": "migrations/R4_Billing.java"}
              ]
            }
            """);
    assertThat(limbeck.run("heads", "--format=mermaid").out())
        .isEqualTo(
            """
            flowchart BT
              r0["ddd444 #91;billing#93; (head, depended on) (base)  Say #34;bills#34; #38; #60;more#62;"]
              r1["eee555 (head) (mergepoint)  Join"]
            """);
    assertThat(limbeck.run("branches", "--format=dot").out())
        .contains(
            "\"ddd444\" [label=\"ddd444 [billing] (head, depended on) (base)  Say \\\"bills\\\" &"
                + " <more>\"];",
            "\"ddd444\" -> \"ccc333\" [style=dashed];");
    assertThat(limbeck.run("branches", "--format=json").out())
        .contains("\"id\": \"aaa111\"")
        .doesNotContain("\"id\": \"bbb222\"");
    assertThat(limbeck.run("show", "ccc333", "--format=json").out())
        .contains("\"dependsOn\": [\"billing\"]");
    assertThat(limbeck.run("current", "--format=json").out())
        .isEqualTo("{\n  \"revisions\": [\n  ]\n}\n");
  }

  @Test
  void heads_may_leave_out_what_others_depend_on() throws IOException {
    branches();

    assertThat(limbeck.run("heads").out())
        .isEqualTo(
            """
            ddd444 [billing] (head, depended on)  Say "bills" & <more>
            eee555 (head) (mergepoint)  Join
            """);
    assertThat(limbeck.run("heads", "--resolve-dependencies").out())
        .isEqualTo("eee555 (head) (mergepoint)  Join\n");
    assertThat(limbeck.run("heads", "-v", "--resolve-dependencies").out())
        .contains("Revises:     bbb222, ccc333");
  }

  @Test
  void ranges_may_begin_with_a_minus() throws IOException {
    for (int i = 1; i <= 5; i++) {
      limbeck.revision(
          "R" + i, "id = \"id" + i + "\"" + (i > 1 ? ", revises = \"id" + (i - 1) + "\"" : ""), "");
    }
    String last = "id4 -> id5 (head)\nid3 -> id4\n";

    assertThat(limbeck.run("history", "-r-1:").out()).isEqualTo(last);
    assertThat(limbeck.run("history", "-r", "-1:").out()).isEqualTo(last);
    assertThat(limbeck.run("history", "--rev-range=-1:").out()).isEqualTo(last);
    assertThat(limbeck.run("history", "--rev-range", "-1:head").out()).isEqualTo(last);
    assertThat(limbeck.run("history", "-r", "id2:+1").out()).isEqualTo("id2 -> id3\nid1 -> id2\n");
    assertThat(limbeck.run("history", "-i", "-r", "-1:").out()).isEqualTo(last);
    limbeck.run("stamp", "id4");
    assertThat(limbeck.run("history", "-i", "-r", "-1:current").out())
        .isEqualTo("id3 -> id4 (current)\n");
    assertThat(limbeck.run("history", "-r", "current:").out()).isEqualTo(last);
    assertThat(limbeck.run("history", "-r-1:current", "-v").out()).startsWith("Revision:    id4\n");
  }

  @Test
  void show_takes_several_revisions() throws IOException {
    branches();

    assertThat(limbeck.run("show", "heads").out()).contains("Revision:    eee555 (head)");
    assertThat(limbeck.run("show", "aaa", "aaa111", "billing").out().lines())
        .filteredOn(line -> line.startsWith("Revision: "))
        .containsExactly(
            "Revision:    aaa111 (branchpoint)",
            "Revision:    ddd444 [billing] (head, depended on)");
    assertThat(limbeck.run("show", "aaa1", "ccc3").out().lines())
        .filteredOn(line -> line.startsWith("Revision: "))
        .containsExactly("Revision:    aaa111 (branchpoint)", "Revision:    ccc333");
    assertThat(limbeck.run("show", "--sideways").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void the_second_of_a_thousand_looks_reads_the_index_only_and_nothing_is_compiled()
      throws IOException {
    for (int i = 0; i < 1_000; i++) {
      limbeck.revision(
          String.format("R%04d", i),
          String.format("id = \"id%04d\"", i)
              + (i > 0 ? String.format(", revises = \"id%04d\"", i - 1) : ""),
          "Number " + i);
    }
    String first = limbeck.run("history", "--graph").out();
    assertThat(first).hasLineCount(1_000);
    tellIndexFromFiles(directory.resolve(".limbeck/cache/revisions.index"));

    assertThat(limbeck.run("history", "--graph").out())
        .isEqualTo(first.replace("Number", "Indexed"));
    assertThat(limbeck.run("heads").out()).isEqualTo("id0999 (head)  Indexed 999\n");
    assertThat(limbeck.run("branches"))
        .isEqualTo(new CommandRun.Outcome(0, "", "There are no branches.\n"));
    assertThat(limbeck.run("show", "id0500").out()).contains("Indexed 500");
    limbeck.run("stamp", "id0500");
    assertThat(limbeck.run("current", "-v").out()).contains("Indexed 500");
    try (var kept = Files.list(directory.resolve(".limbeck/cache"))) {
      assertThat(kept).containsExactly(directory.resolve(".limbeck/cache/revisions.index"));
    }
  }

  /**
   * Gives the index other messages than the files, and wrong hashes, so that the messages of files
   * that are opened come from the files; and a later date, as if the files were old.
   */
  private static void tellIndexFromFiles(Path index) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(index)) {
      String[] fields = line.split("\t", -1);
      if (lines.isEmpty()) {
        fields[1] = Long.toString(Long.parseLong(fields[1]) + 3_600_000_000_000L);
      } else {
        fields[5] = new StringBuilder(fields[5]).reverse().toString();
      }
      lines.add(String.join("\t", fields).replace("Number", "Indexed"));
    }
    Files.write(index, lines);
  }
}
