package dev.limbeck.scanner.boot;

import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.sequence.PostgreSQLSequenceSupport;
import org.hibernate.dialect.sequence.SequenceSupport;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/**
 * Hibernate's SQLite dialect, with sequences.
 *
 * <p>SQLite has none, and Hibernate maps tables in their place. Under this dialect its metadata
 * says which sequences are meant; the dialect of the engine makes the same tables of them.
 */
public final class SequencedSqliteDialect extends SQLiteDialect implements StandsForAnother {

  private static final DatabaseVersion VERSION = DatabaseVersion.make(3, 45);

  /**
   * For Hibernate, which says what it was told of the database.
   *
   * <p>Where it was told nothing, it would be SQLite 2, on which a {@code char} has no length.
   */
  public SequencedSqliteDialect(DialectResolutionInfo info) {
    super(info.makeCopyOrDefault(VERSION));
  }

  /** For Hibernate, where it knows nothing. */
  public SequencedSqliteDialect() {
    super(VERSION);
  }

  @Override
  public SequenceSupport getSequenceSupport() {
    return PostgreSQLSequenceSupport.INSTANCE;
  }

  @Override
  public Dialect original() {
    return new SQLiteDialect(getVersion());
  }
}
