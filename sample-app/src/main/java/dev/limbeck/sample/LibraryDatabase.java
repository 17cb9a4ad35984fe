package dev.limbeck.sample;

import dev.limbeck.LimbeckException;
import dev.limbeck.command.Deployed;
import dev.limbeck.command.Limbeck;
import dev.limbeck.dialect.DatabaseAddresses.Address;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
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
import dev.limbeck.source.ClasspathRevisions;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
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
   * @param url of PostgreSQL or SQLite, as JDBC has it or as in {@code postgresql://user@host/name}
   * @throws LimbeckException LMB-101 where it leads to another kind of database
   */
  public static DataSource dataSource(String url) {
    Address address = address(url);
    if (address.jdbcUrl().startsWith("jdbc:sqlite:")) {
      var config = new SQLiteConfig();
      config.enforceForeignKeys(true);
      var source = new SQLiteDataSource(config);
      source.setUrl(address.jdbcUrl());
      return source;
    }
    var source = new PGSimpleDataSource();
    source.setUrl(address.jdbcUrl());
    try {
      for (String name : address.properties().stringPropertyNames()) {
        source.setProperty(name, address.properties().getProperty(name));
      }
    } catch (SQLException e) {
      throw new IllegalArgumentException("The database's address has a wrong parameter", e);
    }
    return source;
  }

  private static Address address(String url) {
    for (Dialect dialect : Dialects.all()) {
      Address address = dialect.addresses().read(url);
      if (address != null) {
        return address;
      }
    }
    Dialects.ofUrl(url);
    return new Address(url, new Properties());
  }

  /** Brings the tables to the state that this version of the library needs. */
  public static Deployed migrate(DataSource dataSource) {
    return Limbeck.builder()
        .dataSource(dataSource)
        .revisions(ClasspathRevisions.inPackage("dev.limbeck.sample.migrations"))
        .build()
        .upgrade("head");
  }

  /**
   * Hibernate over the library's entities. It neither makes nor changes tables: that is Limbeck's
   * part ({@link #migrate}).
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
