package dev.limbeck.autogenerate;

import dev.limbeck.dialect.Projection;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What there is before a revision: what the revisions say, and where they say nothing of a table,
 * what the database has.
 *
 * @param replay what the revisions lead to
 * @param live what the database has, in its own terms
 * @param projection how neutral names become the database's
 */
record KnownSchema(DatabaseModel replay, DatabaseModel live, Projection projection) {

  /**
   * The table of a neutral name, or null. What the revisions know under another name is not it,
   * even where the database has one name for both since it has no schemas.
   */
  @Nullable Table table(QualifiedName name) {
    Table known = replay.table(name);
    if (known != null) {
      return known;
    }
    QualifiedName place = projection.name(name);
    Table stored = live.table(place);
    boolean another =
        stored != null
            && replay.tables().stream()
                .anyMatch(table -> projection.name(table.name()).equals(place));
    return stored == null || another ? null : stored.withName(name);
  }

  /** The sequence of a neutral name, or null. */
  @Nullable Sequence sequence(QualifiedName name) {
    Sequence known = replay.sequence(name);
    return known != null ? known : live.sequence(projection.name(name));
  }

  /** The enumerated type of a neutral name, or null. */
  @Nullable EnumType enumType(QualifiedName name) {
    EnumType known = replay.enumType(name);
    EnumType shown = projection.enumType(new EnumType(name, List.of()));
    return known != null || shown == null ? known : live.enumType(shown.name());
  }

  /** All enumerated types, those of the revisions first. */
  List<EnumType> enumTypes() {
    return Stream.concat(replay.enumTypes().stream(), live.enumTypes().stream()).toList();
  }

  boolean has(QualifiedName table) {
    return table(table) != null;
  }

  boolean has(QualifiedName table, Identifier column) {
    Table known = table(table);
    return known != null && known.column(column) != null;
  }

  /** True where the database has both, so that the one cannot become the other. */
  boolean hasBoth(QualifiedName one, QualifiedName other) {
    Table first = live.table(projection.name(one));
    Table second = live.table(projection.name(other));
    return first != null && second != null && first != second;
  }

  /** True where the stored table has both columns. */
  boolean hasBoth(Table stored, Identifier one, Identifier other) {
    Column first = stored.column(projection.name(one));
    Column second = stored.column(projection.name(other));
    return first != null && second != null && first != second;
  }
}
