package dev.limbeck.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;

/** The text of source files: UTF-8, with or without a byte order mark. */
final class SourceText {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private SourceText() {}

  /**
   * The text without a byte order mark.
   *
   * @throws JavaSyntaxException where the content is not UTF-8, with the line that is not
   */
  static String of(byte[] content) throws JavaSyntaxException {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer text = CharBuffer.allocate(content.length);
    CoderResult result = UTF_8.newDecoder().decode(bytes, text, true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < bytes.position(); i++) {
        line += content[i] == '\n' ? 1 : 0;
      }
      throw new JavaSyntaxException(line, "this is not UTF-8 text");
    }
    return withoutMark(text.flip()).toString();
  }

  /** The text without a byte order mark. */
  static CharSequence withoutMark(CharSequence text) {
    return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK.charAt(0)
        ? text.subSequence(1, text.length())
        : text;
  }
}
