package dev.limbeck.mutation;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.bytes;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.smallint;
import static dev.limbeck.model.Types.text;
import static dev.limbeck.model.Types.timestampTz;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.model.Unique;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A schema with every fact that a mutation changes. */
final class MutatedSchema {
  private MutatedSchema() {}

  /** What both databases can hold. */
  static DatabaseModel common(String collation) {
    return DatabaseModel.of(
            author(),
            book(collation),
            tag(),
            Table.of("note", Column.of("id", integer()), Column.of("body", bytes())))
        .withSequences(
            List.of(new Sequence(QualifiedName.parse("book_seq"), 100, 50, 10L, 90000L, 5, false)));
  }

  /** With what only PostgreSQL has. */
  static DatabaseModel postgresql() {
    DatabaseModel model = common("\"C\"");
    Table book = model.tables().get(1);
    List<Column> columns = new ArrayList<>(book.columns());
    columns.add(
        Column.of("mood", new NamedType(QualifiedName.parse("mood")))
            .withDefault(SqlExpression.of("'calm'")));
    columns.add(Column.of("tags", Types.array(varchar(20))));
    columns.add(Column.of("extra", new NativeType("jsonb")));
    columns.add(Column.of("details", new NativeType("jsonb")));
    columns.add(Column.of("serial_no", new NativeType("serial")));
    columns.add(Column.of("rating", new NamedType(QualifiedName.parse("rating"))));
    columns.add(Column.of("number", integer()).withGeneration(Generation.identity(true, 10, 2)));
    List<Index> indexes = new ArrayList<>(book.indexes());
    indexes.add(
        new Index(
            Identifier.of("ix_book_extra"),
            false,
            List.of(IndexPart.column("extra").using("jsonb_path_ops")),
            "gin",
            List.of(),
            null,
            false));
    indexes.add(
        new Index(
            Identifier.of("ix_book_title"),
            false,
            List.of(
                IndexPart.column("title").collate("\"C\"").using("text_pattern_ops"),
                IndexPart.column("added").desc().nullsLast()),
            null,
            names("code"),
            null,
            false));
    return model
        .replacing(book.name(), book.withColumns(columns).withIndexes(indexes))
        .withEnumTypes(
            List.of(new EnumType(QualifiedName.parse("mood"), List.of("calm", "glad", "wild"))))
        .withDomains(List.of(rating()))
        .withSchemas(List.of(Identifier.of("shop")))
        .replacing(
            QualifiedName.parse("shop.orders"),
            Table.of("shop.orders", Column.of("id", bigint()).withNullable(false))
                .withConstraints(List.of(key("pk_orders", "id"))));
  }

  private static Domain rating() {
    return new Domain(
        QualifiedName.parse("rating"),
        numeric(5, 2),
        false,
        SqlExpression.of("3"),
        List.of(
            new Check(Identifier.of("ck_rating_least"), CheckCondition.sql("value > 0")),
            new Check(Identifier.of("ck_rating_most"), CheckCondition.sql("value < 100"))));
  }

  private static Table author() {
    return new Table(
        QualifiedName.parse("author"),
        List.of(
            Column.of("id", bigint()).withNullable(false).withGeneration(Generation.identity()),
            Column.of("name", varchar(100)).withNullable(false).withComment("As printed"),
            Column.of("country", varchar(2)).withNullable(false),
            Column.of("tax_no", varchar(20))),
        List.of(
            key("pk_author", "id"),
            new Unique(
                Identifier.of("uq_author_name"), names("name", "country"), false, Deferral.NONE),
            new Unique(Identifier.of("uq_author_tax"), names("tax_no"), false, Deferral.NONE)),
        List.of(),
        "Whoever wrote a book",
        null);
  }

  private static Table book(String collation) {
    return new Table(
        QualifiedName.parse("book"),
        List.of(
            Column.of("id", bigint()).withNullable(false).withGeneration(Generation.identity()),
            Column.of("author_id", bigint()).withNullable(false),
            Column.of("second_author_id", bigint()),
            Column.of("title", varchar(200)).withNullable(false),
            Column.of("subtitle", text()),
            Column.of("status", varchar(16))
                .withNullable(false)
                .withDefault(SqlExpression.of("'NEW'")),
            Column.of("medium", smallint()),
            Column.of("code", integer()),
            Column.of("price", numeric(12, 2)),
            Column.of("added", timestampTz(6)).withDefault(SqlExpression.of("CURRENT_TIMESTAMP")),
            Column.of("isbn", varchar(17)).withCollation(collation),
            Column.of("twice", numeric(14, 2))
                .withGeneration(new Generation.Computed(SqlExpression.of("price * 2"), true))),
        List.of(
            key("pk_book", "id"),
            Unique.of(Identifier.of("uq_book_isbn"), names("isbn")),
            ForeignKey.of(
                    Identifier.of("fk_book_author"),
                    names("author_id"),
                    QualifiedName.parse("author"),
                    names("id"))
                .withActions(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION),
            ForeignKey.of(
                    Identifier.of("fk_book_second_author"),
                    names("second_author_id"),
                    QualifiedName.parse("author"),
                    names("id"))
                .withActions(ReferentialAction.SET_NULL, ReferentialAction.CASCADE)
                .withDeferral(Deferral.INITIALLY_DEFERRED),
            check("ck_book_status", CheckCondition.oneOf("status", "NEW", "USED")),
            check("ck_book_medium", CheckCondition.between("medium", 0, 3)),
            check("ck_book_price", CheckCondition.sql("price > 0 or code = 7"))),
        List.of(
            Index.of(Identifier.of("ix_book_author"), false, names("author_id", "title")),
            Index.of(Identifier.of("ux_book_code"), true, names("code", "medium")),
            new Index(
                Identifier.of("ix_book_lower"),
                false,
                List.of(IndexPart.expression("lower(title)"), IndexPart.column("code").desc()),
                null,
                List.of(),
                SqlExpression.of("code > 3"),
                false)),
        null,
        null);
  }

  /** A key of two columns and a reference to it. */
  private static Table tag() {
    return new Table(
        QualifiedName.parse("tag"),
        List.of(
            Column.of("lang", varchar(8)).withNullable(false),
            Column.of("word", varchar(40)).withNullable(false),
            Column.of("parent_lang", varchar(8)),
            Column.of("parent_word", varchar(40))),
        List.of(
            key("pk_tag", "lang", "word"),
            ForeignKey.of(
                    Identifier.of("fk_tag_parent"),
                    names("parent_lang", "parent_word"),
                    QualifiedName.parse("tag"),
                    names("lang", "word"))
                .withActions(ReferentialAction.SET_NULL, ReferentialAction.NO_ACTION)),
        List.of(),
        null,
        null);
  }

  private static PrimaryKey key(String name, String... columns) {
    return new PrimaryKey(Identifier.of(name), names(columns));
  }

  private static Constraint check(String name, CheckCondition condition) {
    return new Check(Identifier.of(name), condition);
  }

  private static List<Identifier> names(String... names) {
    return Arrays.stream(names).map(Identifier::parse).toList();
  }
}
