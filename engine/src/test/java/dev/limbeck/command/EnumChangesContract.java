package dev.limbeck.command;

import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.named;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.migration.Operations;
import dev.limbeck.model.CheckCondition;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What becomes of rows when an enumeration changes, kept as a type of its own or by a check. */
abstract class EnumChangesContract extends DatabaseContract {
  Limbeck limbeck(FixedRevisions revisions) {
    return Limbeck.builder().dataSource(database.dataSource()).revisions(revisions).build();
  }

  static FixedRevisions members() {
    return new FixedRevisions()
        .then(
            "one",
            op -> {
              op.createEnumType("tier", "BASIC", "SILVER", "GOLD");
              op.createTable(
                  "member",
                  t -> {
                    t.column("id", integer()).notNull();
                    t.column("tier", named("tier")).notNull().defaultValue("'SILVER'");
                    t.column("was", named("tier"));
                    t.primaryKey("pk_member", "id");
                    t.index("ix_member_tier", "tier");
                    t.index("ix_member_best", "id").where("tier = 'GOLD'");
                    t.check("ck_member_was", "was <> tier or tier = 'BASIC'");
                  });
            },
            op -> {
              op.dropTable("member");
              op.dropEnumType("tier");
            });
  }

  private void fill() {
    database.execute("insert into member (id, tier, was) values (1, 'BASIC', null)");
    database.execute("insert into member (id, was) values (2, 'BASIC')");
    database.execute("insert into member (id, tier, was) values (3, 'GOLD', 'SILVER')");
  }

  private String rows() throws Exception {
    return database
        .rows("select id, cast(tier as varchar(9)), cast(was as varchar(9)) from member order by 1")
        .toString();
  }

  private static final Consumer<Operations> NOTHING = op -> {};

  @Test
  void rows_follow_a_label_that_is_renamed() throws Exception {
    Limbeck limbeck =
        limbeck(
            members()
                .then(
                    "two",
                    op ->
                        op.renameEnumLabel("tier", "SILVER", "Plus")
                            .column("member", "tier")
                            .column("member", "was"),
                    op ->
                        op.renameEnumLabel("tier", "Plus", "SILVER")
                            .column("member", "tier")
                            .column("member", "was")));
    limbeck.upgrade("one");
    fill();
    limbeck.upgrade("two");
    database.execute("insert into member (id) values (4)");
    assertThat(rows())
        .isEqualTo("[[1, BASIC, null], [2, Plus, BASIC], [3, GOLD, Plus], [4, Plus, null]]");
    limbeck.downgrade("one");
    database.execute("insert into member (id) values (5)");
    assertThat(rows())
        .isEqualTo(
            "[[1, BASIC, null], [2, SILVER, BASIC], [3, GOLD, SILVER], [4, SILVER, null],"
                + " [5, SILVER, null]]");
  }

  @Test
  void rows_with_a_label_that_goes_refuse_it_and_are_named() throws Exception {
    Limbeck limbeck =
        limbeck(
            members()
                .then(
                    "two",
                    op ->
                        op.alterEnumType("tier")
                            .labels(List.of("BASIC", "SILVER", "GOLD"), List.of("SILVER"))
                            .column("member", "tier")
                            .column("member", "was"),
                    NOTHING));
    limbeck.upgrade("one");
    fill();
    assertThatThrownBy(() -> limbeck.upgrade("two"))
        .hasMessageStartingWith("LMB-220 ")
        .hasMessageContaining("takes labels away from the type tier: [BASIC, GOLD]")
        .hasMessageContaining(
            "1 row holds BASIC in member.tier, 1 row holds GOLD in member.tier,"
                + " 1 row holds BASIC in member.was.")
        .hasMessageContaining(".remap(");
    assertThat(rows()).isEqualTo("[[1, BASIC, null], [2, SILVER, BASIC], [3, GOLD, SILVER]]");
  }

  @Test
  void labels_go_that_only_rows_held_which_went_before_in_the_same_revision() throws Exception {
    Limbeck limbeck =
        limbeck(
            members()
                .then(
                    "two",
                    op -> {
                      op.alterTable(
                          "member",
                          t -> {
                            t.dropCheck("ck_member_was", "was <> tier or tier = 'BASIC'");
                            t.dropColumn("was");
                            t.alterColumn("tier").defaultValue("'SILVER'", "'BASIC'");
                          });
                      op.alterEnumType("tier")
                          .labels(List.of("BASIC", "SILVER", "GOLD"), List.of("BASIC", "GOLD"))
                          .column("member", "tier");
                    },
                    NOTHING));
    limbeck.upgrade("one");
    database.execute("insert into member (id, tier, was) values (1, 'BASIC', 'SILVER')");
    limbeck.upgrade("two");
    database.execute("insert into member (id) values (2)");
    assertThat(database.rows("select id, cast(tier as varchar(9)) from member order by 1"))
        .hasToString("[[1, BASIC], [2, BASIC]]");
  }

