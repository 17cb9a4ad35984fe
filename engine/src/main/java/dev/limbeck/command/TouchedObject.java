package dev.limbeck.command;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.List;
import java.util.Set;

/**
 * An object that an operation changes, or relies on.
 *
 * @param kind {@code table}, {@code sequence}, {@code type} or {@code schema}
 * @param columns the columns of it; none where it is about the whole, or that is not known
 * @param depth how much it is changed
 * @param lines what is done
 */
record TouchedObject(
    String kind,
    QualifiedName name,
    Set<Identifier> columns,
    Depth depth,
    List<OperationLine> lines) {
  TouchedObject {
    columns = Set.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /** How much an object is changed. */
  enum Depth {
    /** It is created, dropped or renamed. */
    WHOLE,
    /** Something of it is changed. */
    PART,
    /** Only something else, such as a foreign key, relies on it. */
    REFERRED_TO
  }

  boolean isSameObject(TouchedObject other) {
    return kind.equals(other.kind) && name.equals(other.name);
  }

  /** True where the order of the two could matter, or one could miss the other. */
  boolean meets(TouchedObject other) {
    boolean referred = depth == Depth.REFERRED_TO || other.depth == Depth.REFERRED_TO;
    boolean both = depth == other.depth;
    boolean whole = depth == Depth.WHOLE || other.depth == Depth.WHOLE;
    boolean shared = columns.stream().anyMatch(other.columns::contains);
    return isSameObject(other) && (!referred || !both && (whole || shared));
  }
}
