package dev.limbeck.source;

/**
 * A token of Java source.
 *
 * @param kind what it is
 * @param text its text: a word or symbol as it stands, a string's value, a comment without its
 *     marks
 * @param line the line it begins on, from 1
 * @param start where it begins in the source
 * @param end where it ends in the source, exclusive
 */
record JavaToken(Kind kind, String text, int line, int start, int end) {

  /** What a token is. */
  enum Kind {
    WORD,
    NUMBER,
    STRING,
    CHARACTER,
    SYMBOL,
    DOC_COMMENT,
    END
  }

  boolean is(String symbolOrWord) {
    return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
  }
}