  @Test
  void rows_with_a_label_that_goes_are_found_under_their_old_names() throws Exception {
    Limbeck limbeck =
        limbeck(
            members()
                .then(
                    "two",
                    op -> {
                      op.renameEnumType("tier", "level");
                      op.renameTable("member", "guest");
                      op.alterTable("guest", t -> t.renameColumn("was", "before"));
                      op.alterEnumType("level")
                          .labels(List.of("BASIC", "SILVER", "GOLD"), List.of("SILVER", "GOLD"))
                          .column("guest", "before");
                    },
                    NOTHING));
    limbeck.upgrade("one");
    database.execute("insert into member (id, was) values (2, 'BASIC')");
    assertThatThrownBy(() -> limbeck.upgrade("two"))
        .hasMessageStartingWith("LMB-220 ")
        .hasMessageContaining("1 row holds BASIC in member.was.");
  }

  @Test
  void rows_with_a_label_that_goes_get_another_one_where_it_is_said() throws Exception {
    Limbeck limbeck =
        limbeck(
            members()
                .then(
                    "two",
                    op -> {
                      op.alterEnumType("tier")
                          .labels(
                              List.of("BASIC", "SILVER", "GOLD"), List.of("TOP", "BASIC", "GOLD"))
                          .remap("SILVER", "TOP")
                          .column("member", "tier")
                          .column("member", "was");
                      op.execute("update member set was = null where was = 'TOP'");
                    },
                    op ->
                        op.alterEnumType("tier")
                            .labels(
                                List.of("TOP", "BASIC", "GOLD"), List.of("BASIC", "SILVER", "GOLD"))
                            .remap("TOP", "SILVER")
                            .column("member", "tier")
                            .column("member", "was")));
    limbeck.upgrade("one");
    fill();
    limbeck.upgrade("two");
    database.execute("insert into member (id) values (4)");
    assertThat(rows())
        .isEqualTo("[[1, BASIC, null], [2, TOP, BASIC], [3, GOLD, null], [4, TOP, null]]");
    limbeck.downgrade("one");
    database.execute("insert into member (id) values (5)");
    assertThat(rows())
        .isEqualTo(
            "[[1, BASIC, null], [2, SILVER, BASIC], [3, GOLD, null], [4, SILVER, null],"
                + " [5, SILVER, null]]");
  }

  @Test
  void a_label_that_comes_can_be_used_at_once() throws Exception {
    Limbeck limbeck =
        limbeck(
            members()
                .then(
                    "two",
                    op -> {
                      op.alterEnumType("tier")
                          .labels(
                              List.of("BASIC", "SILVER", "GOLD"),
                              List.of("BASIC", "SILVER", "MORE", "GOLD"))
                          .column("member", "tier");
                      op.alterTable(
                          "member", t -> t.alterColumn("tier").defaultValue("'SILVER'", "'MORE'"));
                      op.run(
                          "more", db -> db.update("update member set tier = 'MORE' where id = 1"));
                    },
                    op -> {
                      op.execute("update member set tier = 'BASIC' where tier = 'MORE'");
                      op.alterTable(
                          "member", t -> t.alterColumn("tier").defaultValue("'MORE'", "'SILVER'"));
                      op.alterEnumType("tier")
                          .labels(
                              List.of("BASIC", "SILVER", "MORE", "GOLD"),
                              List.of("BASIC", "SILVER", "GOLD"))
                          .column("member", "tier");
                    }));
    limbeck.upgrade("one");
    fill();
    limbeck.upgrade("two");
    database.execute("insert into member (id) values (4)");
    assertThat(rows())
        .isEqualTo("[[1, MORE, null], [2, SILVER, BASIC], [3, GOLD, SILVER], [4, MORE, null]]");
    limbeck.downgrade("one");
    assertThat(rows())
        .isEqualTo("[[1, BASIC, null], [2, SILVER, BASIC], [3, GOLD, SILVER], [4, BASIC, null]]");
  }

  private static FixedRevisions loans() {
    return new FixedRevisions()
        .then(
            "one",
            op ->
                op.createTable(
                    "loan",
                    t -> {
                      t.column("id", integer()).notNull();
                      t.column("state", varchar(10));
                      t.column("level", integer());
                      t.primaryKey("pk_loan", "id");
                      t.check("ck_loan_state", CheckCondition.oneOf("state", "OPEN", "LOST"));
                      t.check("ck_loan_level", CheckCondition.between("level", 0, 3));
                    }),
            op -> op.dropTable("loan"));
  }

