package dev.limbeck.scanner;

import static dev.limbeck.model.CheckCondition.atLeast;
import static dev.limbeck.model.CheckCondition.between;
import static dev.limbeck.model.CheckCondition.oneOf;
import static dev.limbeck.model.CheckCondition.sql;
import static dev.limbeck.model.Types.array;
import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.bool;
import static dev.limbeck.model.Types.character;
import static dev.limbeck.model.Types.clob;
import static dev.limbeck.model.Types.date;
import static dev.limbeck.model.Types.floating;
import static dev.limbeck.model.Types.json;
import static dev.limbeck.model.Types.named;
import static dev.limbeck.model.Types.nativeType;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.text;
import static dev.limbeck.model.Types.time;
import static dev.limbeck.model.Types.timestamp;
import static dev.limbeck.model.Types.timestampUtc;
import static dev.limbeck.model.Types.tinyint;
import static dev.limbeck.model.Types.uuid;
import static dev.limbeck.model.Types.varchar;
import static dev.limbeck.model.Types.varying;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.CounterRow;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntityModel.Setting;
import dev.limbeck.autogenerate.SqlObject;
import dev.limbeck.autogenerate.SqlObject.Statements;
import dev.limbeck.model.Check;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.EnumType;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the scanner makes of mappings, for two dialects at once. */
class EntityScannerTest {
  private static final String PACKAGE = "dev.limbeck.scanner.entity.";

  private static EntityModel scanned;

  @BeforeAll
  static void scan() {
    scanned =
        new EntityScanner(
                Scans.builder()
                    .classPath(Scans.TEST_CLASSES)
                    .packages(List.of("dev.limbeck.scanner.entity"))
                    .build())
            .read(List.of("sqlite", "postgresql"));
  }

  @Test
  void a_column_has_the_neutral_type_that_both_dialects_render_as_hibernate_does() {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (Column column : table("everything").columns()) {
      types.put(column.name().text(), column.type());
    }
    assertThat(types)
        .containsEntry("id", bigint())
        .containsEntry("aDate", date())
        .containsEntry("aDateTime", timestamp(6))
        .containsEntry("aTime", time(0))
        .containsEntry("instant", timestampUtc(6))
        .containsEntry("millis", timestampUtc(3))
        .containsEntry("money", numeric(12, 3))
        .containsEntry("flag", bool())
        .containsEntry("letter", character(1))
        .containsEntry("real", floating(24))
        .containsEntry("floating", floating(53))
        .containsEntry("tiny", tinyint())
        .containsEntry("clob", clob())
        .containsEntry("text", text())
        .containsEntry("uuid", uuid())
        .containsEntry("json", json())
        .containsEntry("definedJson", nativeType("jsonb"))
        .containsEntry("strings", array(varchar(255)))
        .containsEntry("definition", varchar(77));
    assertThat(requireNonNull(table("other.elsewhere").column(Identifier.of("named"))).type())
        .isEqualTo(varying(varchar(255), "postgresql", named("Colour")));
  }

  @Test
  void a_definition_of_a_column_is_taken_apart() {
    assertThat(column("everything", "definition"))
        .isEqualTo(
            Column.of("definition", varchar(77))
                .withNullable(false)
                .withDefault(SqlExpression.of("'x'")));
    assertThat(column("everything", "created").defaultValue())
        .isEqualTo(SqlExpression.of("current_timestamp"));
  }

  @Test
  void generated_values_are_the_databases_own() {
    assertThat(column("everything", "id").generation()).isEqualTo(Generation.identity());
    assertThat(column("everything", "doubled").generation())
        .isEqualTo(new Generation.Computed(SqlExpression.of("anInt * 2"), true));
    assertThat(scanned.model().sequences())
        .contains(
            Sequence.of(QualifiedName.parse("item_numbers"), 100, 10),
            Sequence.of(QualifiedName.parse("owner_SEQ"), 1, 50),
            Sequence.of(QualifiedName.parse("other.elsewhere_numbers"), -5, 1)
                .withBounds(-5L, null));
  }

