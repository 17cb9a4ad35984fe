package dev.limbeck.autogenerate;

import dev.limbeck.diff.Renames;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Which answers were of use.
 *
 * @param renames what is renamed
 * @param plain a name without the default schema
 */
record UsedRenames(Renames renames, UnaryOperator<QualifiedName> plain) {

  /**
   * True where a table, sequence or column is renamed so.
   *
   * @param key what is renamed, as answers call it
   */
  boolean has(String key, String to) {
    return isIn(renames.tables(), key, QualifiedName.parse(to))
        || isIn(renames.sequences(), key, QualifiedName.parse(to))
        || isColumn(key, to);
  }

  /** A new name without a schema may be of any. */
  private boolean isIn(Map<QualifiedName, QualifiedName> moves, String key, QualifiedName to) {
    return moves.entrySet().stream()
        .anyMatch(
            move ->
                move.getKey().toString().equalsIgnoreCase(key)
                    && move.getValue().name().equals(to.name())
                    && (to.schema() == null || move.getValue().equals(plain.apply(to))));
  }

  private boolean isColumn(String key, String to) {
    return renames.columns().entrySet().stream()
        .flatMap(each -> each.getValue().entrySet().stream())
        .anyMatch(
            move ->
                key.toLowerCase(Locale.ROOT)
                        .endsWith("." + move.getKey().toString().toLowerCase(Locale.ROOT))
                    && move.getValue().equals(Identifier.parse(to)));
  }
}
