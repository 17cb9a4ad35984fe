package dev.limbeck.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of {@code @Revision} stand in a source. Ends are exclusive.
 *
 * @param open behind the opening parenthesis
 * @param members what is given, in its order
 */
record AnnotationPlaces(int open, List<Member> members) {
  AnnotationPlaces {
    members = List.copyOf(members);
  }

  /**
   * {@code revises = {"a", "b"}}.
   *
   * @param start where its name begins
   * @param valueStart where its value begins
   * @param valueEnd where its value ends
   */
  record Member(String name, int start, int valueStart, int valueEnd, List<Value> values) {
    Member {
      values = List.copyOf(values);
    }
  }

  /** A text among the values of a member. */
  record Value(String value, int start, int end) {}

  /** The member of a name; null where it is not given. */
  @Nullable Member member(String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst().orElse(null);
  }
}
