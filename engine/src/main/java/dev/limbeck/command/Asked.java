package dev.limbeck.command;

import dev.limbeck.autogenerate.RenameAnswers;
import dev.limbeck.autogenerate.Renaming;

/** Who says what is renamed. */
record Asked(RenameAnswers answers, Renaming.Questions questions, boolean stops) {

  static Asked by(RevisionRequest request) {
    return new Asked(request.renames(), request.questions(), true);
  }

  /** What is not certain is only noted. */
  static Asked nobody() {
    return new Asked(RenameAnswers.none(), Renaming.Questions.nobody(), false);
  }
}
