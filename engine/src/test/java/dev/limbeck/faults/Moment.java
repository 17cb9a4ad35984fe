package dev.limbeck.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * When something happens.
 *
 * @param call the number of the call that reaches the database, over all connections, from 1; 0 for
 *     never
 * @param before true where the call is not made yet
 */
record Moment(int call, boolean before) {
  static final Moment NEVER = new Moment(0, false);

  /** True where the tests try everything: property {@code limbeck.faults}, profile "faults". */
  static final boolean ALL = System.getProperty("limbeck.faults", "").equals("all");

  /**
   * The moments before and after each call that may change something. What happens around a call
   * that only reads happens between two others.
   *
   * @param calls what is called
   */
  static List<Moment> around(List<String> calls) {
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      if (!calls.get(i).startsWith("executeQuery")) {
        moments.add(new Moment(i + 1, true));
        moments.add(new Moment(i + 1, false));
      }
    }
    return moments;
  }

  /** The moments before each call that may change something. */
  static List<Moment> before(List<String> calls) {
    return around(calls).stream().filter(Moment::before).toList();
  }

  /** Some of them, spread over all: under the profile more, in the short form less. */
  static List<Moment> some(List<Moment> moments, int more, int less) {
    int most = ALL ? more : less;
    if (most >= moments.size()) {
      return moments;
    }
    List<Moment> chosen = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      chosen.add(moments.get((int) ((2L * i + 1) * moments.size() / (2L * most))));
    }
    return chosen;
  }

  /** All of them under the profile, some in the short form. */
  static List<Moment> all(List<Moment> moments, int less) {
    return some(moments, moments.size(), less);
  }

  String of(String call) {
    return (before ? "before " : "after ") + this.call + " " + call;
  }
}
