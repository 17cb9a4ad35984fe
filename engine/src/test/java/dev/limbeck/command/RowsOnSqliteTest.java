package dev.limbeck.command;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestSqlite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class RowsOnSqliteTest extends RowsContract {
  @TempDir private Path directory;

  @Override
  TestDatabase fresh() throws Exception {
    return TestSqlite.fresh(directory);
  }

  @Override
  String query() {
    return "SELECT concat_ws('|', id, price, flag, day, hour, at, moment, hex(\"Key\"), typeof(data),"
        + " hex(data), datetime(moment)) FROM kept ORDER BY id";
  }

  @Override
  List<String> expected() {
    return List.of(
        "1|-11.5|1|2026-02-03|04:05:00.000|2026-02-03 04:05:06.007|2026-02-03 04:05:06.000"
            + "|00112233445566778899AABBCCDDEEFF|blob|00FF5C|2026-02-03 04:05:06",
        "2|0||null|",
        "3||null|");
  }
}
