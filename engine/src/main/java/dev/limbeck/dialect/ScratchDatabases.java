package dev.limbeck.dialect;

import dev.limbeck.dialect.Deployment.ConnectionSource;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes databases to try things on. They touch no database that is there, and nothing of them stays
 * behind: what a process that was killed could not remove, a later call does.
 */
@FunctionalInterface
public interface ScratchDatabases {

  /**
   * Makes one.
   *
   * @param like leads to a database of this kind, which the scratch one is to be like as far as
   *     settings go, and whose server holds it; null where there is none
   * @throws ScratchUnavailableException where none can be made, with the reason
   */
  ScratchDatabase create(@Nullable ConnectionSource like) throws SQLException;
}
