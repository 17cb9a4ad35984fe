package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * A change of a list of labels, which can be made to a list that has others beside them: two
 * branches that add a label each both have their way.
 *
 * @param from the labels before, in order
 * @param to the labels after, in order
 */
public record LabelChange(List<String> from, List<String> to) {
  public LabelChange {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /** The labels that go. */
  public List<String> removed() {
    return from.stream().filter(label -> !to.contains(label)).toList();
  }

  /** The labels that come. */
  public List<String> added() {
    return to.stream().filter(label -> !from.contains(label)).toList();
  }

  /** The labels of before and after that are not in a list, where they would have to be. */
  public List<String> missingIn(List<String> present) {
    return from.stream().filter(label -> to.contains(label) && !present.contains(label)).toList();
  }

  /**
   * A list after the change: the labels of after, and those that the change does not know, each
   * behind the one that it stands behind.
   */
  public List<String> applyTo(List<String> present) {
    if (present.equals(from)) {
      return to;
    }
    List<String> result = new ArrayList<>(to);
    int at = 0;
    for (String label : present) {
      if (result.contains(label)) {
        at = result.indexOf(label) + 1;
      } else if (!from.contains(label)) {
        result.add(at++, label);
      }
    }
    return List.copyOf(result);
  }

  /** True where labels only come between those that are there, whose order stays. */
  public static boolean onlyAdds(List<String> before, List<String> after) {
    return after.stream().filter(before::contains).toList().equals(before);
  }
}
