package dev.limbeck.migration;

/**
 * A place in a revision's source.
 *
 * @param file the source file's name, without folders
 * @param line the line, from 1
 */
public record SourceLine(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
