package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.ValueRanges;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type become values of another that PostgreSQL does not assign by itself.
 *
 * <p>Every pair of the model's own types has an expression that PostgreSQL accepts, so that an
 * empty table can change: where there is no cast, values go by their text, and what is no text of
 * the new type is refused. Of types of the schema and in the database's own words it is not known
 * what they are: PostgreSQL has to have the cast.
 */
final class PostgresConversions {
  private static final Set<Kind> EXTENSIONS = EnumSet.of(Kind.GEOMETRY, Kind.GEOGRAPHY);

  private final PostgresTypes types;

  PostgresConversions(PostgresTypes types) {
    this.types = types;
  }

  /**
   * The expression for {@code USING}; null where none is needed.
   *
   * @param value the old value, as SQL
   */
  @Nullable String using(String value, ColumnType from, ColumnType to) {
    String target = types.render(to);
    String content = LargeObjects.moved(value, types.render(from), target);
    if (content != null) {
      return cast(content, target);
    }
    ColumnType source = types.canonical(from);
    ColumnType result = types.canonical(to);
    String ofZone =
        source instanceof ScalarType a && result instanceof ScalarType b
            ? PostgresZones.converted(value, a, b, target)
            : null;
    if (ofZone != null || types.isAssignable(from, to)) {
      return ofZone;
    }
    if (source instanceof ArrayType many && result instanceof ArrayType others) {
      String between = between(innermost(many), innermost(others));
      return cast(between == null ? value : cast(value, between + " ARRAY"), target);
    }
    if (source instanceof ScalarType && result instanceof ArrayType many && !isText(source)) {
      return "CASE WHEN " + value + " IS NOT NULL THEN " + listed(value, from, many) + " END";
    }
    if (source instanceof ArrayType && result instanceof ScalarType) {
      return cast(cast(value, "text"), target);
    }
    if (source instanceof NamedType && result instanceof NamedType) {
      return cast(cast(value, "text"), target);
    }
    if (!(source instanceof ScalarType a) || !(result instanceof ScalarType b) || isText(a)) {
      return cast(value, target);
    }
    if (b.kind() == Kind.BOOLEAN && ValueRanges.isNumber(a.kind())) {
      return value + " <> 0";
    }
    if (a.kind() == Kind.BOOLEAN && ValueRanges.isNumber(b.kind())) {
      return cast(cast(value, "integer"), target);
    }
    if (a.kind() == Kind.UUID && isBytes(b)) {
      return "uuid_send(" + value + ")";
    }
    if (isBytes(a) && b.kind() == Kind.UUID) {
      return cast("encode(" + value + ", 'hex')", target);
    }
    return isExtension(a, b) ? cast(value, target) : cast(cast(value, "text"), target);
  }

  private String listed(String value, ColumnType from, ArrayType to) {
    ColumnType item = innermost(to);
    String converted = using(value, from, item);
    return cast("ARRAY[" + (converted == null ? value : converted) + "]", types.render(to));
  }

  /** What the items of an array are cast to first; null where they go over at once. */
  private static @Nullable String between(ColumnType from, ColumnType to) {
    if (from instanceof NamedType && to instanceof NamedType) {
      return "text";
    }
    if (!(from instanceof ScalarType a) || !(to instanceof ScalarType b) || isText(a)) {
      return null;
    }
    boolean truth =
        a.kind() == Kind.BOOLEAN && ValueRanges.isNumber(b.kind())
            || b.kind() == Kind.BOOLEAN && ValueRanges.isNumber(a.kind());
    return truth ? "integer" : isExtension(a, b) ? null : "text";
  }

  private static ColumnType innermost(ArrayType array) {
    ColumnType element = array.element();
    while (element instanceof ArrayType inner) {
      element = inner.element();
    }
    return element;
  }

  private static boolean isExtension(ScalarType one, ScalarType other) {
    return EXTENSIONS.contains(one.kind()) || EXTENSIONS.contains(other.kind());
  }

  /** True where what decides is whether the value's text is one of the new type. */
  boolean goesByText(ColumnType from, ColumnType to) {
    return types.canonical(from) instanceof ScalarType a
        && types.canonical(to) instanceof ScalarType b
        && b.kind() != Kind.BLOB
        && a.kind() != Kind.BLOB
        && !types.isAssignable(from, to)
        && !(a.kind() == Kind.BOOLEAN && ValueRanges.isNumber(b.kind()))
        && !(b.kind() == Kind.BOOLEAN && ValueRanges.isNumber(a.kind()))
        && !isBytes(a)
        && !isBytes(b);
  }

  static boolean isBytes(ScalarType type) {
    return type.kind() == Kind.BYTES || type.kind() == Kind.BINARY || type.kind() == Kind.VARBINARY;
  }

  private static boolean isText(ColumnType type) {
    return type instanceof ScalarType scalar && ValueRanges.isText(scalar.kind());
  }

  private static String cast(String value, String type) {
    return "CAST(" + value + " AS " + type + ")";
  }
}
