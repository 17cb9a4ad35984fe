package dev.limbeck.sample.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDateTime;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** A member's place in the queue for an item. */
@Entity
@Table(
    name = "reservation",
    uniqueConstraints =
        @UniqueConstraint(
            name = "uq_reservation_place",
            columnNames = {"item_id", "place"}))
public class Reservation {

  @EmbeddedId private ReservationId id;

  @MapsId("memberId")
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "member_id")
  @OnDelete(action = OnDeleteAction.CASCADE)
  private Member member;

  @MapsId("itemId")
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "item_id")
  private Item item;

  @Column(nullable = false)
  private int place;

  @Column(name = "placed_at", nullable = false)
  private LocalDateTime placedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Reservation() {}

  public Reservation(Member member, Item item, int place, LocalDateTime placedAt) {
    this.id = new ReservationId(member.getId(), item.getId());
    this.member = member;
    this.item = item;
    this.place = place;
    this.placedAt = placedAt;
  }

  public void moveUpTo(int newPlace) {
    this.place = newPlace;
  }
}
