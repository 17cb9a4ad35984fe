package dev.limbeck.command;

/** What is to become of a revision that is half done. */
public enum Resumption {
  /** It is finished, as far as Limbeck can see what is done. */
  CONTINUE,
  /** The step of which nobody knows whether it is done counts as done; the rest is finished. */
  DONE,
  /** The step of which nobody knows whether it is done is run again; the rest is finished. */
  RETRY,
  /** Nothing is run, and nobody knows any more that it was begun. */
  FORGET
}