  @Test
  void checks_that_hibernate_makes_are_typed() {
    assertThat(checks("everything"))
        .contains(
            new Check(null, oneOf("colour", "RED", "GREEN", "BLUE")),
            new Check(null, between("ordinal", 0, 2)),
            new Check(null, oneOf("numeric", 0, 1)),
            new Check(Identifier.of("ck_money"), sql("money > 0")),
            new Check(Identifier.of("ck_column"), sql("jpaChecked > 5")));
    assertThat(checks("Numbered")).containsExactly(new Check(null, oneOf("kind", 1, 2)));
    assertThat(checks("single_table"))
        .containsExactly(new Check(null, oneOf("DTYPE", "B", "SingleA")));
    assertThat(checks("owner_notes")).containsExactly(new Check(null, atLeast("pos", 0)));
  }

  @Test
  void only_names_that_the_mapping_gives_are_names() {
    assertThat(table("everything").constraints())
        .contains(
            new PrimaryKey(null, List.of(Identifier.of("id"))),
            Unique.of(Identifier.of("uq_named"), ids("aShort", "anInt")),
            Unique.of(null, ids("aLong", "anInt")),
            Unique.of(Identifier.of("ix_unique"), ids("aTime")),
            Unique.of(null, ids("single")),
            Unique.of(null, ids("naturalKey")),
            Unique.of(null, ids("definedUnique")));
    assertThat(table("everything").indexes())
        .containsExactlyInAnyOrder(
            Index.of(Identifier.of("ix_named"), false, ids("name", "aDate"))
                .withParts(List.of(IndexPart.column("name").desc(), IndexPart.column("aDate"))),
            Index.of(null, false, ids("aDate")),
            Index.of(Identifier.of("ix_lower"), false, ids("name"))
                .withParts(List.of(IndexPart.expression("lower(name)"))));
  }

  @Test
  void foreign_keys_have_their_rules_and_targets() {
    QualifiedName owner = QualifiedName.parse("owner");
    assertThat(table("Item").foreignKeys())
        .containsExactlyInAnyOrder(
            ForeignKey.of(null, ids("part_code"), QualifiedName.parse("Part"), ids("code")),
            ForeignKey.of(
                null,
                ids("line_item_id", "line_number"),
                QualifiedName.parse("Line"),
                ids("item_id", "number")),
            ForeignKey.of(Identifier.of("fk_item_owner"), ids("owner_id"), owner, ids("id"))
                .withActions(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION),
            ForeignKey.of(Identifier.of("fk_defined"), ids("defined_id"), owner, ids("id"))
                .withActions(ReferentialAction.SET_NULL, ReferentialAction.NO_ACTION)
                .withDeferral(Deferral.INITIALLY_DEFERRED));
  }

  @Test
  void comments_schemas_and_enumerated_types_are_there() {
    assertThat(table("everything").comment()).isEqualTo("It's all here");
    assertThat(column("everything", "commented").comment()).isEqualTo("a 'quoted' comment");
    assertThat(scanned.model().schemas()).containsExactly(Identifier.of("other"));
    assertThat(scanned.model().enumTypes())
        .containsExactly(
            new EnumType(QualifiedName.parse("Colour"), List.of("BLUE", "GREEN", "RED")));
  }

  @Test
  void queries_and_views_are_no_tables() {
    assertThat(scanned.model().table(QualifiedName.parse("Report"))).isNull();
    assertThat(scanned.model().table(QualifiedName.parse("seen"))).isNull();
    Statements view =
        new Statements(
            List.of("create view seen as select id, label from other.elsewhere"),
            List.of("drop view if exists seen"));
    assertThat(scanned.sqlObjects())
        .containsExactly(
            new SqlObject(
                "view seen",
                SqlObject.Kind.VIEW,
                QualifiedName.parse("seen"),
                false,
                false,
                new TreeMap<>(Map.of("postgresql", view, "sqlite", view))));
  }

