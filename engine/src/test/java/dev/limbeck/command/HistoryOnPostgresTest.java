package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class HistoryOnPostgresTest extends HistoryContract {

  @Override
  TestDatabase fresh() throws Exception {
    return TestPostgres.freshDatabase();
  }

  @Test
  void a_role_that_may_not_make_the_table_is_told_what_to_do() throws Exception {
    String role = database.name() + "_r";
    database.execute(
        "CREATE TABLE limbeck_version (version_num varchar(32) NOT NULL PRIMARY KEY)",
        "CREATE ROLE " + role,
        "REVOKE CREATE ON SCHEMA public FROM public",
        "GRANT ALL ON limbeck_version TO " + role);
    try {
      Limbeck limbeck =
          Limbeck.builder()
              .connections(
                  () -> {
                    Connection connection = database.connection();
                    try (Statement statement = connection.createStatement()) {
                      statement.execute("SET ROLE " + role);
                    }
                    return connection;
                  })
              .revisions(two())
              .build();

      assertThat(limbeck.current().rows()).isEmpty();
      assertThat(limbeck.verify()).isEmpty();
      assertThatThrownBy(() -> limbeck.upgrade("head"))
          .hasMessageStartingWith("LMB-412 Limbeck cannot make its table of what was done")
          .hasMessageContaining("permission denied")
          .hasMessageContaining("CREATE TABLE IF NOT EXISTS limbeck_history");
      assertThat(limbeck.current().rows()).isEmpty();
    } finally {
      database.execute("DROP OWNED BY " + role, "DROP ROLE " + role);
    }
  }

  @Test
  void the_history_stands_in_the_schema_of_the_version_table() throws Exception {
    database.execute("CREATE SCHEMA ops");
    Limbeck limbeck =
        Limbeck.builder()
            .dataSource(database.dataSource())
            .revisions(two())
            .versionTable("ops.limbeck_version")
            .build();

    limbeck.upgrade("head");

    assertThat(database.rows("SELECT count(*) FROM ops.limbeck_history").toString())
        .isEqualTo("[[2]]");
  }
}
