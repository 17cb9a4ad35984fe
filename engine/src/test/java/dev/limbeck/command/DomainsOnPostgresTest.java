package dev.limbeck.command;

import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.named;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.TypeOperation;
import dev.limbeck.testing.Schema;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domains: revisions make them, entities use them, nobody drops one that somebody uses. */
class DomainsOnPostgresTest {
  private static final Domain EMAIL =
      new Domain(
          QualifiedName.parse("email"),
          varchar(320),
          false,
          SqlExpression.of("'nobody@home'"),
          List.of(new Check(Identifier.of("ck_email_at"), CheckCondition.sql("value like '%@%'"))));

  private TestDatabase database;

  @BeforeEach
  void open() throws Exception {
    database = TestPostgres.freshDatabase();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Limbeck limbeck() {
    return limbeck(revisions());
  }

  private Limbeck limbeck(FixedRevisions revisions) {
    DatabaseModel wanted =
        DatabaseModel.of(
            Table.of("guest", Column.of("email", named("email")), Column.of("c", named("code"))));
    EntitySource entities =
        dialects ->
            new EntityModel(
                wanted,
                List.of(),
                EntityModel.Mapping.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    return Limbeck.builder()
        .dataSource(database.dataSource())
        .entities(entities)
        .revisions(revisions)
        .build();
  }

  private static FixedRevisions revisions() {
    return new FixedRevisions()
        .then(
            "one",
            op -> {
              op.createDomain("email", varchar(320))
                  .notNull()
                  .defaultValue("'nobody@home'")
                  .check("ck_email_at", "value like '%@%'");
              op.createTable(
                  "guest",
                  t -> {
                    t.column("email", named("email"));
                    t.column("c", named("code"));
                  });
            },
            op -> {
              op.dropTable("guest");
              op.dropDomain("email");
            });
  }

  @Test
  void a_revision_makes_a_domain_and_takes_it_back() throws Exception {
    database.execute("create domain code as integer");
    database.execute("create domain stray as integer");
    Limbeck limbeck = limbeck();
    limbeck.upgrade("head");
    database.execute("insert into guest (c) values (1)");
    assertThat(database.rows("select email from guest")).hasToString("[[nobody@home]]");
    assertThatThrownBy(() -> database.execute("insert into guest values ('nowhere', 1)"))
        .rootCause()
        .hasMessageContaining("ck_email_at");

    assertThat(limbeck.check().operations()).isEmpty();
    assertThat(limbeck.check().notes())
        .containsExactly("not known to entities or revisions, left alone: domain stray");

    limbeck.downgrade("base");
    assertThat(
            database.rows(
                "select typname::text from pg_type where typtype = 'd' and typnamespace = 'public'::regnamespace order by 1"))
        .hasToString("[[code], [stray]]");
  }

  @Test
  void a_domain_that_is_gone_comes_back() throws Exception {
    database.execute("create domain code as integer");
    Limbeck limbeck = limbeck();
    limbeck.upgrade("head");
    database.execute("alter table guest alter email type varchar(320)");
    database.execute("drop domain email");
    assertThat(OperationLines.of(limbeck.check().operations()))
        .extracting(OperationLine::toString)
        .containsExactly("add_domain email", "alter_type guest email varchar(320) -> email");
  }

  private List<String> differences(Limbeck limbeck) {
    return OperationLines.of(limbeck.check().operations()).stream()
        .map(OperationLine::toString)
        .toList();
  }

  private Object domains() throws Exception {
    return database.rows(
        "select typname::text, pg_catalog.format_type(typbasetype, typtypmod), typnotnull, typdefault,"
            + " (select string_agg(conname || ' ' || pg_get_constraintdef(c.oid), '; ' order by conname)"
            + "  from pg_constraint c where contypid = t.oid and contype = 'c')"
            + " from pg_type t where typtype = 'd' and typnamespace = 'public'::regnamespace"
            + " order by 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alter domain email drop not null | alter_domain_nullable email nullable -> not null
          alter domain email drop default | alter_domain_default email none -> 'nobody@home'
          alter domain email set default 'x' | alter_domain_default email 'x'::character varying -> 'nobody@home'
          alter domain email drop constraint ck_email_at | add_domain_check email ck_email_at
          alter domain email rename constraint ck_email_at to ck_other | rename_domain_check email ck_other -> ck_email_at
          alter domain email drop constraint ck_email_at; alter domain email add constraint ck_email_at check (value like '%.%') | alter_domain_check email ck_email_at ((VALUE)::text ~~ '%.%'::text) -> value like '%@%'
          alter table guest alter email type text; drop domain email; create domain email as varchar(99) default 'nobody@home' not null constraint ck_email_at check (value like '%@%'); alter table guest alter email type email | alter_domain_type email varchar(99) -> varchar(320)
          """)
  void a_domain_that_somebody_changed_is_that_difference_and_comes_back(
      String change, String difference) throws Exception {
    database.execute("create domain code as integer");
    FixedRevisions revisions = revisions();
    limbeck(revisions).upgrade("head");
    Object before = domains();
    for (String sql : change.split("; ")) {
      database.execute(sql);
    }
    assertThat(differences(limbeck(revisions))).containsExactly(difference);

    for (Operation operation : limbeck(revisions).check().operations()) {
      DatabaseModel live =
          DatabaseModel.of(
                  Table.of(
                      "guest", Column.of("email", named("email")), Column.of("c", named("code"))))
              .withDomains(List.of(EMAIL.withType(varchar(99))));
      for (String sql :
          Dialects.named("postgresql").statements().statements(operation, new Schema.State(live))) {
        database.execute(sql);
      }
    }
    assertThat(domains()).isEqualTo(before);
    assertThat(differences(limbeck(revisions))).isEmpty();
  }

  @Test
  void a_domain_changes_and_changes_back() throws Exception {
    database.execute("create domain code as integer");
    FixedRevisions revisions = revisions();
    limbeck(revisions).upgrade("head");
    Object before = domains();
    database.execute("insert into guest values ('a@b', 1)");
    FixedRevisions two =
        revisions.then(
            "two",
            op -> {
              op.alterDomain("email")
                  .nullable(false, true)
                  .defaultValue("'nobody@home'", "'x@y'")
                  .alterCheck("ck_email_at", "value like '%@%'", "value like '%_@_%'")
                  .addCheck("ck_email_low", "value = lower(value)");
              op.alterDomain("email")
                  .renameCheck("ck_email_low", "ck_email_case", "value = lower(value)");
              op.renameDomain("email", "mail");
            },
            op -> {
              op.renameDomain("mail", "email");
              op.alterDomain("email")
                  .renameCheck("ck_email_case", "ck_email_low", "value = lower(value)");
              op.alterDomain("email")
                  .dropCheck("ck_email_low", "value = lower(value)")
                  .alterCheck("ck_email_at", "value like '%_@_%'", "value like '%@%'")
                  .defaultValue("'x@y'", "'nobody@home'")
                  .nullable(true, false);
            });
    limbeck(two).upgrade("head");
    assertThat(domains())
        .hasToString(
            "[[code, integer, false, null, null], [mail, character varying(320), false,"
                + " 'x@y'::character varying,"
                + " ck_email_at CHECK (((VALUE)::text ~~ '%_@_%'::text));"
                + " ck_email_case CHECK (((VALUE)::text = lower((VALUE)::text)))]]");
    limbeck(two).downgrade("-1");
    assertThat(domains()).isEqualTo(before);
    assertThat(database.rows("select * from guest")).hasToString("[[a@b, 1]]");
  }

  @Test
  void the_type_of_a_domain_changes_with_all_columns_of_it() throws Exception {
    FixedRevisions revisions =
        new FixedRevisions()
            .then(
                "one",
                op -> {
                  op.createDomain("amount", varchar(20))
                      .notNull()
                      .check("ck_amount", "length(value) > 0");
                  op.createTable(
                      "guest",
                      t -> {
                        t.column("id", named("amount"));
                        t.column("owed", named("amount")).defaultValue("'7'");
                        t.column("more", new ArrayType(named("amount")));
                        t.primaryKey("pk_guest", "id");
                        t.index("ix_owed", IndexPart.expression("length(owed)"));
                      });
                  op.createTable(
                      "friend",
                      t -> {
                        t.column("guest", named("amount"));
                        t.foreignKey("fk_friend", "guest").references("guest", "id");
                      });
                },
                op -> {
                  op.dropTable("friend");
                  op.dropTable("guest");
                  op.dropDomain("amount");
                });
    limbeck(revisions).upgrade("head");
    database.execute("insert into guest (id, more) values ('1', '{\"5\"}'), ('2', null)");
    database.execute("insert into friend values ('2')");
    FixedRevisions two =
        revisions.then(
            "two",
            op -> {
              op.alterTable(
                  "guest",
                  t -> {
                    t.dropIndex("ix_owed", IndexPart.expression("length(owed)"));
                    t.dropColumn("more");
                  });
              op.alterDomain("amount")
                  .type(varchar(20), integer())
                  .alterCheck("ck_amount", "length(value) > 0", "value > 0");
            },
            op -> {
              op.alterDomain("amount")
                  .type(integer(), varchar(20))
                  .alterCheck("ck_amount", "value > 0", "length(value) > 0");
              op.alterTable("guest", t -> t.addColumn("more", new ArrayType(named("amount"))));
            });
    database.execute("insert into guest values ('x', 'y')");
    assertThatThrownBy(() -> limbeck(two).upgrade("head"))
        .hasMessageContaining("LMB-220")
        .hasMessageContaining(
            "makes integer of the values of guest.id, which is of the domain amount")
        .hasMessageContaining("1 of 3 rows of guest has a value that is none: id x");
    database.execute("delete from guest where id = 'x'");

    limbeck(two).upgrade("head");
    database.execute("insert into guest values (3)");
    assertThat(database.rows("select id + owed from guest order by 1"))
        .hasToString("[[8], [9], [10]]");
    assertThat(database.rows("select * from friend")).hasToString("[[2]]");
    assertThat(domains())
        .hasToString("[[amount, integer, true, null, ck_amount CHECK ((VALUE > 0))]]");

    limbeck(two).downgrade("-1");
    assertThat(database.rows("select id, owed from guest order by 1"))
        .hasToString("[[1, 7], [2, 7], [3, 7]]");
    assertThat(domains())
        .hasToString(
            "[[amount, character varying(20), true, null,"
                + " ck_amount CHECK ((length((VALUE)::text) > 0))]]");
  }

  @Test
  void rows_that_refuse_what_a_domain_demands_are_counted_before_anything_runs() throws Exception {
    FixedRevisions revisions =
        new FixedRevisions()
            .then(
                "one",
                op -> {
                  op.createDomain("email", varchar(320));
                  op.createTable(
                      "guest",
                      t -> {
                        t.column("id", integer());
                        t.column("email", named("email"));
                        t.primaryKey("pk_guest", "id");
                      });
                },
                op -> {});
    limbeck(revisions).upgrade("head");
    database.execute("insert into guest values (1, null), (2, 'nowhere'), (3, 'a@b')");
    FixedRevisions two =
        revisions.then(
            "two",
            op ->
                op.alterDomain("email")
                    .nullable(true, false)
                    .addCheck("ck_email_at", "value like '%@%'"),
            op -> {});
    assertThatThrownBy(() -> limbeck(two).upgrade("head"))
        .hasMessageContaining(
            """
            forbids null in the values of guest.email, which is of the domain email
              but 1 of 3 rows of guest has null in it: id 1.
              Correct them in an execute before it.""")
        .hasMessageContaining(
            """
            adds the check ck_email_at to the values of guest.email, which is of the domain email
              but 1 of 3 rows of guest does not meet it: id 2.
              Correct them in an execute before it.""");
    database.execute("update guest set email = 'c@d' where id < 3");
    limbeck(two).upgrade("head");
    assertThat(limbeck(two).upgrade("head")).isNotNull();
  }

  @Test
  void what_is_so_already_is_passed_over_and_what_nobody_expects_stops() throws Exception {
    database.execute("create domain code as integer");
    FixedRevisions revisions = revisions();
    limbeck(revisions).upgrade("head");
    database.execute("alter domain email drop not null");
    FixedRevisions two =
        revisions.then(
            "two",
            op ->
                op.alterDomain("email").nullable(false, true).dropCheck("ck_nobody", "value <> ''"),
            op -> {});
    limbeck(two).upgrade("head");
    FixedRevisions three =
        two.then("three", op -> op.alterDomain("code").type(varchar(3), varchar(2)), op -> {});
    assertThatThrownBy(() -> limbeck(three).upgrade("head"))
        .hasMessageContaining("LMB-204")
        .hasMessageContaining("alterDomain(\"code\") expects varchar(3)")
        .hasMessageContaining("but code is made of integer.");
  }

  @Test
  void a_check_is_the_same_again_after_its_domain_was_made_of_another_number() {
    FixedRevisions revisions =
        new FixedRevisions()
            .then(
                "one",
                op -> op.createDomain("amount", integer()).check("ck", "VALUE > -1"),
                op -> {})
            .then(
                "two",
                op -> op.alterDomain("amount").type(integer(), numeric(12, 2)),
                op -> op.alterDomain("amount").type(numeric(12, 2), integer()));
    Limbeck limbeck = limbeck(revisions);
    limbeck.upgrade("head");
    assertThat(limbeck.check().operations()).noneMatch(TypeOperation.class::isInstance);
    limbeck.downgrade("one");
    assertThat(limbeck.check().operations()).noneMatch(TypeOperation.class::isInstance);
  }
}
