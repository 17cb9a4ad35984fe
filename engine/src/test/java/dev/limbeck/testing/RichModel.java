package dev.limbeck.testing;

import static dev.limbeck.model.CheckCondition.atLeast;
import static dev.limbeck.model.CheckCondition.between;
import static dev.limbeck.model.CheckCondition.oneOf;
import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.bool;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.smallint;
import static dev.limbeck.model.Types.text;
import static dev.limbeck.model.Types.timestamp;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import java.util.Arrays;
import java.util.List;

/** A schema with one of each thing that every dialect can make. */
public final class RichModel {
  private RichModel() {}

  /** Authors, their books and what refers to both. */
  public static DatabaseModel library() {
    return DatabaseModel.of(author(), book(), shelf(), order())
        .withSequences(
            List.of(
                Sequence.of(QualifiedName.parse("author_seq"), 1, 50),
                Sequence.of(QualifiedName.parse("book_seq"), 100, 1)));
  }

  private static Table author() {
    return new Table(
        QualifiedName.parse("author"),
        List.of(
            Column.of("id", bigint()).withNullable(false),
            Column.of("fullName", varchar(255)).withNullable(false).withComment("As printed"),
            Column.of("email", varchar(320)),
            Column.of("rank", integer()).withNullable(false).withDefault(SqlExpression.of("0"))),
        List.of(
            new PrimaryKey(Identifier.of("pk_author"), names("id")),
            Unique.of(Identifier.of("uq_author_email"), names("email")),
            check("ck_author_rank", atLeast("rank", -5))),
        List.of(
            Index.of(Identifier.of("ix_author_name"), false, names("fullName")),
            new Index(
                Identifier.of("ix_author_lower"),
                false,
                List.of(IndexPart.expression("lower(email)"), IndexPart.column("rank").desc()),
                null,
                List.of(),
                SqlExpression.of("rank > 3"),
                false)),
        "Whoever wrote a book",
        null);
  }

  private static Table book() {
    return new Table(
        QualifiedName.parse("book"),
        List.of(
            Column.of("id", bigint()).withNullable(false).withGeneration(Generation.identity()),
            Column.of("author_id", bigint()).withNullable(false),
            Column.of("title", text()).withNullable(false),
            Column.of("status", varchar(16))
                .withNullable(false)
                .withDefault(SqlExpression.of("'NEW'")),
            Column.of("medium", smallint()),
            Column.of("code", integer()),
            Column.of("price", numeric(12, 2)),
            Column.of("lent", bool()),
            Column.of("added", timestamp(6)).withDefault(SqlExpression.of("CURRENT_TIMESTAMP")),
            Column.of("twice", numeric(14, 2))
                .withGeneration(new Generation.Computed(SqlExpression.of("price * 2"), true))),
        List.of(
            new PrimaryKey(Identifier.of("pk_book"), names("id")),
            Unique.of(Identifier.of("uq_book_author_title"), names("author_id", "title")),
            ForeignKey.of(
                    Identifier.of("fk_book_author"),
                    names("author_id"),
                    QualifiedName.parse("author"),
                    names("id"))
                .withActions(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION),
            check("ck_book_status", oneOf("status", "NEW", "USED", "it's \\ gone")),
            check("ck_book_medium", between("medium", 0, 3)),
            check("ck_book_code", oneOf("code", -1L, 7L)),
            check("ck_book_price", CheckCondition.sql("price > 0 or lent"))),
        List.of(
            Index.of(Identifier.of("ix_book_author"), false, names("author_id")),
            Index.of(Identifier.of("ux_book_code"), true, names("code", "medium"))),
        null,
        null);
  }

  /** A key of two columns, a reference to itself, one to a key of two columns. */
  private static Table shelf() {
    return new Table(
        QualifiedName.parse("shelf"),
        List.of(
            Column.of("room", varchar(8)).withNullable(false),
            Column.of("number", integer()).withNullable(false),
            Column.of("above_room", varchar(8)),
            Column.of("above_number", integer()),
            Column.of("first_book", bigint())),
        List.of(
            new PrimaryKey(Identifier.of("pk_shelf"), names("number", "room")),
            ForeignKey.of(
                    Identifier.of("fk_shelf_above"),
                    names("above_number", "above_room"),
                    QualifiedName.parse("shelf"),
                    names("number", "room"))
                .withDeferral(Deferral.INITIALLY_DEFERRED),
            ForeignKey.of(
                    Identifier.of("fk_shelf_book"),
                    names("first_book"),
                    QualifiedName.parse("book"),
                    names("id"))
                .withActions(ReferentialAction.SET_NULL, ReferentialAction.CASCADE)),
        List.of(),
        null,
        null);
  }

  /** Names that are reserved, odd or hold what SQL would fold. */
  private static Table order() {
    return new Table(
        QualifiedName.parse("order"),
        List.of(
            Column.of("id", integer()).withNullable(false),
            Column.of("group", varchar(10)),
            Column.of("`Mixed Case`", varchar(10)),
            Column.of("`with \"quotes\"`", integer()),
            Column.of("grün", varchar(10))),
        List.of(
            new PrimaryKey(Identifier.of("pk_order"), names("id")),
            Unique.of(Identifier.quoted("UQ order"), names("group", "`Mixed Case`")),
            check("ck_order_group", oneOf("group", "a", "b")),
            check("ck_order_quotes", atLeast("`with \"quotes\"`", 1))),
        List.of(Index.of(Identifier.quoted("IX-order"), false, names("`Mixed Case`", "grün"))),
        null,
        null);
  }

  private static Constraint check(String name, CheckCondition condition) {
    return new Check(Identifier.of(name), condition);
  }

  private static List<Identifier> names(String... names) {
    return Arrays.stream(names).map(Identifier::parse).toList();
  }
}
