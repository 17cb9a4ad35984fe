package dev.limbeck.dialect.sqlite;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link dev.limbeck.model.Table#options} can say on SQLite, in a fixed order: {@code
 * AUTOINCREMENT, STRICT, WITHOUT ROWID}.
 *
 * <p>{@code AUTOINCREMENT} stands with the key and not behind the columns; it is among the options
 * because no other database knows it and a rebuild has to keep it.
 */
record TableOptions(boolean autoIncrement, boolean strict, boolean withoutRowid) {

  /** The options that a text says; what is for other databases is passed over. */
  static TableOptions of(@Nullable String text) {
    boolean autoIncrement = false;
    boolean strict = false;
    boolean without = false;
    boolean withoutRowid = false;
    for (SqlToken token : SqlTokenizer.code(text == null ? "" : text)) {
      autoIncrement |= token.isWord("autoincrement");
      strict |= token.isWord("strict");
      withoutRowid |= without && token.isWord("rowid");
      without = token.isWord("without");
    }
    return new TableOptions(autoIncrement, strict, withoutRowid);
  }

  TableOptions withAutoIncrement(boolean value) {
    return new TableOptions(value, strict, withoutRowid);
  }

  /** The options as the model has them, or null for none. */
  @Nullable String text() {
    List<String> words = new ArrayList<>();
    if (autoIncrement) {
      words.add("AUTOINCREMENT");
    }
    words.addAll(behindColumns());
    return words.isEmpty() ? null : String.join(", ", words);
  }

  /** The options that stand behind the columns. */
  List<String> behindColumns() {
    List<String> words = new ArrayList<>();
    if (strict) {
      words.add("STRICT");
    }
    if (withoutRowid) {
      words.add("WITHOUT ROWID");
    }
    return words;
  }
}
