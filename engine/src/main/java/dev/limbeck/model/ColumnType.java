package dev.limbeck.model;

/** The type of a column, independent of any dialect's spelling. {@link Types} makes them. */
public sealed interface ColumnType
    permits ScalarType, ArrayType, NamedType, NativeType, VariantType {

  /** Calls the visitor's method for this kind of type. */
  <R> R accept(Visitor<R> visitor);

  /** A case for each kind of type. */
  interface Visitor<R> {
    R scalar(ScalarType type);

    R array(ArrayType type);

    R named(NamedType type);

    R nativeType(NativeType type);

    R variant(VariantType type);
  }
}
