package dev.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.source.RunCalls.RunCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunCallsTest {

  private static List<RunCall> calls(String source) {
    return RunCalls.in(source, "R1.java");
  }

  @Test
  void a_call_comes_as_it_is_written_with_the_imports_that_it_needs() {
    assertThat(
            calls(
                """
                import dev.limbeck.migration.*;
                import java.util.List;
                import java.util.Map;
                import static java.lang.Math.max;

                class R1 implements Migration {
                  public void upgrade(Operations op) {
                    // op.run("no", db -> {});
                    op.run(
                        "count (all)", db -> {
                          List<Integer> all = List.of(max(1, 2)); // )
                          db.update("UPDATE \\"a\\" SET b = ')'");
                        });
                    op.onlyOn("sqlite", o -> o.run("two", db -> db.update(\"""
                        SELECT ')'
                        \""")));
                  }
                }
                """))
        .containsExactly(
            new RunCall(
                9,
                "count (all)",
                """
                "count (all)", db -> {
                          List<Integer> all = List.of(max(1, 2)); // )
                          db.update("UPDATE \\"a\\" SET b = ')'");
                        }""",
                List.of("dev.limbeck.migration.*", "java.util.List", "static java.lang.Math.max"),
                List.of()),
            new RunCall(
                14,
                "two",
                """
                "two", db -> db.update(\"""
                        SELECT ')'
                        \""")""",
                List.of("dev.limbeck.migration.*"),
                List.of()));
  }

  @Test
  void members_of_the_class_that_a_call_names_are_told() {
    assertThat(
            calls(
                """
                class R1 {
                  private static final String SQL = "x", MORE = "y";
                  private int[] sizes;
                  private final java.util.Map<String, String> names = null;
                  void upgrade(Operations op) {
                    op.run("one", db -> db.update(SQL + MORE + R1.other() + db.names));
                    op.run("two", db -> tidy(db, sizes, new Nested(names)));
                    op.run(text(), R1::step);
                    op.run("four", db -> db.upgrade());
                  }
                  static <T> List<T> tidy(Object db) { return null; }
                  static String text() { return ""; }
                  record Nested(Object names) {}
                }
                """))
        .extracting(RunCall::description, RunCall::members)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("one", List.of("MORE", "R1", "SQL")),
            org.assertj.core.groups.Tuple.tuple("two", List.of("Nested", "names", "sizes", "tidy")),
            org.assertj.core.groups.Tuple.tuple("", List.of("R1", "text")),
            org.assertj.core.groups.Tuple.tuple("four", List.of()));
  }
}
