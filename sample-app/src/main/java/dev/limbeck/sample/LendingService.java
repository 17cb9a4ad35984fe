package dev.limbeck.sample;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.limbeck.sample.entity.Copy;
import dev.limbeck.sample.entity.Loan;
import dev.limbeck.sample.entity.Member;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Lends copies to members and takes them back. Works in its caller's transaction. */
public final class LendingService {

  private final EntityManager entities;
  private final Clock clock;

  public LendingService(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Lends a copy.
   *
   * @throws IllegalStateException when the copy is lent already, or the member has enough at home
   */
  public Loan lend(Copy copy, Member member) {
    if (!openLoans("l.copy = :it", copy).isEmpty()) {
      throw new IllegalStateException(copy.getItem().getTitle() + " is lent already");
    }
    if (openLoans("l.member = :it", member).size() >= member.getTier().loans()) {
      throw new IllegalStateException(member.getName() + " has enough to read at home");
    }
    var loan = new Loan(copy, member, clock.instant().truncatedTo(MILLIS), LocalDate.now(clock));
    entities.persist(loan);
    return loan;
  }

  public void giveBack(Loan loan) {
    loan.giveBack(OffsetDateTime.now(clock).truncatedTo(MILLIS));
  }

  /** Loans that should be back by now, the longest overdue first. */
  public List<Loan> overdue() {
    return entities
        .createQuery(
            """
            from Loan l join fetch l.copy join fetch l.member
            where l.returnedAt is null and l.dueOn < :today
            order by l.dueOn, l.id
            """,
            Loan.class)
        .setParameter("today", LocalDate.now(clock))
        .getResultList();
  }

  private List<Loan> openLoans(String condition, Object it) {
    return entities
        .createQuery("from Loan l where l.returnedAt is null and " + condition, Loan.class)
        .setParameter("it", it)
        .getResultList();
  }
}
