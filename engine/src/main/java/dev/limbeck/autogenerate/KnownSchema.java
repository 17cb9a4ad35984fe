package dev.limbeck.autogenerate;

import dev.limbeck.dialect.Projection;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
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

  /** The table of a neutral name, or null. */
  @Nullable Table table(QualifiedName name) {
    Table known = replay.table(name);
    if (known != null) {
      return known;
    }
    Table stored = live.table(projection.name(name));
    return stored == null ? null : stored.withName(name);
  }

  /** The sequence of a neutral name, or null. */
  @Nullable Sequence sequence(QualifiedName name) {
    Sequence known = replay.sequence(name);
    return known != null ? known : live.sequence(projection.name(name));
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
