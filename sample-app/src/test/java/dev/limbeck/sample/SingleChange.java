package dev.limbeck.sample;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An edit of the sample's entities, and what a revision says of it.
 *
 * @param name what is edited
 * @param edit the edit
 * @param upgrade the body of the revision's upgrade
 */
record SingleChange(String name, UnaryOperator<EditedEntities> edit, String upgrade) {

  static Stream<SingleChange> all() {
    return Stream.of(TableChanges.all(), ColumnChanges.all(), KeyChanges.all())
        .flatMap(changes -> changes);
  }

  @Override
  public String toString() {
    return name;
  }
}
