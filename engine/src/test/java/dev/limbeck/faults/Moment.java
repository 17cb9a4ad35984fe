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

  private static final String TRIED = System.getProperty("limbeck.faults", "6");

  /** True where the tests try everything: property {@code limbeck.faults}, profile "faults". */
  static final boolean ALL = TRIED.equals("all");

  /** How many moments the short form tries; see {@link #of(List)}. */
  static final int SHORT = ALL ? 0 : Integer.parseInt(TRIED);

  /**
   * The moments before and after each call, or, in the short form, a few, spread over all.
   *
   * @param calls what is called
   */
  static List<Moment> of(List<String> calls) {
    return spread(all(calls), SHORT);
  }

  /**
   * Some of them, spread over all.
   *
   * @param most 0 for all
   */
  static List<Moment> spread(List<Moment> moments, int most) {
    if (most == 0 || most >= moments.size()) {
      return moments;
    }
    List<Moment> chosen = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      chosen.add(moments.get((int) ((2L * i + 1) * moments.size() / (2L * most))));
    }
    return chosen;
  }

  /** Around a call that only reads is between two others: left out of the short form. */
  static List<Moment> all(List<String> calls) {
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      if (ALL || !calls.get(i).startsWith("executeQuery")) {
        moments.add(new Moment(i + 1, true));
        moments.add(new Moment(i + 1, false));
      }
    }
    return moments;
  }

  String of(String call) {
    return (before ? "before " : "after ") + this.call + " " + call;
  }
}
