package dev.limbeck.autogenerate;

import dev.limbeck.diff.Renames;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.Locale;

/** Which answers were of use. */
final class UsedRenames {
  private UsedRenames() {}

  /**
   * True where a table, sequence or column is renamed so.
   *
   * @param key what is renamed, as answers call it
   */
  static boolean has(Renames renames, String key, String to) {
    Identifier name = QualifiedName.parse(to).name();
    boolean table =
        renames.tables().entrySet().stream()
            .anyMatch(
                move ->
                    move.getKey().toString().equalsIgnoreCase(key)
                        && move.getValue().name().equals(name));
    boolean sequence =
        renames.sequences().entrySet().stream()
            .anyMatch(
                move ->
                    move.getKey().toString().equalsIgnoreCase(key)
                        && move.getValue().name().equals(name));
    boolean column =
        renames.columns().entrySet().stream()
            .flatMap(each -> each.getValue().entrySet().stream())
            .anyMatch(
                move ->
                    key.toLowerCase(Locale.ROOT)
                            .endsWith("." + move.getKey().toString().toLowerCase(Locale.ROOT))
                        && move.getValue().equals(Identifier.parse(to)));
    return table || sequence || column;
  }
}
