package dev.limbeck.autogenerate;

/** Writes a revision as Java source; the port that codegen implements. */
@FunctionalInterface
public interface RevisionPrinter {

  /** The source of the revision's class: the same draft gives the same text. */
  String print(RevisionDraft draft);
}
