package dev.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.sqlite.StoredTable.Column;
import dev.limbeck.dialect.sqlite.StoredTable.Reference;
import dev.limbeck.dialect.sqlite.StoredTable.Whole;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Unique;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stored {@code CREATE TABLE} statements. */
class TableDdlParserTest {

  @Test
  void columns_say_type_default_collation_and_nullability() {
    StoredTable table =
        TableDdlParser.parse(
            """
            CREATE TABLE t(
              a INTEGER NOT NULL DEFAULT -1, -- the first, (with a parenthesis
              b varchar ( 10 ) COLLATE NOCASE DEFAULT 'it''s, (b)',
              c numeric(12, 2) DEFAULT (1 + (2)) /* a comment, too */ NOT NULL ON CONFLICT ABORT,
              d,
              e unsigned big int NULL DEFAULT CURRENT_TIMESTAMP,
              f double precision DEFAULT +1.5e3)
            """);
    assertThat(table)
        .isEqualTo(
            table(
                List.of(
                    column("a", "INTEGER", true, "-1", null),
                    column("b", "varchar ( 10 )", false, "'it''s, (b)'", "NOCASE"),
                    column("c", "numeric(12, 2)", true, "1 + (2)", null),
                    column("d", "", false, null, null),
                    column("e", "unsigned big int", false, "CURRENT_TIMESTAMP", null),
                    column("f", "double precision", false, "+1.5e3", null)),
                new StoredComments(
                    Map.of(
                        Identifier.of("a"), List.of("-- the first, (with a parenthesis"),
                        Identifier.of("c"), List.of("/* a comment, too */")),
                    List.of())));
  }

  @Test
  void a_default_that_looks_like_a_name_is_a_text() {
    StoredTable table =
        TableDdlParser.parse(
            """
            CREATE TABLE t(
              a text DEFAULT "it's ""so"" now",
              b text DEFAULT `x`,
              c text DEFAULT [y],
              d text DEFAULT word,
              e text DEFAULT True,
              f blob DEFAULT x'01')
            """);
    assertThat(table.columns())
        .containsExactly(
            column("a", "text", false, "'it''s \"so\" now'", null),
            column("b", "text", false, "'x'", null),
            column("c", "text", false, "'y'", null),
            column("d", "text", false, "'word'", null),
            column("e", "text", false, "True", null),
            column("f", "blob", false, "x'01'", null));
  }

  @Test
  void names_come_in_four_quotings() {
    StoredTable table =
        TableDdlParser.parse(
            """
            CREATE TABLE "a ""b" ("x""y" int, `x``z` int, [x z] int, 'x''w' int,
              PRIMARY KEY([x z], "x""y"))
            """);
    assertThat(table.name()).isEqualTo(Identifier.of("a \"b"));
    assertThat(table.columns())
        .extracting(column -> column.name().text())
        .containsExactly("x\"y", "x`z", "x z", "x'w");
    assertThat(table.constraints())
        .containsExactly(
            new Whole(new PrimaryKey(null, List.of(Identifier.of("x z"), Identifier.of("x\"y")))));
  }

