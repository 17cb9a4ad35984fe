package dev.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.SqlExpression;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stored {@code CREATE INDEX} statements. */
class IndexDdlParserTest {

  @Test
  void parts_are_columns_or_expressions_with_collation_and_direction() {
    assertThat(
            IndexDdlParser.parse(
                """
                CREATE UNIQUE INDEX "my ix" ON t(
                  a, [b] DESC, "c" COLLATE NOCASE ASC, -- a comment, with a comma
                  coalesce(a, b) COLLATE "RTRIM" DESC, (a || ',')) WHERE a IS NOT NULL AND b > 0
                """))
        .isEqualTo(
            new Index(
                Identifier.of("my ix"),
                true,
                List.of(
                    IndexPart.column("a"),
                    IndexPart.column("b").desc(),
                    IndexPart.column("c").collate("NOCASE"),
                    IndexPart.expression("coalesce(a, b)").collate("RTRIM").desc(),
                    IndexPart.expression("a || ','")),
                null,
                List.of(),
                SqlExpression.of("a IS NOT NULL AND b > 0"),
                false));
  }

  @Test
  void a_plain_index_is_on_its_columns() {
    assertThat(IndexDdlParser.parse("CREATE INDEX ix on plain (a desc, b)"))
        .isEqualTo(
            Index.of(Identifier.of("ix"), false, List.of(Identifier.of("a"), Identifier.of("b")))
                .withParts(List.of(IndexPart.column("a").desc(), IndexPart.column("b"))));
  }

  @Test
  void the_parentheses_of_an_expression_are_not_part_of_it() {
    assertThat(IndexDdlParser.parse("CREATE INDEX ix ON t (((a + 1)) DESC)").parts().get(0))
        .hasToString(IndexPart.expression("a + 1").desc().toString());
  }
}
