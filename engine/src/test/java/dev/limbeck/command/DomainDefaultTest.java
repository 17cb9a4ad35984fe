package dev.limbeck.command;

import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import org.junit.jupiter.api.Test;

class DomainDefaultTest {
  @Test
  void a_new_column_takes_the_default_of_its_domain() throws Exception {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      Limbeck limbeck =
          Limbeck.builder()
              .dataSource(database.dataSource())
              .revisions(
                  new FixedRevisions()
                      .then(
                          "one",
                          op -> {
                            op.createDomain("amount", integer()).defaultValue("7");
                            op.createTable("guest", t -> t.column("id", integer()));
                          },
                          op -> {})
                      .then(
                          "two",
                          op ->
                              op.alterTable(
                                  "guest", t -> t.addColumn("a", named("amount")).notNull()),
                          op -> {}))
              .build();
      limbeck.upgrade("one");
      database.execute("insert into guest values (1)");
      limbeck.upgrade("two");
      assertThat(database.rows("select id, a from guest")).hasToString("[[1, 7]]");
    }
  }
}
