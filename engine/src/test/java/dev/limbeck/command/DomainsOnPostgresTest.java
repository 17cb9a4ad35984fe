package dev.limbeck.command;

import static dev.limbeck.model.Types.named;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Table;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Domains: revisions make them, entities use them, nobody drops one that somebody uses. */
class DomainsOnPostgresTest {
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
        .revisions(
            new FixedRevisions()
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
                    }))
        .build();
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
}
