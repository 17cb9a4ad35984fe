package dev.limbeck.sample.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a member owes for a loan; it has the loan's key and goes with the loan. */
@Entity
@Table(name = "fine")
public class Fine {

  @Id private @Nullable Long id;

  @MapsId
  @OneToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "loan_id")
  @OnDelete(action = OnDeleteAction.CASCADE)
  private Loan loan;

  @Column(nullable = false, precision = 8, scale = 2)
  private BigDecimal amount;

  /** ISO 4217, three letters. */
  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(nullable = false, length = 3)
  private String currency = "EUR";

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 10)
  private FineReason reason;

  @Column(nullable = false)
  private boolean paid;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Fine() {}

  public Fine(Loan loan, BigDecimal amount, FineReason reason) {
    this.loan = loan;
    this.amount = amount;
    this.reason = reason;
  }

  public void pay() {
    paid = true;
  }
}
