package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.limbeck.dialect.ScriptForm;
import dev.limbeck.model.QualifiedName;
import java.util.List;

/**
 * Scripts for {@code psql}. What has to hold is looked at in {@code DO} blocks, which raise an
 * error that says what they saw.
 */
final class PostgresScript implements ScriptForm {
  private final PostgresRenderer sql;

  PostgresScript(PostgresRenderer sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public String usage() {
    return "psql -X -d DATABASE -f SCRIPT";
  }

  @Override
  public List<String> clientSettings() {
    return List.of("\\set ON_ERROR_STOP on", "\\set AUTOCOMMIT on");
  }

  /** The script is written in UTF-8, whatever the client takes by itself. */
  @Override
  public List<String> opening() {
    return List.of("SET client_encoding = 'UTF8'");
  }

  @Override
  public List<String> closing() {
    return List.of();
  }

  @Override
  public String now() {
    return "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
  }

  @Override
  public String begin() {
    return "BEGIN";
  }

  /**
   * Takes, for the transaction, the lock that deployers hold: of the transaction and not of the
   * session, since a pooler may give each transaction another session.
   */
  @Override
  public List<String> expectRows(
      QualifiedName versionTable, List<String> rows, List<String> others) {
    String expected = sql.literal(String.join(", ", rows.stream().sorted().toList()));
    String besides =
        others.isEmpty()
            ? ""
            : others.stream()
                .sorted()
                .map(sql::literal)
                .collect(joining(", ", "\n    WHERE version_num NOT IN (", ")"));
    String table = sql.name(versionTable);
    return List.of(
        block(
            """
            DECLARE
              limbeck_found text;
            BEGIN
              IF NOT pg_catalog.pg_try_advisory_xact_lock(%s) THEN
                RAISE EXCEPTION 'Another deployment is at work on this database.'
                  USING HINT = 'Wait for it to end, then look where the database stands.';
              END IF;
              SELECT coalesce(string_agg(version_num, ', ' ORDER BY version_num COLLATE "C"), '')
                INTO limbeck_found FROM %s%s;
              IF limbeck_found <> %s THEN
                RAISE EXCEPTION '%s has the rows (%%), but this script expects (%%) here.', limbeck_found, %s
                  USING HINT = 'Nothing of this revision was run. The script is for a database that stands elsewhere.';
              END IF;
            END
            """
                .formatted(
                    PostgresLockKey.keyExpression(versionTable),
                    table,
                    besides,
                    expected,
                    table.replace("'", "''").replace("%", "%%"),
                    expected)));
  }

  @Override
  public List<String> changeOneRow(String change) {
    return List.of(
        block(
            """
            DECLARE
              limbeck_matched bigint;
            BEGIN
              %s;
              GET DIAGNOSTICS limbeck_matched = ROW_COUNT;
              IF limbeck_matched <> 1 THEN
                RAISE EXCEPTION 'A change of the version rows matched %% rows instead of one.', limbeck_matched;
              END IF;
            END
            """
                .formatted(change)));
  }

  /** In dollar quotes of a tag that the text does not have. */
  private static String block(String body) {
    String tag = "$limbeck$";
    for (int i = 2; body.contains(tag); i++) {
      tag = "$limbeck" + i + "$";
    }
    return "DO " + tag + "\n" + body + tag;
  }
}
