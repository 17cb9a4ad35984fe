package dev.limbeck.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.hook.SchemaObject;
import dev.limbeck.hook.SchemaObject.Kind;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "table:qrtz_* | table qrtz_jobs | true",
        "table:qrtz_* | table sales.QRTZ_jobs | true",
        "table:qrtz_* | table jobs | false",
        "table:qrtz_* | column qrtz_jobs.qrtz_id | false",
        "table:sales.* | table sales.orders | true",
        "table:sales.* | table orders | false",
        "table:public.* | table orders | true",
        "table:pub*.orders | table orders | true",
        "table:* | table orders | true",
        "table:o?ders | table orders | true",
        "table:o?ders | table oorders | false",
        "table:*a*b*c | table xaxxbxbxc | true",
        "table:*a*b*c | table xaxxbxbx | false",
        "table:`Order` | table `Order` | true",
        "table:`Order` | table order | false",
        "table:`a.*` | table `a.*` | true",
        "table:`a.*` | table `a.b` | false",
        "column:tmp_* | column orders.tmp_total | true",
        "column:orders.tmp_* | column sales.orders.tmp_total | true",
        "column:sales.orders.tmp_* | column sales.orders.tmp_total | true",
        "column:sales.orders.tmp_* | column orders.tmp_total | false",
        "column:orders.* | column lines.orders | false",
        "index:*.ix_legacy_* | index orders.ix_legacy_1 | true",
        "constraint:fk_* | foreign-key orders.fk_customer | true",
        "constraint:fk_* | index orders.fk_customer | false",
        "unique:* | unique orders.uq | true",
        "unique:* | primary-key orders.pk | false",
        "sequence:*_seq | sequence orders_seq | true",
        "type:mood | type mood | true",
        "schema:sales | schema sales | true",
        "schema:sales | table sales.orders | false",
      })
  void a_pattern_names_objects_of_its_kind(String pattern, String object, boolean expected) {
    assertThat(parse(pattern).get(0).matches(object(object), List.of("public")))
        .isEqualTo(expected);
  }

  @Test
  void patterns_are_divided_by_commas_and_blanks() {
    assertThat(parse(" table:a,\n index:b.c  table:`d, e`"))
        .extracting(ObjectPattern::text)
        .containsExactly("table:a", "index:b.c", "table:`d, e`");
  }

  @Test
  void all_patterns_that_are_wrong_are_told_at_once() {
    assertThatThrownBy(() -> parse("table:a, orders, views:x, schema:a.b, table:`a, column:a..b"))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            """
            LMB-106 A pattern of objects is not understood.
              settings:3   orders   it does not say of what kind the object is
              settings:3   views:x   there is no kind views; kinds are schema, table, column,\
             primary-key, unique, foreign-key, check, index, sequence, type and constraint
              settings:3   schema:a.b   it has 2 names, and a schema has 1 at most: put a name with\
             a dot into back ticks
              settings:3   table:`a, column:a..b   a back tick is not closed
              A pattern is kind:name, such as table:qrtz_* or column:orders.tmp_*.""");
    assertThatThrownBy(() -> parse("column:a..b")).hasMessageContaining("a name is empty");
  }

  private static List<ObjectPattern> parse(String text) {
    return ObjectPattern.parse(text, "settings:3", "LMB-106");
  }

  private static SchemaObject object(String text) {
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(each -> text.startsWith(each.text() + " "))
            .findFirst()
            .orElseThrow();
    String name = text.substring(kind.text().length() + 1);
    if (kind == Kind.SCHEMA) {
      return SchemaObject.schema(Identifier.parse(name));
    }
    int dot = name.lastIndexOf('.');
    return kind.isPart()
        ? SchemaObject.part(
            kind,
            QualifiedName.parse(name.substring(0, dot)),
            Identifier.parse(name.substring(dot + 1)))
        : SchemaObject.of(kind, QualifiedName.parse(name));
  }
}
