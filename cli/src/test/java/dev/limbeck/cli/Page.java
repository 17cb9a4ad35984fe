package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of the documentation whose examples can be run, read from Markdown. What runs:
 *
 * <ul>
 *   <li>a block {@code console}: each line {@code $ command} is run by a shell, the lines below it
 *       are what it prints on both outputs, and a line {@code ...} stands for any lines;
 *   <li>any block after a line {@code <!-- file: path -->}: it is written to that file;
 *   <li>a block {@code diff} after a line {@code <!-- edit: path -->}: what its {@code -} and blank
 *       lines say is in the file, and becomes what its {@code +} and blank lines say.
 * </ul>
 *
 * <p>A line {@code <!-- not run: reason -->} keeps a block from that. All other lines are text.
 *
 * @param name the page's file name
 * @param parts the page from top to bottom; their lines make the whole page
 */
record Page(String name, List<Part> parts) {
  Page {
    parts = List.copyOf(parts);
  }

  /** A run of lines of the page. */
  sealed interface Part permits Text, FileBlock, EditBlock, Step {
    /** The lines as they are on the page. */
    List<String> lines();
  }

  /** Lines that nothing is done with. */
  record Text(List<String> lines) implements Part {
    Text {
      lines = List.copyOf(lines);
    }
  }

  /** The content of a file. */
  record FileBlock(String path, List<String> lines) implements Part {
    FileBlock {
      lines = List.copyOf(lines);
    }
  }

  /** A change of a file. */
  record EditBlock(String path, List<String> lines) implements Part {
    EditBlock {
      lines = List.copyOf(lines);
    }

    /** What is there before; {@code '-'}, or after; {@code '+'}. */
    String side(char sign) {
      StringBuilder text = new StringBuilder();
      for (String line : lines) {
        if (line.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == sign) {
          text.append(line.isEmpty() ? "" : line.substring(1)).append('\n');
        }
      }
      return text.toString();
    }
  }

  /**
   * A command and what it prints.
   *
   * @param command the command, of several lines where they end with a backslash
   */
  record Step(String command, List<String> expected) implements Part {
    Step {
      expected = List.copyOf(expected);
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>(("$ " + command).lines().toList());
      lines.addAll(expected);
      return lines;
    }
  }

  static Page read(String name, List<String> lines) {
    List<Part> parts = new ArrayList<>();
    List<String> text = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      text.add(line);
      at++;
      if (!line.startsWith("```")) {
        continue;
      }
      int end = at + lines.subList(at, lines.size()).indexOf("```");
      if (end < at) {
        throw new IllegalArgumentException(name + ":" + at + ": a block that does not end");
      }
      String before = text.size() < 2 ? "" : text.get(text.size() - 2);
      List<String> block = lines.subList(at, end);
      if (before.startsWith("<!-- not run: ") || !isRun(line, before)) {
        text.addAll(block);
      } else {
        parts.add(new Text(text));
        text = new ArrayList<>();
        if (line.equals("```console")) {
          parts.addAll(steps(name, at, block));
        } else if (before.startsWith("<!-- file: ")) {
          parts.add(new FileBlock(path(before), block));
        } else {
          parts.add(new EditBlock(path(before), block));
        }
      }
      text.add("```");
      at = end + 1;
    }
    parts.add(new Text(text));
    return new Page(name, parts);
  }

  private static boolean isRun(String fence, String before) {
    return fence.equals("```console")
        || before.startsWith("<!-- file: ")
        || before.startsWith("<!-- edit: ");
  }

  private static String path(String comment) {
    return comment.substring(comment.indexOf(": ") + 2, comment.lastIndexOf(" -->"));
  }

  private static List<Step> steps(String name, int first, List<String> block) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < block.size()) {
      if (!block.get(at).startsWith("$ ")) {
        throw new IllegalArgumentException(
            name + ":" + (first + at + 1) + ": a console begins with a command");
      }
      StringBuilder command = new StringBuilder(block.get(at).substring(2));
      while (block.get(at).endsWith("\\")) {
        at++;
        command.append('\n').append(block.get(at));
      }
      at++;
      List<String> expected = new ArrayList<>();
      while (at < block.size() && !block.get(at).startsWith("$ ")) {
        expected.add(block.get(at));
        at++;
      }
      steps.add(new Step(command.toString(), expected));
    }
    return steps;
  }
}
