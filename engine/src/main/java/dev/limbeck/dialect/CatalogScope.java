package dev.limbeck.dialect;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a catalog is read.
 *
 * @param schemas the schemas beside the connection's default one
 * @param tables the only tables to read, or null for all tables of the schemas
 * @param sequenceNames the names of sequences that somebody knows: those that may be emulated, on a
 *     database without sequences, and that are read though a column owns them; where only some
 *     tables are read, the only sequences to read
 * @param types whether types are read
 * @param hidden tables that are not seen: Limbeck's own
 */
public record CatalogScope(
    Set<Identifier> schemas,
    @Nullable Set<QualifiedName> tables,
    Set<QualifiedName> sequenceNames,
    boolean types,
    Set<QualifiedName> hidden) {
  public CatalogScope {
    schemas = Set.copyOf(schemas);
    tables = tables == null ? null : Set.copyOf(tables);
    sequenceNames = Set.copyOf(sequenceNames);
    hidden = Set.copyOf(hidden);
  }

  /** A scope with the types of the schemas. */
  public CatalogScope(
      Set<Identifier> schemas,
      @Nullable Set<QualifiedName> tables,
      Set<QualifiedName> sequenceNames,
      Set<QualifiedName> hidden) {
    this(schemas, tables, sequenceNames, true, hidden);
  }

  /** Spelled out, as {@link #hashCode}: see {@link dev.limbeck.model.QualifiedName#equals}. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof CatalogScope other
        && schemas.equals(other.schemas)
        && Objects.equals(tables, other.tables)
        && sequenceNames.equals(other.sequenceNames)
        && types == other.types
        && hidden.equals(other.hidden);
  }

  @Override
  public int hashCode() {
    return Objects.hash(schemas, tables, sequenceNames, types, hidden);
  }
}
