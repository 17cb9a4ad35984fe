package dev.limbeck.autogenerate;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity or attribute is kept.
 *
 * @param table the table
 * @param column the column, or null for the table as a whole
 */
record Place(QualifiedName table, @Nullable Identifier column) {

  /**
   * Reads a place as a mapping spells it, {@code table} or {@code table.column}. Which of both it
   * is, where there are schemas, only the tables tell. Columns go first: a database without schemas
   * finds a table whatever schema stands before it.
   *
   * @param tables finds a table by its name, or null
   * @return empty where there is no such table or column
   */
  static Optional<Place> parse(String spelled, Function<QualifiedName, @Nullable Table> tables) {
    int dot = lastDot(spelled);
    if (dot > 0 && dot < spelled.length() - 1 && isName(spelled.substring(0, dot))) {
      Table table = tables.apply(QualifiedName.parse(spelled.substring(0, dot)));
      Identifier column = Identifier.parse(spelled.substring(dot + 1));
      if (table != null && table.column(column) != null) {
        return Optional.of(new Place(table.name(), column));
      }
    }
    Table whole = isName(spelled) ? tables.apply(QualifiedName.parse(spelled)) : null;
    return whole == null ? Optional.empty() : Optional.of(new Place(whole.name(), null));
  }

  /** As a mapping spells it. */
  String spelled() {
    return column == null ? table.toString() : table + "." + column;
  }

  /** True for what may be a table's name, with a schema or without. */
  static boolean isName(String spelled) {
    int dots = 0;
    boolean inTicks = false;
    for (int i = 0; i < spelled.length(); i++) {
      if (spelled.charAt(i) == '`') {
        inTicks = !inTicks;
      } else if (spelled.charAt(i) == '.' && !inTicks) {
        dots++;
        if (i == 0 || i == spelled.length() - 1 || spelled.charAt(i - 1) == '.') {
          return false;
        }
      }
    }
    return !spelled.isEmpty() && dots <= 1 && !inTicks;
  }

  private static int lastDot(String spelled) {
    int last = -1;
    boolean inTicks = false;
    for (int i = 0; i < spelled.length(); i++) {
      if (spelled.charAt(i) == '`') {
        inTicks = !inTicks;
      } else if (spelled.charAt(i) == '.' && !inTicks) {
        last = i;
      }
    }
    return last;
  }

  /** Spelled out, as {@link #hashCode}: see {@link dev.limbeck.model.QualifiedName#equals}. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Place other
        && table.equals(other.table)
        && Objects.equals(column, other.column);
  }

  @Override
  public int hashCode() {
    return 31 * table.hashCode() + Objects.hashCode(column);
  }
}
