package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.SqlObject.Statements;
import dev.limbeck.dialect.StoredDefinitions.Found;
import dev.limbeck.dialect.StoredDefinitions.State;
import org.jspecify.annotations.Nullable;

/**
 * What each side has of an object that entities make by SQL.
 *
 * @param name what the object is called in notes
 * @param there whether the database has it and means the same by it; {@code UNKNOWN} where it was
 *     not or cannot be asked
 * @param database the SQL that makes what the database has, as it tells it; null where there is
 *     none, or where it does not tell
 * @param entities what the entities want; null where they want none
 * @param revisions what the applied revisions made, as their mapping files say; null for none
 */
public record SqlObjectSides(
    String name,
    State there,
    @Nullable String database,
    @Nullable String entities,
    @Nullable String revisions) {
  public SqlObjectSides {
    requireNonNull(name, "name");
    requireNonNull(there, "there");
  }

  static SqlObjectSides of(
      String name, @Nullable Found found, @Nullable Statements want, @Nullable Statements have) {
    return new SqlObjectSides(
        name,
        found == null ? State.UNKNOWN : found.state(),
        found == null ? null : found.create(),
        sql(want),
        sql(have));
  }

  private static @Nullable String sql(@Nullable Statements statements) {
    return statements == null ? null : String.join("; ", statements.create());
  }
}
