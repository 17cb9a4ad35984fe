package dev.limbeck.sample;

import dev.limbeck.sample.entity.Address;
import dev.limbeck.sample.entity.AudioBook;
import dev.limbeck.sample.entity.Author;
import dev.limbeck.sample.entity.Book;
import dev.limbeck.sample.entity.Branch;
import dev.limbeck.sample.entity.Chapter;
import dev.limbeck.sample.entity.Condition;
import dev.limbeck.sample.entity.Copy;
import dev.limbeck.sample.entity.Fine;
import dev.limbeck.sample.entity.FineReason;
import dev.limbeck.sample.entity.Isbn;
import dev.limbeck.sample.entity.Item;
import dev.limbeck.sample.entity.Librarian;
import dev.limbeck.sample.entity.Loan;
import dev.limbeck.sample.entity.Member;
import dev.limbeck.sample.entity.OpeningHours;
import dev.limbeck.sample.entity.PersonName;
import dev.limbeck.sample.entity.Publisher;
import dev.limbeck.sample.entity.PurchaseOrder;
import dev.limbeck.sample.entity.ReadingGroup;
import dev.limbeck.sample.entity.Reservation;
import dev.limbeck.sample.entity.Tier;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An instance of every concrete entity, with each attribute set, and a change to it.
 *
 * <p>No two instances that one {@code EveryEntity} makes share a unique value.
 */
public final class EveryEntity {

  /** Persists what an entity depends on. */
  public interface Persisting {

    /** Persists an entity and returns it. */
    <D> D persisted(D dependency);
  }

  /**
   * How to make one kind of entity, and how to change it.
   *
   * @param create makes a new instance with every attribute set, its dependencies persisted and
   *     itself not
   * @param change changes attributes of a managed instance
   */
  public record Sample<E>(Class<E> type, Function<Persisting, E> create, Consumer<E> change) {}

  private int number;

  public List<Sample<?>> samples() {
    return List.of(
        new Sample<>(Author.class, this::author, author -> author.setBorn(47)),
        new Sample<>(Publisher.class, this::publisher, it -> it.setContact(null, "+20 2")),
        new Sample<>(Branch.class, this::branch, EveryEntity::change),
        new Sample<>(Member.class, this::member, EveryEntity::change),
        new Sample<>(Librarian.class, this::librarian, EveryEntity::change),
        new Sample<>(Book.class, this::book, EveryEntity::change),
        new Sample<>(AudioBook.class, this::audioBook, EveryEntity::change),
        new Sample<>(Copy.class, this::copy, copy -> copy.setShelf("Z-1")),
        new Sample<>(Loan.class, this::loan, Loan::renew),
        new Sample<>(Fine.class, this::fine, Fine::pay),
        new Sample<>(Reservation.class, this::reservation, it -> it.moveUpTo(1)),
        new Sample<>(ReadingGroup.class, this::readingGroup, EveryEntity::change),
        new Sample<>(PurchaseOrder.class, this::purchaseOrder, it -> it.setQuantity(7)));
  }

  private Author author(Persisting other) {
    Author author = new Author(name());
    author.setBorn(46);
    author.setPenNameOf(other.persisted(new Author(name())));
    return author;
  }

  private Publisher publisher(Persisting other) {
    Publisher publisher = new Publisher("Museion " + next(), "EG");
    publisher.setContact("post@museion.example", "+20 1");
    return publisher;
  }

  private Branch branch(Persisting other) {
    Branch branch = plainBranch();
    branch.setHead(other.persisted(plainLibrarian(other.persisted(plainBranch()))));
    branch
        .getOpeningHours()
        .put(DayOfWeek.MONDAY, new OpeningHours(LocalTime.of(9, 0), LocalTime.of(17, 30)));
    branch
        .getOpeningHours()
        .put(DayOfWeek.SATURDAY, new OpeningHours(LocalTime.of(10, 0), LocalTime.of(14, 0)));
    return branch;
  }

  private static void change(Branch branch) {
    branch.setHead(null);
    branch.getOpeningHours().remove(DayOfWeek.SATURDAY);
    branch
        .getOpeningHours()
        .put(DayOfWeek.MONDAY, new OpeningHours(LocalTime.of(8, 15), LocalTime.of(17, 30)));
  }

  private Member member(Persisting other) {
    Member member = plainMember();
    member.setBornOn(LocalDate.of(1990, 2, 28));
    member.setHome(new Address("Canopic Way 7", "21500", "Alexandria"));
    member.setBilling(new Address("Serapeum 1", "21501", "Rhakotis"));
    member.setHomeBranch(other.persisted(plainBranch()));
    member.getPhones().addAll(List.of("+20 3 1", "+20 3 2"));
    member.getPreferences().put("reminder", "e-mail");
    return member;
  }

  private static void change(Member member) {
    member.setEmail("new." + member.getEmail());
    member.setTier(Tier.PATRON);
    member.setBilling(null);
    member.getPhones().remove("+20 3 1");
    member.getPreferences().put("reminder", "letter");
    member.getPreferences().put("language", "el");
  }

