package dev.limbeck.sample.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A building of the library. */
@Entity
@Table(name = "branch")
public class Branch extends Audited {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Integer id;

  @Column(nullable = false, unique = true, length = 120)
  private String name;

  @Embedded private Address address;

  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "head_id", foreignKey = @ForeignKey(name = "fk_branch_head"))
  private @Nullable Librarian head;

  @ElementCollection
  @CollectionTable(name = "opening_hours", joinColumns = @JoinColumn(name = "branch_id"))
  @MapKeyColumn(name = "day", length = 10)
  @MapKeyEnumerated(EnumType.STRING)
  private Map<DayOfWeek, OpeningHours> openingHours = new EnumMap<>(DayOfWeek.class);

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Branch() {}

  public Branch(String name, Address address) {
    this.name = name;
    this.address = address;
  }

  public String getName() {
    return name;
  }

  public @Nullable Librarian getHead() {
    return head;
  }

  public void setHead(@Nullable Librarian head) {
    this.head = head;
  }

  public Map<DayOfWeek, OpeningHours> getOpeningHours() {
    return openingHours;
  }
}
