package dev.limbeck.cli;

import dev.limbeck.command.Overlap;
import dev.limbeck.command.Overlaps;

/** Says whether branches that are joined change the same objects. */
final class JoinWarnings {
  private JoinWarnings() {}

  static void print(Overlaps overlaps, Console console) {
    if (overlaps.heads().size() < 2) {
      return;
    }
    for (Overlap overlap : overlaps.overlaps()) {
      console.warning(title(overlap));
      overlap
          .touches()
          .forEach(touch -> console.warningDetail(touch.revision() + "  " + touch.line()));
    }
    if (overlaps.overlaps().isEmpty()) {
      console.talk("The branches change no object together.");
    } else {
      console.warningDetail(
          "Look at both: which of them runs first is not fixed, and the joined schema has to be"
              + " what both want.");
    }
    overlaps.notes().forEach(note -> console.talk("note: " + note));
  }

  private static String title(Overlap overlap) {
    String object = overlap.kind() + " " + overlap.object();
    if (!overlap.columns().isEmpty()) {
      return "both branches change " + object + ": " + String.join(", ", overlap.columns());
    }
    return "both branches change " + object + (overlap.whole() ? "" : ", but no column together");
  }
}
