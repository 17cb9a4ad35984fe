package dev.limbeck.faults;

import dev.limbeck.LimbeckException;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.Resumption;
import dev.limbeck.testsupport.TestDatabase;
import javax.sql.DataSource;

/** What a deployment does with the {@link FaultRevisions}. */
enum Course {
  UP("head"),
  DOWN("one");

  private final String target;

  Course(String target) {
    this.target = target;
  }

  void run(DataSource dataSource) {
    run(FaultRevisions.limbeck(dataSource));
  }

  private void run(Limbeck limbeck) {
    if (this == UP) {
      limbeck.upgrade(target);
    } else {
      limbeck.downgrade(target);
    }
  }

  /** Brings a new database to where it begins. */
  void prepare(TestDatabase database) {
    if (this == DOWN) {
      UP.run(database.dataSource());
    }
  }

  /**
   * Ends what was broken off, as a person would: where an error names a step of which nobody knows
   * whether it is done, the rows tell it.
   */
  void finish(TestDatabase database) {
    Limbeck limbeck = FaultRevisions.limbeck(database.dataSource());
    for (int unknown = 0; unknown <= FaultRevisions.UNKNOWN.size(); unknown++) {
      try {
        run(limbeck);
        return;
      } catch (LimbeckException e) {
        limbeck.resume(isDone(database, e) ? Resumption.DONE : Resumption.RETRY);
      }
    }
    run(limbeck);
  }

  private static boolean isDone(TestDatabase database, LimbeckException error) {
    if (!error.code().equals("LMB-433")) {
      throw error;
    }
    String step =
        FaultRevisions.UNKNOWN.keySet().stream()
            .filter(error.getMessage()::contains)
            .findFirst()
            .orElseThrow(() -> error);
    Number rows = (Number) database.rows(FaultRevisions.UNKNOWN.get(step)).get(0).get(0);
    return rows != null && rows.longValue() > 0;
  }
}
