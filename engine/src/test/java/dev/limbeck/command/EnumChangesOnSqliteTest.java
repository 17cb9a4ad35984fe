package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.CheckCondition;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnumChangesOnSqliteTest extends EnumChangesContract {
  @TempDir Path directory;

  @Override
  TestDatabase fresh() {
    return TestSqlite.fresh(directory);
  }

  @Test
  void a_check_without_a_name_is_found_by_what_it_demands() throws Exception {
    Limbeck limbeck =
        limbeck(
            new FixedRevisions()
                .then(
                    "one",
                    op ->
                        op.execute(
                            "create table loan (id integer not null primary key,"
                                + " state varchar(10) check (state in ('OPEN', 'LOST')))"),
                    op -> op.dropTable("loan"))
                .then(
                    "two",
                    op ->
                        op.alterTable(
                            "loan",
                            t ->
                                t.alterCheck(
                                    "ck_loan_state",
                                    CheckCondition.oneOf("state", "OPEN", "LOST"),
                                    CheckCondition.oneOf("state", "OPEN", "LOST", "BACK"))),
                    op -> {}));
    limbeck.upgrade("two");
    database.execute("insert into loan values (1, 'BACK')");
    assertThat(database.rows("select * from loan")).hasToString("[[1, BACK]]");
  }
}
