package dev.limbeck.command;

import static dev.limbeck.model.Types.clob;
import static dev.limbeck.model.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import org.junit.jupiter.api.Test;

class LimbeckOnPostgresTest extends RefusedRowsContract {
  @Override
  TestDatabase fresh() throws Exception {
    return TestPostgres.freshDatabase();
  }

  @Test
  void the_content_of_large_objects_comes_along() throws Exception {
    Limbeck limbeck =
        limbeck(
            new FixedRevisions()
                .then(
                    "one",
                    op -> op.createTable("note", t -> t.column("body", clob())),
                    op -> op.dropTable("note"))
                .then(
                    "two",
                    op ->
                        op.alterTable(
                            "note", t -> t.alterColumn("body").type(clob(), varchar(255))),
                    op ->
                        op.alterTable(
                            "note", t -> t.alterColumn("body").type(varchar(255), clob()))));
    limbeck.upgrade("one");
    database.execute("insert into note values (lo_from_bytea(0, 'hello')), (null)");
    limbeck.upgrade("two");
    assertThat(database.rows("select body from note")).hasToString("[[hello], [null]]");
    limbeck.downgrade("one");
    assertThat(database.rows("select convert_from(lo_get(body), 'UTF8') from note"))
        .hasToString("[[hello], [null]]");
  }
}
