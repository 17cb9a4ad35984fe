package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens after two pull requests that both add a revision. */
class MergingTest {
  @TempDir private Path directory;
  private CommandRun limbeck;

  @BeforeEach
  void project() throws IOException {
    limbeck = new CommandRun(directory);
    limbeck.write(
        "limbeck.properties",
        "url=jdbc:sqlite:app.db\ndialects=sqlite\nrevisions.directory=migrations\n");
    limbeck.revision(
        "R1",
        "id = \"aaa111\", created = \"2026-11-20T10:00:00Z\"",
        "orders",
        "op.createTable(\"orders\", t -> t.column(\"status\", varchar(16)));");
    limbeck.revision(
        "R2",
        "id = \"bbb222\", revises = \"aaa111\", created = \"2026-11-20T11:00:00Z\"",
        "mine",
        "op.alterTable(\"orders\", t -> t.alterColumn(\"status\").type(varchar(16), varchar(32)));");
  }

  private void theirs(String upgrade) throws IOException {
    limbeck.revision(
        "R3",
        "id = \"ccc333\", revises = \"aaa111\", created = \"2026-11-20T12:00:00Z\"",
        "theirs",
        upgrade);
  }

  private void conflict() throws IOException {
    limbeck.write(
        "migrations/model.lock",
        "<<<<<<< HEAD\nhead = bbb222\n=======\nhead = ccc333\n>>>>>>> theirs\n");
  }

  private Path written(CommandRun.Outcome outcome) {
    return directory.resolve(outcome.out().strip());
  }

  @Test
  void a_merge_joins_the_heads_and_says_what_both_change() throws IOException {
    theirs("op.alterTable(\"orders\", t -> t.dropColumn(\"status\"));");
    conflict();

    CommandRun.Outcome merged = limbeck.run("merge", "-m", "join mine and theirs");

    assertThat(merged.exit()).isZero();
    assertThat(merged.err())
        .isEqualTo(
            """
            warning: both branches change table orders: status
              bbb222  alter_type orders status varchar(16) -> varchar(32)
              ccc333  drop_column orders status
              Look at both: which of them runs first is not fixed, and the joined schema has to be what both want.
            """);
    assertThat(Files.readString(written(merged)))
        .contains(
            "revises = {\"bbb222\", \"ccc333\"}",
            "public void upgrade(Operations op) {\n"
                + "    // Joins bbb222 and ccc333; there is nothing else to do.\n  }",
            "public void downgrade(Operations op) {\n    // There is nothing to undo.\n  }")
        .doesNotContain("Write");
    assertThat(Files.readString(directory.resolve("migrations/model.lock")))
        .containsPattern("head = [0-9a-f]{12}\n")
        .doesNotContain("<<<<<<<", "bbb222");
    assertThat(limbeck.run("heads").out()).endsWith("(head) (mergepoint)  join mine and theirs\n");
    assertThat(limbeck.run("merge").err()).startsWith("Nothing to do: there is one head, ");
  }

  @Test
  void branches_that_change_different_things_are_joined_with_a_good_word() throws IOException {
    theirs("op.createSequence(\"numbers\");");

    CommandRun.Outcome merged =
        limbeck.run("merge", "bbb2", "ccc3", "--rev-id", "ddd444", "--branch-label", "release");

    assertThat(merged.exit()).isZero();
    assertThat(merged.err()).isEqualTo("The branches change no object together.\n");
    assertThat(merged.out()).contains("_MergeBbb222AndCcc333.java");
    assertThat(limbeck.run("heads").out())
        .isEqualTo("ddd444 [release] (head) (mergepoint)  Merge bbb222 and ccc333\n");
    assertThat(limbeck.run("merge", "ddd444").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_revision_with_several_heads_warns_as_well() throws IOException {
    theirs("op.execute(\"update orders set status = 'x'\");");

    CommandRun.Outcome both = limbeck.run("revision", "-m", "both", "--head", "bbb222,ccc333");

    assertThat(both.exit()).isZero();
    assertThat(both.err())
        .startsWith("warning: both branches change table orders, but no column together\n")
        .contains("  ccc333  execute update orders set status = 'x'\n");
    assertThat(limbeck.run("revision", "-m", "next").err()).isEmpty();
  }

  @Test
  void a_lock_in_conflict_stops_nothing() throws IOException {
    theirs("");
    conflict();

    for (String command : List.of("heads", "history", "branches", "show heads", "current")) {
      assertThat(limbeck.run(command.split(" ")).exit()).as(command).isZero();
    }
    assertThat(limbeck.run("upgrade", "heads").exit()).isZero();
    assertThat(limbeck.run("revision", "-m", "on", "--head", "ccc333", "--rev-id", "d1").exit())
        .isZero();
    assertThat(Files.readString(directory.resolve("migrations/model.lock")))
        .contains("head = bbb222\nhead = d1\n")
        .doesNotContain("<<<<<<<");
  }

  @Test
  void where_one_head_is_needed_it_says_which_there_are_and_what_to_type() throws IOException {
    theirs("");

    assertThat(limbeck.run("upgrade", "head").err())
        .isEqualTo(
            """
            LMB-305 There are several heads: bbb222, ccc333.
              'head' has to mean one revision here.
              Name one of them, or as <branch>@head; say 'heads' for all where that is possible, or join them with `limbeck merge`.
              bbb222  mine
                  created 2026-11-20T11:00:00Z  migrations/R2.java
              ccc333  theirs
                  created 2026-11-20T12:00:00Z  migrations/R3.java
              To join them:     limbeck merge
              To apply all:     limbeck upgrade heads
              To apply one:     limbeck upgrade bbb222
            """);
    assertThat(limbeck.run("revision", "-m", "next").err())
        .contains("To follow one:    limbeck revision --head bbb222");
    assertThat(limbeck.run("stamp", "head").err())
        .contains("To name one:      limbeck stamp bbb222");
  }

  @Test
  void git_says_who_made_the_heads() throws Exception {
    assumeTrue(git("--version") == 0, "git is there");
    theirs("");
    git("init", "-q");
    git("add", "migrations/R1.java", "migrations/R2.java");
    git(
        "-c",
        "user.name=Ann Example",
        "-c",
        "user.email=ann@example.com",
        "commit",
        "-q",
        "-m",
        "x",
        "--date=2026-11-19T10:00:00Z");

    assertThat(limbeck.run("upgrade", "head").err())
        .contains(
            "  bbb222  mine\n      by Ann Example, 2026-11-19  migrations/R2.java\n",
            "  ccc333  theirs\n      created 2026-11-20T12:00:00Z  migrations/R3.java\n");
  }

  private int git(String... args) throws IOException, InterruptedException {
    try {
      ProcessBuilder builder = new ProcessBuilder("git");
      builder.command().addAll(List.of(args));
      return builder
          .directory(directory.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
