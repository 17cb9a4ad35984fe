package dev.limbeck.faults;

import dev.limbeck.testsupport.TestDatabase;
import java.nio.file.Path;

/** Where the databases of fault tests come from. */
interface Databases {
  /**
   * A new, empty database.
   *
   * @param directory where it is, if it is a file
   */
  TestDatabase fresh(Path directory);

  /** A new database with everything that another holds. */
  TestDatabase copyOf(TestDatabase original, Path directory);
}
