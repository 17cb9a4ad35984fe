package dev.limbeck.cli;

import dev.limbeck.command.RevisionCatalog;
import dev.limbeck.source.RevisionHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says of several heads which they are, who made them, and what to type. */
final class SeveralHeads {
  private static final int LISTED = 8;

  private final Session session;

  SeveralHeads(Session session) {
    this.session = session;
  }

  /**
   * The lines.
   *
   * @param command the name of the command that needs one head
   */
  List<String> lines(String command) {
    RevisionCatalog catalog = session.limbeck().catalog();
    List<RevisionHeader> heads = catalog.headers(catalog.graph().heads());
    List<String> lines = new ArrayList<>();
    heads.stream().limit(LISTED).forEach(head -> lines.add("  " + said(head)));
    if (heads.isEmpty()) {
      return lines;
    }
    String first = heads.get(0).id();
    lines.add("  To join them:     limbeck merge");
    switch (command) {
      case "upgrade" -> {
        lines.add("  To apply all:     limbeck upgrade heads");
        lines.add("  To apply one:     limbeck upgrade " + first);
      }
      case "revision" -> lines.add("  To follow one:    limbeck revision --head " + first);
      default -> lines.add("  To name one:      limbeck " + command + " " + first);
    }
    return lines;
  }

  private String said(RevisionHeader head) {
    String place = session.shownOrigin(head.origin());
    return head.id() + "  " + head.message() + "\n      " + made(head) + "  " + place;
  }

  private static String made(RevisionHeader head) {
    Path file = Session.fileOf(head.origin());
    GitAuthor author = file != null && Files.exists(file) ? GitAuthor.of(file) : null;
    if (author != null) {
      return "by " + author.name() + ", " + author.date();
    }
    return head.created().isEmpty() ? "" : "created " + head.created();
  }
}
