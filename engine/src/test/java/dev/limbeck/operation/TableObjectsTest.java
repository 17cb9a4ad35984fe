package dev.limbeck.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a drop means in a table that may spell things otherwise. */
class TableObjectsTest {
  private static final Check FREE = check("ck_a", CheckCondition.sql("length(a) > 3"));
  private static final Check TYPED = check("ck_b", CheckCondition.atLeast("b", 0));
  private static final Index PARTIAL =
      Index.of(Identifier.of("ix_a"), false, List.of(Identifier.of("a")))
          .withWhere(SqlExpression.of("b > 0"));

  private static final Table TABLE =
      Table.of("t", Column.of("a", Types.text()), Column.of("b", Types.integer()))
          .withConstraints(List.of(FREE, TYPED))
          .withIndexes(List.of(PARTIAL));

  @Test
  void sql_of_the_same_name_is_meant_however_it_is_spelled() {
    Check spelled = check("ck_a", CheckCondition.sql("(length((a)::text) > 3)"));
    Index index = PARTIAL.withWhere(SqlExpression.of("(b > (0)::integer)"));

    assertThat(TableObjects.find(TABLE, DropConstraint.of(spelled))).isEqualTo(FREE);
    assertThat(TableObjects.find(TABLE, DropIndex.of(index))).isEqualTo(PARTIAL);
  }

  @Test
  void what_is_no_sql_is_another_thing_where_it_differs() {
    Check other = check("ck_b", CheckCondition.atLeast("b", 1));
    Index plain = PARTIAL.withWhere(null).withParts(List.of(IndexPart.column("b")));

    assertThat(TableObjects.find(TABLE, DropConstraint.of(other))).isNull();
    assertThat(TableObjects.find(TABLE, DropIndex.of(plain))).isNull();
  }

  private static Check check(String name, CheckCondition condition) {
    return new Check(Identifier.of(name), condition);
  }
}
