package dev.limbeck.sample.entity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One piece of an item, in a shelf of a branch; its key holds the item's (derived identity). */
@Entity
@Table(name = "copy")
public class Copy extends Audited {

  @EmbeddedId
  @AttributeOverride(name = "number", column = @Column(name = "copy_number"))
  private CopyId id;

  @MapsId("itemId")
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "item_id")
  private Item item;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "branch_id", nullable = false)
  private Branch branch;

  @Column(length = 20)
  private @Nullable String shelf;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Copy() {}

  public Copy(Item item, int number, Branch branch) {
    this.id = new CopyId(item.getId(), number);
    this.item = item;
    this.branch = branch;
  }

  public CopyId getId() {
    return id;
  }

  public Item getItem() {
    return item;
  }

  public void setShelf(@Nullable String shelf) {
    this.shelf = shelf;
  }
}
