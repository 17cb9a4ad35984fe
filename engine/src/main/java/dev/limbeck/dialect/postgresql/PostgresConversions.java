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
 * <p>Every pair of types has an expression that PostgreSQL accepts, so that an empty table can
 * change: where there is no cast, values go by their text, and what is no text of the new type is
 * refused.
 */
final class PostgresConversions {
  private static final Set<Kind> EXTENSIONS =
      EnumSet.of(Kind.GEOMETRY, Kind.GEOGRAPHY, Kind.XML, Kind.INET);

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
    if (types.isAssignable(from, to)) {
      return null;
    }
    ColumnType source = types.canonical(from);
    ColumnType result = types.canonical(to);
    if (result instanceof ArrayType && source instanceof ScalarType one && !isText(one)) {
      return "CASE WHEN " + value + " IS NOT NULL THEN ARRAY[" + value + "]::" + target + " END";
    }
    if (!(source instanceof ScalarType a) || !(result instanceof ScalarType b) || isText(a)) {
      return cast(castable(value, source, result), target);
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
    boolean known = EXTENSIONS.contains(a.kind()) || EXTENSIONS.contains(b.kind());
    return known ? cast(value, target) : cast(cast(value, "text"), target);
  }

  /** The value; of types of the schema, which nothing casts into each other, its text. */
  private static String castable(String value, ColumnType from, ColumnType to) {
    if (from instanceof ArrayType many && to instanceof ArrayType others) {
      return many.element() instanceof NamedType && others.element() instanceof NamedType
          ? cast(value, "text ARRAY")
          : value;
    }
    return from instanceof NamedType && to instanceof NamedType ? cast(value, "text") : value;
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

  private static boolean isText(ScalarType type) {
    return ValueRanges.isText(type.kind());
  }

  private static String cast(String value, String type) {
    return "CAST(" + value + " AS " + type + ")";
  }
}