  private Librarian librarian(Persisting other) {
    Branch branch = other.persisted(plainBranch());
    Librarian librarian = plainLibrarian(branch);
    librarian.setBornOn(LocalDate.of(1980, 12, 31));
    librarian.setMentor(other.persisted(plainLibrarian(branch)));
    librarian.setShiftStarts(LocalTime.of(8, 45));
    librarian.setFirstAider(true);
    return librarian;
  }

  private static void change(Librarian librarian) {
    librarian.setMentor(null);
    librarian.setFirstAider(false);
    librarian.setShiftStarts(LocalTime.of(23, 59, 58));
  }

  private Book book(Persisting other) {
    Book book = plainBook();
    fill(book, other);
    book.setPages(431);
    book.getAuthors().add(other.persisted(new Author(name())));
    book.getAuthors().add(other.persisted(new Author(name())));
    book.getChapters().addAll(List.of(new Chapter("Youth", 1), new Chapter("Asia", 90)));
    return book;
  }

  private static void change(Book book) {
    book.setPages(null);
    book.setLendable(true);
    book.setCover(new byte[] {0, -1});
    book.getAuthors().remove(book.getAuthors().iterator().next());
    book.getChapters().remove(1);
    book.getChapters().add(0, new Chapter("Preface", 0));
  }

  private AudioBook audioBook(Persisting other) {
    AudioBook audioBook =
        new AudioBook("Elements, read aloud", Duration.ofMinutes(754).plusMillis(250), "Euclid");
    fill(audioBook, other);
    return audioBook;
  }

  private static void change(AudioBook audioBook) {
    audioBook.setPlayingTime(Duration.ofHours(13));
    audioBook.setSummary(null);
    audioBook.setCondition(Condition.TO_REPAIR);
  }

  private Copy copy(Persisting other) {
    Copy copy = new Copy(other.persisted(plainBook()), 2, other.persisted(plainBranch()));
    copy.setShelf("H-12");
    return copy;
  }

  private Loan loan(Persisting other) {
    Loan loan = plainLoan(other);
    loan.giveBack(OffsetDateTime.parse("2026-03-29T01:30:15.123+02:00"));
    return loan;
  }

  private Fine fine(Persisting other) {
    return new Fine(other.persisted(plainLoan(other)), new BigDecimal("12.30"), FineReason.LATE);
  }

  private Reservation reservation(Persisting other) {
    return new Reservation(
        other.persisted(plainMember()),
        other.persisted(plainBook()),
        3,
        LocalDateTime.of(2026, 3, 29, 2, 30, 1));
  }

  private ReadingGroup readingGroup(Persisting other) {
    ReadingGroup group = new ReadingGroup("Peripatetics", 4);
    group.setMeetingDay(DayOfWeek.THURSDAY);
    group.getMembers().add(other.persisted(plainMember()));
    group.getBooks().add(other.persisted(plainBook()));
    group.getBooks().add(other.persisted(plainBook()));
    return group;
  }

  private static void change(ReadingGroup group) {
    group.setMeetingDay(DayOfWeek.SUNDAY);
    group.getMembers().clear();
    group.getBooks().add(group.getBooks().remove(0));
  }

  private PurchaseOrder purchaseOrder(Persisting other) {
    PurchaseOrder order =
        new PurchaseOrder(
            other.persisted(publisher(other)),
            other.persisted(plainBook()),
            3,
            new BigDecimal("19.99"),
            LocalDateTime.of(2026, 10, 25, 2, 30));
    order.setTerms("{\"days\": 30}");
    return order;
  }

  private void fill(Item item, Persisting other) {
    item.setPrice(new BigDecimal("24.50"));
    item.setCondition(Condition.GOOD);
    item.setAcquiredOn(LocalDate.of(2024, 2, 29));
    item.setLendable(false);
    item.setSummary("Long. ".repeat(2_000));
    item.setCover(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
    item.setPublisher(other.persisted(publisher(other)));
  }

  private Branch plainBranch() {
    return new Branch("Branch " + next(), new Address("Quay 1", "21000", "Alexandria"));
  }

  private Librarian plainLibrarian(Branch branch) {
    int staffNumber = next();
    return new Librarian(name(), staffNumber + "@library.example", staffNumber, branch);
  }

  private Member plainMember() {
    return new Member(name(), "member" + next() + "@example.org", Tier.STANDARD);
  }

  private Book plainBook() {
    return new Book("The Life of Alexander", isbn(next()));
  }

  private Loan plainLoan(Persisting other) {
    Copy copy =
        other.persisted(new Copy(other.persisted(plainBook()), 1, other.persisted(plainBranch())));
    return new Loan(
        copy,
        other.persisted(plainMember()),
        Instant.parse("2026-03-01T09:30:15.123Z"),
        LocalDate.of(2026, 3, 1));
  }

  private PersonName name() {
    return new PersonName("Ptolemy", "the " + next() + ".");
  }

  private int next() {
    return ++number;
  }

  private static Isbn isbn(int number) {
    String digits = "978%09d".formatted(number);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return new Isbn(digits + (10 - sum % 10) % 10);
  }
}
