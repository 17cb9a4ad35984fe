package dev.limbeck.sample.entity;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be borrowed; every kind of it in one table (single table inheritance).
 *
 * <p>SQLite has no sequences: there Hibernate draws the key from a table, over a second connection.
 * SQLite lets one connection write at a time, so an item is persisted before its transaction reads
 * or writes anything else.
 */
@Entity
@Table(
    name = "item",
    indexes = {
      @Index(name = "ix_item_title", columnList = "title"),
      @Index(name = "ix_item_publisher", columnList = "publisher_id, acquiredOn")
    },
    uniqueConstraints = @UniqueConstraint(name = "uq_item_isbn", columnNames = "isbn"),
    check = @CheckConstraint(name = "ck_item_price", constraint = "price >= 0"),
    comment = "what the library lends")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind", length = 12)
public abstract class Item extends Audited {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item")
  @SequenceGenerator(
      name = "item",
      sequenceName = "item_id_seq",
      initialValue = 1000,
      allocationSize = 20)
  private @Nullable Long id;

  @Column(nullable = false, length = 300)
  private String title;

  @Column(nullable = false, precision = 10, scale = 2, comment = "what a lost one costs, in euro")
  @ColumnDefault("0")
  private BigDecimal price = BigDecimal.ZERO;

  @Enumerated(EnumType.ORDINAL)
  @Column(nullable = false)
  private Condition condition = Condition.NEW;

  private @Nullable LocalDate acquiredOn;

  @Column(nullable = false)
  @ColumnDefault("true")
  private boolean lendable = true;

  @Lob private @Nullable String summary;

  private byte @Nullable [] cover;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "publisher_id")
  private @Nullable Publisher publisher;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Item() {}

  Item(String title) {
    this.title = title;
  }

  public @Nullable Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public boolean isLendable() {
    return lendable;
  }

  public void setLendable(boolean lendable) {
    this.lendable = lendable;
  }

  public void setPrice(BigDecimal price) {
    this.price = price;
  }

  public void setCondition(Condition condition) {
    this.condition = condition;
  }

  public void setAcquiredOn(@Nullable LocalDate acquiredOn) {
    this.acquiredOn = acquiredOn;
  }

  public void setSummary(@Nullable String summary) {
    this.summary = summary;
  }

  public void setCover(byte @Nullable [] cover) {
    this.cover = cover;
  }

  public void setPublisher(@Nullable Publisher publisher) {
    this.publisher = publisher;
  }
}
