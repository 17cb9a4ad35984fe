package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.bool;
import static dev.limbeck.model.Types.bytes;
import static dev.limbeck.model.Types.character;
import static dev.limbeck.model.Types.date;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.smallint;
import static dev.limbeck.model.Types.text;
import static dev.limbeck.model.Types.uuid;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.migration.TableChange;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Generation;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The changes that rows can refuse, one of each kind. */
final class RefusedChanges {
  private static final String EXECUTE = "in an execute before it.";
  private static final String USING =
      "Say what becomes of them: .using(\"…\") after the change, or an execute before it.";
  private static final String UUID = "'123e4567-e89b-12d3-a456-426614174000'";

  private RefusedChanges() {}

  static Stream<RefusedChange> all() {
    return Stream.concat(constraints(), types());
  }

  private static Stream<RefusedChange> constraints() {
    return Stream.of(
        RefusedChange.of(
                "a new column without null",
                t -> {},
                t -> t.addColumn("c", integer()).notNull(),
                t -> t.dropColumn("c"))
            .refuses(
                "(1), (2), (3), (4)",
                "adds the column t.c, which takes no null",
                "all 4 rows of t would have no value in it: id 1, 2, 3, 4.",
                "Say what they get: .fill(\"…\") after the column, or a defaultValue."),
        RefusedChange.of(
                "a new column of the key",
                t -> {},
                t -> {
                  t.dropPrimaryKey("pk_t", "id");
                  t.addColumn("c", integer()).notNull();
                  t.addPrimaryKey("pk_t", "id", "c");
                },
                t -> {
                  t.dropPrimaryKey("pk_t", "id", "c");
                  t.dropColumn("c");
                  t.addPrimaryKey("pk_t", "id");
                })
            .refuses(
                "(1), (2), (3), (4)",
                "adds the column t.c, which takes no null",
                "all 4 rows of t would have no value in it: id 1, 2, 3, 4.",
                "Say what they get: .fill(\"…\") after the column, or a defaultValue."),
        converted(
                "a list of texts for one of numbers",
                t -> t.alterColumn("c").type(integer(), character(1)))
            .refuses(
                "(1, 0), (2, 1), (3, null), (4, 1)",
                "adds the check ck_t_c to t",
                "3 of 4 rows of t do not meet it: id 1, 2, 4.",
                "Say what they get: .using(\"case … when … then … end\") after the change of c."),
        converted(
                "a list of texts for one of numbers, converted",
                t ->
                    t.alterColumn("c")
                        .type(integer(), character(1))
                        .using("case c when 1 then 'Y' when 0 then 'N' end"))
            .keeps("(1, 0), (2, 1), (3, null)", "[[N], [Y], [null]]"),
        RefusedChange.of(
                "no null any more",
                t -> t.column("c", integer()),
                t -> t.alterColumn("c").nullable(true, false),
                t -> t.alterColumn("c").nullable(false, true))
            .keeps("(1, 5), (2, 6)", "[[5], [6]]")
            .refuses(
                "(1, 5), (2, null), (3, 6), (4, null)",
                "forbids null in t.c",
                "2 of 4 rows of t have null in it: id 2, 4.",
                "Say what they get: .fill(\"…\") after the change, or an execute before it."),
        RefusedChange.of(
                "an identity of a column with null",
                t -> t.column("c", integer()),
                t -> {
                  t.dropPrimaryKey("pk_t", "id");
                  t.alterColumn("c").nullable(true, false).generation(null, Generation.identity());
                  t.addPrimaryKey("pk_t", "c");
                },
                t -> {
                  t.dropPrimaryKey("pk_t", "c");
                  t.alterColumn("c").nullable(false, true).generation(Generation.identity(), null);
                  t.addPrimaryKey("pk_t", "id");
                })
            .keeps("(1, 5), (2, 6)", "[[5], [6]]")
            .refuses(
                "(1, 5), (2, null), (3, 6), (4, null)",
                "forbids null in t.c",
                "2 of 4 rows of t have null in it: id 2, 4.",
                "Say what they get: .fill(\"…\") after the change, or an execute before it."),
        RefusedChange.of(
                "unique constraint",
                t -> t.column("c", varchar(9)),
                t -> t.addUnique("uq_t_c", "c"),
                t -> t.dropUnique("uq_t_c", "c"))
            .keeps("(1, 'a'), (2, null), (3, null)", "[[a], [null], [null]]")
            .refuses(
                "(1, 'a'), (2, 'b'), (3, 'a'), (4, null)",
                "makes t(c) unique",
                "2 of 4 rows of t share their values with others: id 1, 3.",
                "Tell them apart, or delete what is there twice, " + EXECUTE),
        RefusedChange.of(
                "unique index with a condition",
                t -> {
                  t.column("a", integer());
                  t.column("b", integer());
                },
                t -> t.addUniqueIndex("ix_t", "a").where("b > 0"),
                t -> t.dropIndex("ix_t"))
            .keeps("(1, 7, 1), (2, 7, 0), (3, 7, 0)", "[[7, 1], [7, 0], [7, 0]]")
            .refuses(
                "(1, 7, 1), (2, 7, 0), (3, 7, 2), (4, 8, 1)",
                "makes t(a) unique",
                "2 of 4 rows of t share their values with others: id 1, 3.",
                "Tell them apart, or delete what is there twice, " + EXECUTE),
        RefusedChange.of(
                "foreign key",
                t -> t.column("c", integer()),
                t -> t.addForeignKey("fk_t_c", "c").references("parent", "code"),
                t -> t.dropForeignKey("fk_t_c", "c").references("parent", "code"))
            .keeps("(1, 10), (2, null)", "[[10], [null]]")
            .refuses(
                "(1, 10), (2, null), (3, 11), (4, 10)",
                "makes t(c) refer to parent",
                "1 of 4 rows of t refers to nothing there: id 3.",
                "Give them what they refer to, or null, " + EXECUTE),
        RefusedChange.of(
                "foreign key of a column that gets another type",
                t -> t.column("c", varchar(9)),
                t -> {
                  t.alterColumn("c").type(varchar(9), integer());
                  t.addForeignKey("fk_t_c", "c").references("parent", "code");
                },
                t -> {
                  t.dropForeignKey("fk_t_c", "c").references("parent", "code");
                  t.alterColumn("c").type(integer(), varchar(9));
                })
            .keeps("(1, '10'), (2, null)", "[[10], [null]]")
            .refuses(
                "(1, '10'), (2, null), (3, '11'), (4, '10')",
                "makes t(c) refer to parent",
                "1 of 4 rows of t refers to nothing there: id 3.",
                "Give them what they refer to, or null, " + EXECUTE),
        RefusedChange.of(
                "unique constraint of a column that gets another type",
                t -> t.column("c", varchar(9)),
                t -> {
                  t.alterColumn("c").type(varchar(9), bool());
                  t.addUnique("uq_t_c", "c");
                },
                t -> {
                  t.dropUnique("uq_t_c", "c");
                  t.alterColumn("c").type(bool(), varchar(9));
                })
            .keeps("(1, 'on'), (2, null)", "")
            .refuses(
                "(1, 'on'), (2, null), (3, 'off'), (4, 'yes')",
                "makes t(c) unique",
                "2 of 4 rows of t share their values with others: id 1, 4.",
                "Tell them apart, or delete what is there twice, " + EXECUTE),
        RefusedChange.of(
                "check",
                t -> t.column("c", integer()),
                t -> t.addCheck("ck_t", "c > 0"),
                t -> t.dropCheck("ck_t", "c > 0"))
            .keeps("(1, 10), (2, null)", "[[10], [null]]")
            .refuses(
                "(1, 10), (2, null), (3, -1), (4, 0)",
                "adds the check ck_t to t",
                "2 of 4 rows of t do not meet it: id 3, 4.",
                "Correct them " + EXECUTE),
        RefusedChange.of(
                "typed check",
                t -> t.column("c", varchar(9)),
                t -> t.addCheck("ck_t", CheckCondition.oneOf("c", "A", "B")),
                t -> t.dropCheck("ck_t", CheckCondition.oneOf("c", "A", "B")))
            .keeps("(1, 'A'), (2, null)", "[[A], [null]]")
            .refuses(
                "(1, 'A'), (2, null), (3, 'C'), (4, 'B')",
                "adds the check ck_t to t",
                "1 of 4 rows of t does not meet it: id 3.",
                "Correct them " + EXECUTE));
  }

