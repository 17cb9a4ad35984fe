package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where new revisions go, what they are called, and how they are edited. */
class WritingTest {
  private static final String URL = "url=jdbc:sqlite:app.db\ndialects=sqlite\n";

  @TempDir private Path directory;
  private CommandRun limbeck;

  @BeforeEach
  void project() throws IOException {
    limbeck = new CommandRun(directory);
    settings("revisions.directory=migrations");
  }

  private void settings(String... lines) throws IOException {
    limbeck.write("limbeck.properties", URL + String.join("\n", lines) + "\n");
  }

  @Test
  void init_leaves_no_empty_directory() throws IOException {
    Files.delete(directory.resolve("limbeck.properties"));

    assertThat(limbeck.run("init").out()).isEqualTo("limbeck.properties\n");
    assertThat(directory.resolve("migrations")).doesNotExist();
    assertThat(limbeck.run("heads").err()).isEqualTo("There are no revisions here.\n");
    assertThat(limbeck.run("revision", "-m", "first").out()).startsWith("migrations/R");
  }

  @Test
  void several_directories_hold_one_graph() throws IOException {
    settings(
        "revisions.directory=core,billing", "revisions.package=com.acme.core,com.acme.billing");

    CommandRun.Outcome unclear = limbeck.run("revision", "-m", "first");
    assertThat(unclear.exit()).isEqualTo(ExitCode.REVISION);
    assertThat(unclear.err())
        .startsWith("LMB-250 The new revision could be written to several places.\n  ")
        .contains(directory.resolve("billing/com/acme/billing").toString());
    assertThat(limbeck.run("revision", "-m", "a", "--rev-id", "a1", "--version-path", "core").out())
        .startsWith("core/com/acme/core/R");
    assertThat(
            limbeck
                .run(
                    "revision",
                    "-m",
                    "b",
                    "--rev-id",
                    "b1",
                    "--head=base",
                    "--branch-label=billing",
                    "--version-path=billing/com/acme/billing")
                .out())
        .startsWith("billing/com/acme/billing/R");
    CommandRun.Outcome next =
        limbeck.run("revision", "-m", "c", "--rev-id", "c1", "--head", "billing@head");
    assertThat(next.out()).startsWith("billing/com/acme/billing/R");
    assertThat(Files.readString(directory.resolve(next.out().strip())))
        .contains("package com.acme.billing;");
    assertThat(limbeck.run("merge").out()).startsWith("core/com/acme/core/R");
    assertThat(limbeck.run("revision", "-m", "x", "--version-path", "other").err())
        .startsWith("LMB-250 There is no place for revisions at " + directory.resolve("other"));
    assertThat(limbeck.run("upgrade", "head").exit()).isZero();
    assertThat(limbeck.run("history", "-v").out())
        .contains("From:        " + directory.resolve("billing"));
    assertThat(directory.resolve("core/com/acme/core/model.lock")).exists();
    assertThat(directory.resolve("billing/com/acme/billing/model.lock")).doesNotExist();

    settings("revisions.directory=core,billing,third", "revisions.package=a,b");
    assertThat(limbeck.run("heads").err())
        .startsWith("LMB-253 There are 3 directories of revisions and 2 packages.");
  }

  @Test
  void names_and_headers_follow_the_settings() throws IOException {
    settings(
        "revisions.directory=migrations",
        "revisions.name=V{epoch}_{id}_{slug}",
        "revisions.slug-length=12",
        "revisions.timezone=Europe/Berlin",
        "revisions.header=Copyright {year} Acme\\n\\nAll rights reserved.");

    CommandRun.Outcome written =
        limbeck.run("revision", "-m", "orders get a customer", "--rev-id", "3f2a");

    assertThat(written.out()).matches("migrations/V\\d{10}_3f2a_OrdersGetA\\.java\n");
    assertThat(Files.readString(directory.resolve(written.out().strip())))
        .matches(
            "(?s)/\\*\n \\* Copyright \\d{4} Acme\n \\*\n \\* All rights reserved\\.\n \\*/\n\n"
                + "import dev\\.limbeck\\..*");
    assertThat(limbeck.run("upgrade", "head").exit()).isZero();

    settings("revisions.directory=migrations", "revisions.header-file=HEADER");
    assertThat(limbeck.run("heads").exit()).isZero();
    assertThat(limbeck.run("revision", "-m", "x").err())
        .startsWith("LMB-252 The header of revisions cannot be read.");
    limbeck.write("HEADER", "ends */ here");
    assertThat(limbeck.run("revision", "-m", "x").err()).startsWith("LMB-252 ");

    settings("revisions.directory=migrations", "revisions.name={year}-{slug}");
    assertThat(limbeck.run("heads").err())
        .startsWith("LMB-251 ")
        .contains("limbeck.properties:4   {year}-{slug}");
    settings("revisions.directory=migrations", "revisions.timezone=Mars/Olympus");
    assertThat(limbeck.run("heads").err()).startsWith("LMB-106 ");
    settings("revisions.directory=migrations", "revisions.slug-length=0");
    assertThat(limbeck.run("heads").err()).startsWith("LMB-106 ");
  }

  @Test
  void a_revision_is_opened_in_the_editor() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is a shell to write an editor in");
    Path editor = limbeck.write("my editor.sh", "#!/bin/sh\necho \"// $1 $2\" >> \"$3\"\n");
    assertThat(editor.toFile().setExecutable(true)).isTrue();
    Path first = limbeck.revision("R1", "id = \"aaa111\"", "first");
    limbeck.revision("R2", "id = \"bbb222\", revises = \"aaa111\"", "second");
    limbeck.run("stamp", "aaa111");

    CommandRun.Outcome without = limbeck.run("edit", "head");
    assertThat(without.exit()).isEqualTo(ExitCode.REVISION);
    assertThat(without.err()).startsWith("LMB-255 No editor is set.\n  migrations/R2.java\n");

    limbeck.environment("EDITOR", "no-such-editor");
    assertThat(limbeck.run("edit", "head").err()).startsWith("LMB-255 The editor failed: ");
    limbeck.environment("VISUAL", "'" + editor + "' --wait \"a b\"");
    for (String revision : new String[] {"current", "aaa1", "-1", "base"}) {
      limbeck.run("edit", revision);
    }
    assertThat(Files.readString(first).lines().filter(line -> line.equals("// --wait a b")))
        .hasSize(3);
    assertThat(limbeck.run("edit", "base").err()).startsWith("LMB-254 'base' is not one revision");
    CommandRun.Outcome edited = limbeck.run("revision", "-m", "third", "--edit");
    assertThat(Files.readString(directory.resolve(edited.out().strip())))
        .endsWith("// --wait a b\n");
  }

  @Test
  void a_revision_that_is_only_a_class_has_nothing_to_edit() throws IOException {
    settings("revisions.package=dev.limbeck.cli.compiled");
    limbeck.environment("EDITOR", "true");

    CommandRun.Outcome outcome = limbeck.run("edit", "cccddd000111");

    assertThat(outcome.exit()).isEqualTo(ExitCode.REVISION);
    assertThat(outcome.err())
        .startsWith(
            "LMB-254 Revision cccddd000111 has no source here.\n  dev.limbeck.cli.compiled.");
  }
}