  @Test
  void what_definitions_and_options_demand_is_there() {
    QualifiedName defined = QualifiedName.parse("Defined");
    assertThat(table("Defined").constraints())
        .containsExactlyInAnyOrder(
            new PrimaryKey(null, ids("id")),
            Unique.of(Identifier.of("uq_unique_too"), ids("uniqueToo")),
            ForeignKey.of(null, ids("refers"), defined, ids("id"))
                .withActions(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION),
            ForeignKey.of(null, ids("refersToKey"), defined, ids("id")),
            ForeignKey.of(null, ids("other_id"), defined, ids("id")),
            new Check(null, sql("checked > 0")),
            new Check(Identifier.of("ck_named"), sql("named <> ''")));
    assertThat(column("Defined", "required").nullable()).isFalse();
    // Hibernate leaves NOT NULL out on PostgreSQL.
    assertThat(column("Counted", "doubled").nullable()).isTrue();
    assertThat(column("Defined", "defaulted").defaultValue()).isEqualTo(SqlExpression.of("4"));
    assertThat(column("Defined", "other_id").defaultValue()).isEqualTo(SqlExpression.of("4"));
    assertThat(scanned.model().sequence(QualifiedName.parse("bounded_seq")))
        .isEqualTo(new Sequence(QualifiedName.parse("bounded_seq"), 1, 7, -3L, 1000L, 20, true));
  }

  @Test
  void what_is_not_understood_is_told() {
    assertThat(scanned.notes())
        .contains(
            "index or key ix_lower of NotUnderstood: left out, the table has no column lower(word);"
                + " an expression stands in parentheses",
            "sequence small_seq: not all of its options are read: as smallint",
            "column NotUnderstood.second: not all of its columnDefinition and options is read:"
                + " primary key, which the table has already",
            "column NotUnderstood.changed: not all of its columnDefinition and options is read:"
                + " on update current_timestamp")
        // Hibernate adds the rows of a table generator where it misses them.
        .noneMatch(note -> note.startsWith("rows of id_rows"));
    assertThat(scanned.skipped()).containsAll(scanned.notes());
  }

  @Test
  void every_attribute_has_its_place() {
    assertThat(scanned.mapping().places())
        .containsEntry(PACKAGE + "Everything", "everything")
        .containsEntry(PACKAGE + "Everything.quoted", "everything.`Quoted Name`")
        .containsEntry(PACKAGE + "Relations$Extra.description", "extra_text.description")
        .containsEntry(PACKAGE + "Relations$Item.line.2", "Item.line_number")
        .containsEntry(PACKAGE + "Relations$Line.id.number", "Line.number")
        .containsEntry(PACKAGE + "Relations$Owner.tax.amount", "owner.tax_amount")
        .containsEntry(PACKAGE + "Relations$Owner.prices", "Owner_prices")
        .containsEntry(PACKAGE + "Relations$Owner.prices.key", "Owner_prices.Owner_id")
        .containsEntry(PACKAGE + "Relations$Owner.prices.index", "Owner_prices.label")
        .containsEntry(PACKAGE + "Relations$Owner.prices.element.amount", "Owner_prices.amount")
        .containsEntry(PACKAGE + "Relations$Owner.parts.key", "Part.owner_fk")
        .containsEntry(PACKAGE + "Relations$Pair.a", "Pair.a")
        .containsEntry(PACKAGE + "Inheritance$WholeA.common", "whole_a.common")
        .containsEntry(PACKAGE + "Inheritance$WholeA.id", "whole_a.id")
        .containsEntry(PACKAGE + "Inheritance$SingleA.onlyA", "single_table.onlyA")
        .containsEntry(PACKAGE + "PostgresOnly$Elsewhere.label", "other.elsewhere.label")
        .doesNotContainKeys(
            PACKAGE + "Inheritance$Whole",
            PACKAGE + "Inheritance$Report",
            PACKAGE + "PostgresOnly$Seen");
  }

  @Test
  void every_generated_id_has_its_sequence() {
    assertThat(scanned.mapping().generators())
        .containsEntry(PACKAGE + "Definitions$Counted.id", "bounded_seq")
        .containsEntry(PACKAGE + "Relations$Item.id", "item_numbers")
        .containsEntry(PACKAGE + "Relations$Part.id", "id_rows")
        .containsEntry(PACKAGE + "PostgresOnly$Elsewhere.id", "other.elsewhere_numbers")
        .doesNotContainKey(PACKAGE + "Relations$Pair.a");
    assertThat(scanned.mapping().lines())
        .containsEntry("generator " + PACKAGE + "Relations$Item.id", "item_numbers")
        .containsEntry(PACKAGE + "Relations$Item.id", "Item.id");
    assertThat(scanned.mapping().counters())
        .isEqualTo(Map.of(PACKAGE + "Relations$Part.id", new CounterRow("Part", 50)));
  }

