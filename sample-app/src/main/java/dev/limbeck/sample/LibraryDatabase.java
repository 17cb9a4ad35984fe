package dev.limbeck.sample;

import dev.limbeck.sample.entity.AudioBook;
import dev.limbeck.sample.entity.Author;
import dev.limbeck.sample.entity.Book;
import dev.limbeck.sample.entity.Branch;
import dev.limbeck.sample.entity.Copy;
import dev.limbeck.sample.entity.Fine;
import dev.limbeck.sample.entity.IsbnConverter;
import dev.limbeck.sample.entity.Item;
import dev.limbeck.sample.entity.Librarian;
import dev.limbeck.sample.entity.Loan;
import dev.limbeck.sample.entity.Member;
import dev.limbeck.sample.entity.Person;
import dev.limbeck.sample.entity.Publisher;
import dev.limbeck.sample.entity.PurchaseOrder;
import dev.limbeck.sample.entity.ReadingGroup;
import dev.limbeck.sample.entity.Reservation;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The library's database: PostgreSQL in production, a SQLite file on a developer's machine. */
public final class LibraryDatabase {

  /** Every class of the library that Hibernate has to know: entities and converters. */
  public static final List<Class<?>> MANAGED_CLASSES =
      List.of(
          AudioBook.class,
          Author.class,
          Book.class,
          Branch.class,
          Copy.class,
          Fine.class,
          IsbnConverter.class,
          Item.class,
          Librarian.class,
          Loan.class,
          Member.class,
          Person.class,
          Publisher.class,
          PurchaseOrder.class,
          ReadingGroup.class,
          Reservation.class);

  private LibraryDatabase() {}

  /**
   * A source of connections.
   *
   * @param jdbcUrl of PostgreSQL, with user and password as parameters, or of SQLite
   */
  public static DataSource dataSource(String jdbcUrl) {
    if (jdbcUrl.startsWith("jdbc:sqlite:")) {
      var config = new SQLiteConfig();
      config.enforceForeignKeys(true);
      var source = new SQLiteDataSource(config);
      source.setUrl(jdbcUrl);
      return source;
    }
    var source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl);
    return source;
  }

  /**
   * Hibernate over the library's entities. It neither makes nor changes tables: that is Limbeck's
   * part.
   */
  public static EntityManagerFactory entityManagerFactory(DataSource dataSource) {
    return new HibernatePersistenceConfiguration("library")
        .managedClasses(MANAGED_CLASSES)
        .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource)
        .property(MappingSettings.JSON_FORMAT_MAPPER, new JsonText())
        .property(SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, "none")
        .createEntityManagerFactory();
  }
}
