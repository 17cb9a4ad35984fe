package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsOnPostgresTest extends RowsContract {

  @Override
  TestDatabase fresh() throws Exception {
    return TestPostgres.freshDatabase();
  }

  @Override
  String query() {
    return "SELECT concat_ws('|', id, price, flag, day, hour, at, moment AT TIME ZONE 'UTC', \"Key\","
        + " encode(data, 'hex')) FROM kept ORDER BY id";
  }

  @Override
  List<String> expected() {
    return List.of(
        "1|-11.50|t|2026-02-03|04:05:00|2026-02-03 04:05:06.007|2026-02-03 04:05:06"
            + "|00112233-4455-6677-8899-aabbccddeeff|00ff5c",
        "2|f",
        "3");
  }

  @Test
  void two_question_marks_are_an_operator() {
    Limbeck.builder()
        .dataSource(database.dataSource())
        .revisions(
            new FixedRevisions()
                .then(
                    "one",
                    op -> {
                      op.execute("CREATE TABLE doc (data jsonb, mood text)");
                      op.insertRows("doc", "data").row("{\"a\": 1}").row("{\"b\": 1}");
                      op.execute("UPDATE doc SET mood = ? WHERE data ?? 'a'", "good");
                      op.execute("UPDATE doc SET mood = 'bad' WHERE data ? 'b'");
                    },
                    op -> {}))
        .build()
        .upgrade("head");

    assertThat(database.rows("SELECT mood FROM doc ORDER BY 1")).hasToString("[[bad], [good]]");
  }
}