  private static final CheckCondition BEFORE = CheckCondition.oneOf("state", "OPEN", "LOST");
  private static final CheckCondition AFTER = CheckCondition.oneOf("state", "OPEN", "GONE", "BACK");

  @Test
  void rows_with_a_value_that_goes_refuse_a_check_and_are_named() throws Exception {
    Limbeck limbeck =
        limbeck(
            loans()
                .then(
                    "two",
                    op ->
                        op.alterTable(
                            "loan",
                            t -> {
                              t.renameColumn("level", "depth");
                              t.renameColumn("state", "status");
                              t.alterCheck(
                                  "ck_loan_level",
                                  CheckCondition.between("depth", 0, 3),
                                  CheckCondition.between("depth", 0, 2));
                            }),
                    NOTHING)
                .after("one")
                .then(
                    "three",
                    op -> op.alterTable("loan", t -> t.alterCheck("ck_loan_state", BEFORE, AFTER)),
                    NOTHING));
    limbeck.upgrade("one");
    database.execute("insert into loan values (1, 'LOST', 3), (2, 'LOST', 3), (3, 'OPEN', null)");
    assertThatThrownBy(() -> limbeck.upgrade("two"))
        .hasMessageStartingWith("LMB-220 ")
        .hasMessageContaining("2 rows hold 3 in loan.level.");
    assertThatThrownBy(() -> limbeck.upgrade("three"))
        .hasMessageStartingWith("LMB-220 ")
        .hasMessageContaining("changes the check ck_loan_state on loan.state")
        .hasMessageContaining("2 rows hold LOST in loan.state.");
  }

  @Test
  void rows_with_a_value_that_goes_get_another_one_where_it_is_said() throws Exception {
    Limbeck limbeck =
        limbeck(
            loans()
                .then(
                    "two",
                    op ->
                        op.alterTable(
                            "loan",
                            t -> {
                              t.alterCheck("ck_loan_state", BEFORE, AFTER).remap("LOST", "GONE");
                              t.alterCheck(
                                      "ck_loan_level",
                                      CheckCondition.between("level", 0, 3),
                                      CheckCondition.between("level", 0, 2))
                                  .remap(3, 2);
                            }),
                    op ->
                        op.alterTable(
                            "loan",
                            t -> {
                              t.alterCheck(
                                  "ck_loan_level",
                                  CheckCondition.between("level", 0, 2),
                                  CheckCondition.between("level", 0, 3));
                              t.alterCheck("ck_loan_state", AFTER, BEFORE).remap("GONE", "LOST");
                            })));
    limbeck.upgrade("one");
    database.execute("insert into loan values (1, 'LOST', 3), (2, 'OPEN', 1), (3, null, null)");
    limbeck.upgrade("two");
    assertThat(database.rows("select * from loan order by 1"))
        .hasToString("[[1, GONE, 2], [2, OPEN, 1], [3, null, null]]");
    limbeck.downgrade("one");
    assertThat(database.rows("select * from loan order by 1"))
        .hasToString("[[1, LOST, 2], [2, OPEN, 1], [3, null, null]]");
    assertThatThrownBy(() -> database.execute("insert into loan values (4, 'GONE', 1)"))
        .isNotNull();
  }

  @Test
  void two_branches_add_a_value_each() throws Exception {
    CheckCondition left = CheckCondition.oneOf("state", "OPEN", "LOST", "LEFT");
    CheckCondition right = CheckCondition.oneOf("state", "OPEN", "LOST", "RIGHT");
    Limbeck limbeck =
        limbeck(
            loans()
                .then(
                    "left",
                    op -> op.alterTable("loan", t -> t.alterCheck("ck_loan_state", BEFORE, left)),
                    op -> op.alterTable("loan", t -> t.alterCheck("ck_loan_state", left, BEFORE)))
                .after("one")
                .then(
                    "right",
                    op -> op.alterTable("loan", t -> t.alterCheck("ck_loan_state", BEFORE, right)),
                    op ->
                        op.alterTable("loan", t -> t.alterCheck("ck_loan_state", right, BEFORE))));
    limbeck.upgrade("heads");
    database.execute("insert into loan values (1, 'LEFT', 3), (2, 'RIGHT', 1), (3, 'LOST', 2)");
    database.execute("update loan set state = 'OPEN' where state = 'LEFT'");
    assertThatThrownBy(() -> limbeck.downgrade("one"))
        .hasMessageContaining("1 row holds RIGHT in loan.state.");
    assertThat(database.rows("select * from loan order by 1"))
        .hasToString("[[1, OPEN, 3], [2, RIGHT, 1], [3, LOST, 2]]");
  }
}
