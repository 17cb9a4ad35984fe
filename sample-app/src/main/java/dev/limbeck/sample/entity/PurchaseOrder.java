package dev.limbeck.sample.entity;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An order of new items from a publisher. Its table has a reserved word for a name, with a capital
 * letter.
 */
@Entity
@Table(name = "`Order`")
public class PurchaseOrder {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  private @Nullable Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "publisher_id", nullable = false)
  private Publisher publisher;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "item_id", nullable = false)
  private Item item;

  @Column(nullable = false)
  private LocalDateTime orderedAt;

  @Column(
      nullable = false,
      check = @CheckConstraint(name = "ck_order_quantity", constraint = "quantity > 0"))
  private int quantity;

  @Column(name = "unit_price", nullable = false, precision = 10, scale = 2)
  private BigDecimal unitPrice;

  /** Computed by the database. */
  @GeneratedColumn("quantity * unit_price")
  @Column(precision = 14, scale = 2)
  private @Nullable BigDecimal total;

  /** Terms of delivery, as the publisher's shop sends them. */
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable String terms;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected PurchaseOrder() {}

  public PurchaseOrder(
      Publisher publisher, Item item, int quantity, BigDecimal unitPrice, LocalDateTime orderedAt) {
    this.publisher = publisher;
    this.item = item;
    this.quantity = quantity;
    this.unitPrice = unitPrice;
    this.orderedAt = orderedAt;
  }

  public @Nullable BigDecimal getTotal() {
    return total;
  }

  public void setQuantity(int quantity) {
    this.quantity = quantity;
  }

  public void setTerms(@Nullable String json) {
    this.terms = json;
  }
}
