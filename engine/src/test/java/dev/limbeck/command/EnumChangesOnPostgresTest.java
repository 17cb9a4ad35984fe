package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnumChangesOnPostgresTest extends EnumChangesContract {
  @Override
  TestDatabase fresh() throws Exception {
    return TestPostgres.freshDatabase();
  }

  private SchemaFacts facts() throws Exception {
    try (Connection connection = database.connection()) {
      return SchemaFacts.of(connection);
    }
  }

  private static FixedRevisions reordered() {
    return members()
        .then(
            "two",
            op ->
                op.alterEnumType("tier")
                    .labels(List.of("BASIC", "SILVER", "GOLD"), List.of("GOLD", "BASIC"))
                    .remap("SILVER", "BASIC"),
            op ->
                op.alterEnumType("tier")
                    .labels(List.of("GOLD", "BASIC"), List.of("BASIC", "SILVER", "GOLD")));
  }

  @Test
  void whatever_is_of_the_type_gets_the_new_one() throws Exception {
    Limbeck limbeck = limbeck(reordered());
    limbeck.upgrade("one");
    database.execute("create schema other");
    database.execute(
        "create table other.tiers (tier tier primary key, many tier[] default '{SILVER,GOLD}',"
            + " is_best boolean generated always as (tier = 'GOLD') stored,"
            + " check (tier <> 'BASIC' or many is null))");
    database.execute("create table other.guest (tier tier references other.tiers)");
    database.execute("create index on other.tiers ((tier = 'GOLD'::tier))");
    database.execute("insert into other.tiers (tier) values ('GOLD')");
    database.execute("insert into other.guest values ('GOLD')");

    limbeck.upgrade("two");

    assertThat(database.rows("select tier::text, many::text, is_best from other.tiers"))
        .hasToString("[[GOLD, {BASIC,GOLD}, true]]");
    assertThat(database.rows("select enum_range(null::tier)::text"))
        .hasToString("[[{GOLD,BASIC}]]");
    assertThat(database.rows("select count(*) from pg_type where typname like 'limbeck_old%'"))
        .hasToString("[[0]]");
    assertThatThrownBy(() -> database.execute("insert into other.guest values ('BASIC')"))
        .rootCause()
        .hasMessageContaining("foreign key");
  }

  @Test
  void all_that_stands_on_the_type_is_as_before_when_it_comes_back() throws Exception {
    Limbeck limbeck = limbeck(reordered());
    limbeck.upgrade("one");
    database.execute("create cast (varchar as tier) with inout as implicit");
    database.execute("create cast (tier as varchar) with inout as implicit");
    SchemaFacts before = facts();
    limbeck.upgrade("two");
    limbeck.downgrade("one");
    // The default was given to a label that stays.
    database.execute("alter table member alter tier set default 'SILVER'");
    assertThat(before.differenceTo(facts())).hasToString("");
  }

  @Test
  void rows_in_tables_that_nobody_named_refuse_as_well() throws Exception {
    Limbeck limbeck =
        limbeck(
            members()
                .then(
                    "two",
                    op ->
                        op.alterEnumType("tier")
                            .labels(List.of("BASIC", "SILVER", "GOLD"), List.of("BASIC", "SILVER")),
                    op -> {}));
    limbeck.upgrade("one");
    database.execute("create schema other");
    database.execute("create table other.guest (tiers tier[])");
    database.execute("insert into other.guest values ('{GOLD,GOLD}'), ('{BASIC}'), (null)");
    assertThatThrownBy(() -> limbeck.upgrade("two"))
        .hasMessageContaining("2 rows hold GOLD in other.guest.tiers.");
  }

  @Test
  void a_default_of_a_label_that_goes_is_named() throws Exception {
    Limbeck limbeck =
        limbeck(
            members()
                .then(
                    "two",
                    op ->
                        op.alterEnumType("tier")
                            .labels(List.of("BASIC", "SILVER", "GOLD"), List.of("BASIC", "GOLD")),
                    op -> {}));
    limbeck.upgrade("one");
    assertThatThrownBy(() -> limbeck.upgrade("two"))
        .hasMessageContaining("the default of member.tier is 'SILVER'::tier.");
  }

  @Test
  void two_branches_add_a_label_each() throws Exception {
    List<String> before = List.of("BASIC", "SILVER", "GOLD");
    Limbeck limbeck =
        limbeck(
            members()
                .then(
                    "left",
                    op ->
                        op.alterEnumType("tier")
                            .labels(before, List.of("BASIC", "LEFT", "SILVER", "GOLD")),
                    op -> {})
                .after("one")
                .then(
                    "right",
                    op ->
                        op.alterEnumType("tier")
                            .labels(before, List.of("FIRST", "BASIC", "SILVER", "GOLD", "RIGHT")),
                    op -> {}));
    limbeck.upgrade("heads");
    assertThat(database.rows("select enum_range(null::tier)::text"))
        .hasToString("[[{FIRST,BASIC,LEFT,SILVER,GOLD,RIGHT}]]");
  }

  @Test
  void a_type_gets_another_name() throws Exception {
    Limbeck limbeck =
        limbeck(
            members()
                .then(
                    "two",
                    op -> op.renameEnumType("tier", "rank"),
                    op -> op.renameEnumType("rank", "tier")));
    limbeck.upgrade("two");
    assertThat(
            database.rows(
                "select format_type(atttypid, null) from pg_attribute where attname = 'tier'"
                    + " and attrelid = 'member'::regclass"))
        .hasToString("[[rank]]");
    limbeck.downgrade("one");
    database.execute("insert into member (id, tier) values (1, 'GOLD'::tier)");
  }

  @Test
  void a_type_and_its_table_get_other_names_and_its_labels_another_order() throws Exception {
    List<String> before = List.of("BASIC", "SILVER", "GOLD");
    List<String> after = List.of("GOLD", "SILVER", "BASIC");
    Limbeck limbeck =
        limbeck(
            members()
                .then(
                    "two",
                    op -> {
                      op.renameTable("member", "person");
                      op.renameEnumType("tier", "rank");
                      op.alterEnumType("rank").labels(before, after);
                    },
                    op -> {
                      op.alterEnumType("rank").labels(after, before);
                      op.renameEnumType("rank", "tier");
                      op.renameTable("person", "member");
                    }));
    limbeck.upgrade("one");
    database.execute("create schema other", "create table other.guest (tier tier default 'GOLD')");
    SchemaFacts made = facts();
    limbeck.upgrade("two");
    assertThat(
            database.rows(
                "select adrelid::regclass::text, pg_get_expr(adbin, adrelid) from pg_attrdef"
                    + " where pg_get_expr(adbin, adrelid) like '%rank' order by 1"))
        .hasToString("[[other.guest, 'GOLD'::rank], [person, 'SILVER'::rank]]");
    limbeck.downgrade("one");
    assertThat(made.differenceTo(facts())).hasToString("");
  }
}
