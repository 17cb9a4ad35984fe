package dev.limbeck.model;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, sequence or type, with its schema.
 *
 * @param schema the schema, or null for the connection's default schema
 * @param name the name inside the schema
 */
public record QualifiedName(@Nullable Identifier schema, Identifier name)
    implements Comparable<QualifiedName> {
  public QualifiedName {
    requireNonNull(name, "name");
  }

  public static QualifiedName of(Identifier name) {
    return new QualifiedName(null, name);
  }

  /**
   * A name as revisions write it: {@code table}, {@code schema.table}, each part in back ticks
   * where it is quoted.
   */
  public static QualifiedName parse(String spelled) {
    requireNonNull(spelled, "spelled");
    boolean inTicks = false;
    for (int i = 0; i < spelled.length(); i++) {
      if (spelled.charAt(i) == '`') {
        inTicks = !inTicks;
      } else if (spelled.charAt(i) == '.' && !inTicks) {
        return new QualifiedName(
            Identifier.parse(spelled.substring(0, i)), Identifier.parse(spelled.substring(i + 1)));
      }
    }
    return of(Identifier.parse(spelled));
  }

  public QualifiedName withSchema(@Nullable Identifier newSchema) {
    return new QualifiedName(newSchema, name);
  }

  public QualifiedName withName(Identifier newName) {
    return new QualifiedName(schema, newName);
  }

  @Override
  public int compareTo(QualifiedName other) {
    int bySchema = schemaKey().compareTo(other.schemaKey());
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  private String schemaKey() {
    return schema == null ? "" : schema.key();
  }

  /**
   * The name as revisions write it; {@link #parse} reads it back. A dot inside an unquoted part
   * puts it in back ticks.
   */
  @Override
  public String toString() {
    return schema == null ? part(name) : part(schema) + "." + part(name);
  }

  private static String part(Identifier identifier) {
    return identifier.text().indexOf('.') < 0
        ? identifier.toString()
        : Identifier.quoted(identifier.text()).toString();
  }

  /**
   * Spelled out, as in other records that short commands compare: the methods that a record has by
   * itself are linked when they are first used, which takes milliseconds, and are slower where only
   * the first compiler of Java runs.
   */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof QualifiedName other
        && Objects.equals(schema, other.schema)
        && name.equals(other.name);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(schema) + name.hashCode();
  }
}
