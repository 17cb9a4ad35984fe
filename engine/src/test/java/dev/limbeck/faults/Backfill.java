package dev.limbeck.faults;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.command.FixedRevisions;
import dev.limbeck.command.Limbeck;
import dev.limbeck.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/** A table with many rows, each of which a revision changes, in a process with little memory. */
final class Backfill {
  /** Its column "changed" says of each row how often it was changed. */
  static final String TABLE = "parcel";

  /** The rows of a part. */
  static final int PART = 1_000;

  private static final String MEMORY = "-Xmx64m";

  private Backfill() {}

  /** Upgrades the database that the arguments name. */
  public static void main(String[] arguments) {
    limbeck(Victim.dataSource(arguments[0], arguments[1], arguments[2])).upgrade("head");
  }

  static Process start(TestDatabase database, Path output) throws IOException {
    return JavaProcess.of(
            Backfill.class,
            List.of(MEMORY),
            database.jdbcUrl(),
            database.user(),
            database.password())
        .redirectOutput(output.toFile())
        .start();
  }

  static Limbeck limbeck(DataSource dataSource) {
    return Limbeck.builder()
        .dataSource(dataSource)
        .revisions(
            new FixedRevisions()
                .then(
                    "table",
                    op ->
                        op.createTable(
                            TABLE,
                            t -> {
                              t.column("id", bigint()).notNull();
                              t.column("label", varchar(40));
                              t.column("changed", integer()).notNull().defaultValue("0");
                              t.primaryKey("pk_parcel", "id");
                            }),
                    op -> op.dropTable(TABLE))
                .then(
                    "backfill",
                    op ->
                        op.batches(
                                "label all parcels",
                                TABLE,
                                "id",
                                "UPDATE parcel SET label = 'parcel ' || id, changed = changed + 1"
                                    + " WHERE {batch}")
                            .size(PART),
                    op -> {}))
        .build();
  }
}
