package dev.limbeck.autogenerate;

import dev.limbeck.autogenerate.SqlObject.Kind;
import dev.limbeck.model.Identifier;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts views behind those that they read. */
final class ViewOrder {
  private ViewOrder() {}

  /** The objects, each view behind the views that its query names; the others stay in order. */
  static List<SqlObject> sorted(List<SqlObject> objects) {
    List<SqlObject> waiting = new ArrayList<>(objects);
    List<SqlObject> sorted = new ArrayList<>();
    while (!waiting.isEmpty()) {
      SqlObject next =
          waiting.stream()
              .filter(each -> waiting.stream().noneMatch(other -> reads(each, other)))
              .findFirst()
              // Views that read one another cannot be made at all; the database says so.
              .orElse(waiting.get(0));
      waiting.remove(next);
      sorted.add(next);
    }
    return sorted;
  }

  private static boolean reads(SqlObject object, SqlObject other) {
    return object != other
        && object.kind() != Kind.OTHER
        && other.kind() == object.kind()
        && other.object() != null
        && names(object).contains(other.object().name());
  }

  /** All names and words in the SQL that makes an object. */
  static Set<Identifier> names(SqlObject object) {
    return object.statements().values().stream()
        .flatMap(statements -> statements.create().stream())
        .flatMap(ViewOrder::names)
        .collect(Collectors.toSet());
  }

  /** All names and words in SQL. */
  static Stream<Identifier> names(String sql) {
    return SqlTokenizer.code(sql).stream()
        .filter(token -> token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED)
        .map(
            token ->
                token.kind() == SqlToken.Kind.WORD
                    ? Identifier.of(token.text())
                    : Identifier.quoted(token.value()));
  }
}