  @Test
  void what_is_a_formula_has_no_place() {
    assertThat(scanned.mapping().places())
        .containsEntry(PACKAGE + "Formulas$Sum.size.width", "Sum.width")
        .containsEntry(PACKAGE + "Formulas$Sum.any", "Sum.any_id")
        .containsEntry(PACKAGE + "Formulas$Sum.word", "Sum.word")
        .containsEntry(PACKAGE + "Formulas$Big.key", "Sum.key_code")
        .doesNotContainKeys(
            PACKAGE + "Formulas$Sum.more",
            PACKAGE + "Formulas$Sum.size.doubled",
            PACKAGE + "Formulas$Sum.other");
  }

  @Test
  void what_was_found_and_every_setting_in_force_is_told() {
    assertThat(scanned.found())
        .contains(
            "entity dev.limbeck.scanner.entity.Everything of target/test-classes",
            "mapped superclass dev.limbeck.scanner.entity.Relations$Base of target/test-classes",
            "converter dev.limbeck.scanner.entity.Relations$CodeConverter of"
                + " target/test-classes");
    assertThat(scanned.skipped())
        .contains(
            "dev.limbeck.scanner.json.Document: not in the packages"
                + " [dev.limbeck.scanner.entity]");
    assertThat(scanned.settings())
        .contains(
            new Setting("hibernate.auto_quote_keyword", "false", "default"),
            new Setting(
                "hibernate.dialect for sqlite",
                "org.hibernate.community.dialect.SQLiteDialect",
                "the configured dialects"),
            new Setting(
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl",
                "default"));
  }

  @Test
  void the_order_of_the_dialects_decides_nothing_but_what_holds_where_none_is_named() {
    EntityModel other =
        new EntityScanner(
                Scans.builder()
                    .classPath(Scans.TEST_CLASSES)
                    .packages(List.of("dev.limbeck.scanner.entity"))
                    .build())
            .read(List.of("postgresql", "sqlite"));
    assertThat(byName(other.model().replacing(ELSEWHERE, table("other.elsewhere"))))
        .isEqualTo(byName(scanned.model()));
  }

  /**
   * The model with the columns of tables and keys by their names: Hibernate orders them by the
   * sizes of a dialect's types.
   */
  private static DatabaseModel byName(DatabaseModel model) {
    return model.withTables(
        model.tables().stream()
            .map(
                table ->
                    table
                        .withColumns(
                            table.columns().stream()
                                .sorted(Comparator.comparing(Column::name))
                                .toList())
                        .withConstraints(
                            table.constraints().stream()
                                .map(EntityScannerTest::byName)
                                .sorted(Comparator.comparing(Constraint::toString))
                                .toList()))
            .toList());
  }

  private static Constraint byName(Constraint constraint) {
    return constraint instanceof PrimaryKey key
        ? new PrimaryKey(key.name(), key.columns().stream().sorted().toList())
        : constraint;
  }

  private static final QualifiedName ELSEWHERE = QualifiedName.parse("other.elsewhere");

  private static Table table(String name) {
    return requireNonNull(scanned.model().table(QualifiedName.parse(name)), name);
  }

  private static Column column(String table, String name) {
    return requireNonNull(table(table).column(Identifier.of(name)), name);
  }

  private static List<Constraint> checks(String table) {
    return table(table).constraints().stream().filter(Check.class::isInstance).toList();
  }

  private static List<Identifier> ids(String... names) {
    return java.util.Arrays.stream(names).map(Identifier::of).toList();
  }

  @Test
  void a_collation_is_in_quotes_where_a_dialect_needs_them() {
    assertThat(
            scanned.model().tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.name().equals(Identifier.of("collated")))
                .map(Column::collation))
        .containsExactly("\"C\"");
  }
}
