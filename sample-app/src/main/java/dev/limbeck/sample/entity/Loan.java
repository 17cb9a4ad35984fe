package dev.limbeck.sample.entity;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/** A copy at a member's home, or one that was. */
@Entity
@Table(
    name = "loan",
    indexes = {
      @Index(name = "ix_loan_due", columnList = "due_on, member_id"),
      @Index(name = "ux_loan_copy", columnList = "item_id, copy_number, lent_at", unique = true)
    },
    check = @CheckConstraint(name = "ck_loan_renewals", constraint = "renewals between 0 and 3"))
public class Loan {

  /** How often a loan can be renewed. */
  public static final int MOST_RENEWALS = 3;

  private static final int WEEKS = 4;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumns(
      value = {
        @JoinColumn(name = "item_id", referencedColumnName = "item_id"),
        @JoinColumn(name = "copy_number", referencedColumnName = "copy_number")
      },
      foreignKey = @ForeignKey(name = "fk_loan_copy"))
  private Copy copy;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "member_id", foreignKey = @ForeignKey(name = "fk_loan_member"))
  private Member member;

  @Column(name = "lent_at", nullable = false)
  private Instant lentAt;

  @Column(name = "due_on", nullable = false)
  private LocalDate dueOn;

  @Column(name = "returned_at")
  private @Nullable OffsetDateTime returnedAt;

  @Column(nullable = false)
  @ColumnDefault("0")
  private int renewals;

  /** Where it was lent; the self-service machines write their own name into the database. */
  @Generated
  @ColumnDefault("'desk'")
  @Column(nullable = false, length = 20)
  private @Nullable String channel;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Loan() {}

  public Loan(Copy copy, Member member, Instant lentAt, LocalDate lentOn) {
    this.copy = copy;
    this.member = member;
    this.lentAt = lentAt;
    this.dueOn = lentOn.plusWeeks(WEEKS);
  }

  public @Nullable Long getId() {
    return id;
  }

  public Copy getCopy() {
    return copy;
  }

  public Member getMember() {
    return member;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public @Nullable OffsetDateTime getReturnedAt() {
    return returnedAt;
  }

  public @Nullable String getChannel() {
    return channel;
  }

  /** Gives the member four more weeks. */
  public void renew() {
    if (renewals == MOST_RENEWALS) {
      throw new IllegalStateException("loan " + id + " was renewed " + renewals + " times already");
    }
    renewals++;
    dueOn = dueOn.plusWeeks(WEEKS);
  }

  public void giveBack(OffsetDateTime when) {
    returnedAt = when;
  }
}