  @Test
  void constraints_stand_inline_and_behind_the_columns() {
    StoredTable table =
        TableDdlParser.parse(
            """
            CREATE TABLE t(
              id INTEGER CONSTRAINT pk PRIMARY KEY AUTOINCREMENT NOT NULL,
              a int CONSTRAINT nn NOT NULL CONSTRAINT uq UNIQUE CHECK (a > (0)) CONSTRAINT ca CHECK(a<9)
                CONSTRAINT fa REFERENCES p(x) ON DELETE SET NULL ON UPDATE CASCADE
                DEFERRABLE INITIALLY DEFERRED,
              b int REFERENCES p NOT NULL,
              CONSTRAINT uqt UNIQUE (a, b)
              CONSTRAINT ct CHECK ('a)' <> b),
              FOREIGN KEY (a, b) REFERENCES "q" ("y", z) ON DELETE NO ACTION NOT DEFERRABLE,
              FOREIGN KEY (b) REFERENCES r (w) ON DELETE RESTRICT ON UPDATE SET DEFAULT DEFERRABLE)
            """);
    assertThat(table.autoIncrement()).isTrue();
    assertThat(table.columns()).extracting(Column::notNull).containsExactly(true, true, true);
    assertThat(table.constraints())
        .containsExactly(
            new Whole(new PrimaryKey(Identifier.of("pk"), names("id"))),
            new Whole(Unique.of(Identifier.of("uq"), names("a"))),
            new Whole(new Check(null, CheckCondition.sql("a > (0)"))),
            new Whole(new Check(Identifier.of("ca"), CheckCondition.sql("a<9"))),
            new Reference(
                Identifier.of("fa"),
                names("a"),
                Identifier.of("p"),
                names("x"),
                ReferentialAction.SET_NULL,
                ReferentialAction.CASCADE,
                Deferral.INITIALLY_DEFERRED),
            new Reference(
                null,
                names("b"),
                Identifier.of("p"),
                List.of(),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Deferral.NONE),
            new Whole(Unique.of(Identifier.of("uqt"), names("a", "b"))),
            new Whole(new Check(Identifier.of("ct"), CheckCondition.sql("'a)' <> b"))),
            new Reference(
                null,
                names("a", "b"),
                Identifier.of("q"),
                names("y", "z"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Deferral.NONE),
            new Reference(
                null,
                names("b"),
                Identifier.of("r"),
                names("w"),
                ReferentialAction.RESTRICT,
                ReferentialAction.SET_DEFAULT,
                Deferral.INITIALLY_IMMEDIATE));
  }

  @Test
  void generated_columns_are_stored_or_virtual() {
    StoredTable table =
        TableDdlParser.parse(
            "CREATE TABLE t(a int, b int GENERATED ALWAYS AS (a * (2)) STORED, c AS (a+1), d int AS"
                + " (a) VIRTUAL UNIQUE)");
    assertThat(table.columns())
        .extracting(Column::generation)
        .containsExactly(
            null,
            new Generation.Computed(SqlExpression.of("a * (2)"), true),
            new Generation.Computed(SqlExpression.of("a+1"), false),
            new Generation.Computed(SqlExpression.of("a"), false));
  }

  @Test
  void options_stand_behind_the_columns() {
    StoredTable table =
        TableDdlParser.parse("CREATE TABLE t(a int PRIMARY KEY)STRICT,WITHOUT ROWID");
    assertThat(table.strict()).isTrue();
    assertThat(table.withoutRowid()).isTrue();
  }

  @Test
  void what_the_model_has_no_place_for_is_said() {
    StoredTable table =
        TableDdlParser.parse(
            """
            CREATE TABLE t(
              id integer PRIMARY KEY DESC,
              a text UNIQUE ON CONFLICT REPLACE NOT NULL ON CONFLICT IGNORE,
              b int REFERENCES p MATCH FULL,
              UNIQUE (a COLLATE NOCASE DESC, b ASC) ON CONFLICT ROLLBACK)
            """);
    assertThat(table.beyond())
        .containsExactly(
            "id PRIMARY KEY DESC",
            "a UNIQUE ON CONFLICT REPLACE",
            "a NOT NULL ON CONFLICT IGNORE",
            "FOREIGN KEY [b] MATCH FULL",
            "key on a COLLATE NOCASE",
            "key on a DESC",
            "UNIQUE [a, b] ON CONFLICT ROLLBACK");
  }

  @Test
  void what_is_no_table_is_refused_with_the_place() {
    assertThatThrownBy(() -> TableDdlParser.parse("CREATE TABLE t(a int UNKNOWN (1) x)"))
        .isInstanceOf(UnreadableDdlException.class)
        .hasMessage("expected a column constraint but found x");
  }

  private static StoredTable table(List<Column> columns, StoredComments comments) {
    return new StoredTable(
        Identifier.of("t"), columns, List.of(), false, false, false, comments, List.of());
  }

  private static Column column(
      String name,
      String type,
      boolean notNull,
      @Nullable String defaultValue,
      @Nullable String collation) {
    return new Column(Identifier.of(name), type, notNull, defaultValue, null, collation);
  }

  private static List<Identifier> names(String... names) {
    return List.of(names).stream().map(Identifier::of).toList();
  }
}