  private static Stream<RefusedChange> types() {
    return Stream.of(
        type("shorter text", varchar(8), varchar(3))
            .keeps("(1, 'abc'), (2, 'ab '), (3, null)", "[[abc], [ab ], [null]]")
            .refuses(
                "(1, 'abc'), (2, 'abcd'), (3, null), (4, 'a    c')",
                "changes t.c from varchar(8) to varchar(3)",
                "2 of 4 rows of t have values that are none of varchar(3): id 2, 4.",
                USING),
        type("fewer digits", numeric(8, 2), numeric(5, 2))
            .keeps("(1, 999.99), (2, -1), (3, null)", "")
            .refuses(
                "(1, 999.99), (2, 1000), (3, null), (4, -1234.5)",
                "changes t.c from numeric(8,2) to numeric(5,2)",
                "2 of 4 rows of t have values that are none of numeric(5,2): id 2, 4.",
                USING),
        type("smaller number", bigint(), integer())
            .keeps("(1, 2147483647), (2, null)", "[[2147483647], [null]]")
            .refuses(
                "(1, 2147483647), (2, 2147483648), (3, null), (4, -2147483649)",
                "changes t.c from bigint to integer",
                "2 of 4 rows of t have values that are none of integer: id 2, 4.",
                USING),
        type("text to number", varchar(9), integer())
            .keeps("(1, '12'), (2, ' 007'), (3, null)", "[[12], [7], [null]]")
            .refuses(
                "(1, '12'), (2, '1.5'), (3, 'x'), (4, '')",
                "changes t.c from varchar(9) to integer",
                "3 of 4 rows of t have values that are none of integer: id 2, 3, 4.",
                USING),
        type("text to a small number", text(), smallint())
            .keeps("(1, '-5'), (2, null)", "[[-5], [null]]")
            .refuses(
                "(1, '12'), (2, '40000'), (3, null), (4, '3')",
                "changes t.c from text to smallint",
                "1 of 4 rows of t has a value that is none of smallint: id 2.",
                USING),
        type("text to decimal", varchar(9), numeric(5, 2))
            .keeps("(1, '12.5'), (2, null)", "")
            .refuses(
                "(1, '12.5'), (2, '1000'), (3, 'x'), (4, null)",
                "changes t.c from varchar(9) to numeric(5,2)",
                "2 of 4 rows of t have values that are none of numeric(5,2): id 2, 3.",
                USING),
        type("text to uuid", text(), uuid())
            .keeps("(1, " + UUID + "), (2, null)", "")
            .refuses(
                "(1, " + UUID + "), (2, 'x'), (3, null), (4, '')",
                "changes t.c from text to uuid",
                "2 of 4 rows of t have values that are none of uuid: id 2, 4.",
                USING),
        type("text to boolean", varchar(9), bool())
            .keeps("(1, 'true'), (2, 'No'), (3, null)", "")
            .refuses(
                "(1, 'true'), (2, 'perhaps'), (3, null), (4, '')",
                "changes t.c from varchar(9) to boolean",
                "2 of 4 rows of t have values that are none of boolean: id 2, 4.",
                USING),
        type("text to date", varchar(20), date())
            .keeps("(1, '2026-02-28'), (2, null)", "[[2026-02-28], [null]]")
            .refuses(
                "(1, '2026-02-28'), (2, 'soon'), (3, null), (4, '')",
                "changes t.c from varchar(20) to date",
                "2 of 4 rows of t have values that are none of date: id 2, 4.",
                USING),
        type("number to boolean", integer(), bool()).keeps("(1, 0), (2, 5), (3, null)", ""),
        type("large number to boolean", bigint(), bool()).keeps("(1, 0), (2, 5), (3, null)", ""),
        type("boolean to a large number", bool(), bigint())
            .keeps("(1, false), (2, true), (3, null)", "[[0], [1], [null]]"),
        type("boolean to text", bool(), varchar(9))
            .keeps("(1, false), (2, true), (3, null)", "[[false], [true], [null]]"),
        type("bytes to uuid", bytes(), uuid()).keeps("(1, null)", "[[null]]"),
        type("bytes to text", bytes(), varchar(9)).keeps("(1, null)", "[[null]]"),
        type("digits to whole numbers", numeric(8, 2), integer())
            .keeps(
                "(1, 1.5), (2, -2.5), (3, 2.4), (4, 7), (5, null)",
                "[[2], [-3], [2], [7], [null]]"),
        type("text to bytes", varchar(9), bytes())
            .keeps("(1, null)", "[[null]]")
            .refuses(
                "(1, 'a'), (2, null), (3, 'b'), (4, null)",
                "changes t.c from varchar(9) to bytes",
                "2 of 4 rows of t have values that are none of bytes: id 1, 3.",
                USING),
        type("number to date", integer(), date())
            .keeps("(1, null)", "[[null]]")
            .refuses(
                "(1, 20200102), (2, null), (3, 1), (4, null)",
                "changes t.c from integer to date",
                "2 of 4 rows of t have values that are none of date: id 1, 3.",
                USING),
        type("what has no conversion", integer(), uuid())
            .keeps("(1, null)", "[[null]]")
            .refuses(
                "(1, 1), (2, null), (3, 2), (4, 3)",
                "changes t.c from integer to uuid",
                "3 of 4 rows of t have values that are none of uuid: id 1, 3, 4.",
                USING));
  }

  private static RefusedChange converted(String name, Consumer<TableChange> change) {
    return RefusedChange.of(
        name,
        t -> {
          t.column("c", integer());
          t.check("ck_t_c", CheckCondition.oneOf("c", 0, 1));
        },
        t -> {
          t.dropCheck("ck_t_c", CheckCondition.oneOf("c", 0, 1));
          change.accept(t);
          t.addCheck("ck_t_c", CheckCondition.oneOf("c", "N", "Y"));
        },
        t -> {
          t.dropCheck("ck_t_c", CheckCondition.oneOf("c", "N", "Y"));
          t.alterColumn("c")
              .type(character(1), integer())
              .using("case c when 'Y' then 1 when 'N' then 0 end");
          t.addCheck("ck_t_c", CheckCondition.oneOf("c", 0, 1));
        });
  }

  private static RefusedChange type(String name, ColumnType from, ColumnType to) {
    return RefusedChange.of(
        name,
        t -> t.column("c", from),
        t -> t.alterColumn("c").type(from, to),
        t -> t.alterColumn("c").type(to, from));
  }
}
