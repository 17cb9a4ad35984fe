package dev.limbeck.sample;

import dev.limbeck.sample.entity.Address;
import dev.limbeck.sample.entity.Branch;
import dev.limbeck.sample.entity.Copy;
import dev.limbeck.sample.entity.CopyId;
import dev.limbeck.sample.entity.Isbn;
import dev.limbeck.sample.entity.Loan;
import dev.limbeck.sample.entity.Member;
import dev.limbeck.sample.entity.PersonName;
import dev.limbeck.sample.entity.Tier;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.KeyType;

/**
 * A day in the city library: a book comes in, is lent, and is overdue.
 *
 * <p>The application brings its tables up to date before it begins, with the revisions that are
 * packaged with it. {@code DATABASE_URL} says where the database is; without it that is {@code
 * library.db} in the working directory.
 */
public final class LibraryApplication {

  private static final Logger HIBERNATE_LOG = Logger.getLogger("org.hibernate");

  private static final Isbn ISBN = Isbn.of("978-0-14-044793-4");

  private final EntityManagerFactory factory;
  private final Clock clock;
  private final PrintStream out;

  LibraryApplication(EntityManagerFactory factory, Clock clock, PrintStream out) {
    this.factory = factory;
    this.clock = clock;
    this.out = out;
  }

  public static void main(String[] args) {
    HIBERNATE_LOG.setLevel(Level.WARNING);
    String url =
        Objects.requireNonNullElse(System.getenv("DATABASE_URL"), "jdbc:sqlite:library.db");
    var dataSource = LibraryDatabase.dataSource(url);
    LibraryDatabase.migrate(dataSource)
        .steps()
        .forEach(step -> System.out.println("Applied: " + step.revision().message()));
    try (var factory = LibraryDatabase.entityManagerFactory(dataSource)) {
      new LibraryApplication(factory, Clock.systemDefaultZone(), System.out).run();
    }
  }

  void run() {
    if (factory.callInTransaction(this::isNew)) {
      factory.runInTransaction(this::openTheLibrary);
    }
    factory.runInTransaction(this::lendABook);
    Clock later = Clock.offset(clock, Duration.ofDays(40));
    factory.runInTransaction(entities -> listOverdue(entities, later));
    factory.runInTransaction(entities -> takeEverythingBack(entities, later));
  }

  private boolean isNew(EntityManager entities) {
    return new CatalogueService(entities).find(ISBN).isEmpty();
  }

  private void openTheLibrary(EntityManager entities) {
    var catalogue = new CatalogueService(entities);
    var book = catalogue.add("Parallel Lives", ISBN, new PersonName("Plutarch", "of Chaeronea"));
    var branch = new Branch("Harbour", new Address("Quay 1", "21000", "Alexandria"));
    entities.persist(branch);
    catalogue.addCopy(book, branch, "H-12");
    entities.persist(
        new Member(new PersonName("Hypatia", "Theon"), "hypatia@example.org", Tier.PATRON));
    out.println("Added " + book.getTitle());
  }

  private void lendABook(EntityManager entities) {
    var book = new CatalogueService(entities).find(ISBN).orElseThrow();
    var copy = entities.find(Copy.class, new CopyId(book.getId(), 1));
    var member = entities.find(Member.class, "hypatia@example.org", KeyType.NATURAL);
    Loan loan = new LendingService(entities, clock).lend(copy, member);
    out.println("Lent " + book.getTitle() + " to " + member.getName());
  }

  private void listOverdue(EntityManager entities, Clock now) {
    out.println("Overdue after 40 days:");
    for (Loan loan : new LendingService(entities, now).overdue()) {
      out.println(
          "  " + loan.getCopy().getItem().getTitle() + ", at " + loan.getMember().getName());
    }
  }

  private void takeEverythingBack(EntityManager entities, Clock now) {
    var lending = new LendingService(entities, now);
    lending.overdue().forEach(lending::giveBack);
    out.println("Overdue now: " + lending.overdue().size());
  }
}
