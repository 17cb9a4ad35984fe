package dev.limbeck.command;

import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.migration.Operations;
import dev.limbeck.model.ColumnType;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          bigint ; numeric(20,2) ; -5
          bigint ; numeric(20,2) ; 7
          bigint ; numeric(20,2) ; -5000000000
          numeric(20,2) ; bigint ; -5
          numeric(20,2) ; double precision ; -1.5
          varchar(20) ; text ; 'a'
          varchar(20) ; text ; 'a' || current_user
          timestamp(3) ; timestamp(6) ; '2026-01-02 03:04:05'
          """)
  void a_default_is_that_of_a_new_domain_when_the_type_has_changed_and_the_old_one_thereafter(
      String from, String to, String value) throws Exception {
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      Limbeck limbeck =
          Limbeck.builder()
              .dataSource(database.dataSource())
              .revisions(
                  new FixedRevisions()
                      .then("one", op -> domain(op, type(from), value), op -> {})
                      .then(
                          "two",
                          op -> op.alterDomain("amount").type(type(from), type(to)),
                          op -> op.alterDomain("amount").type(type(to), type(from)))
                      .then(
                          "three",
                          op -> {
                            op.dropTable("guest");
                            op.dropDomain("amount");
                            domain(op, type(to), value);
                          },
                          op -> {}))
              .build();
      limbeck.upgrade("one");
      Object before = defaults(database);
      limbeck.upgrade("two");
      Object changed = defaults(database);
      limbeck.downgrade("one");
      assertThat(defaults(database)).isEqualTo(before);
      limbeck.upgrade("three");
      assertThat(changed).isEqualTo(defaults(database));
    }
  }

  private static void domain(Operations op, ColumnType type, String value) {
    op.createDomain("amount", type).defaultValue(value);
    op.createTable("guest", t -> t.column("a", named("amount")).defaultValue(value));
  }

  private static ColumnType type(String sql) {
    return Dialects.named("postgresql").types().parse(sql);
  }

  private static Object defaults(TestDatabase database) throws Exception {
    return database.rows(
        "select typdefault, pg_get_expr(adbin, adrelid) from pg_attrdef, pg_type where typname = 'amount'");
  }
}
