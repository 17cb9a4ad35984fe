package dev.limbeck.sample.entity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person with a library card. */
@Entity
@Table(name = "member")
@PrimaryKeyJoinColumn(name = "person_id", foreignKey = @ForeignKey(name = "fk_member_person"))
public class Member extends Person {

  @Column(name = "card", nullable = false, unique = true)
  private UUID card;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private Tier tier;

  @Embedded private @Nullable Address home;

  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "billing_street", length = 200))
  @AttributeOverride(
      name = "postalCode",
      column = @Column(name = "billing_postal_code", length = 12))
  @AttributeOverride(name = "city", column = @Column(name = "billing_city", length = 100))
  private @Nullable Address billing;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "home_branch_id")
  private @Nullable Branch homeBranch;

  @ElementCollection
  @CollectionTable(name = "member_phone", joinColumns = @JoinColumn(name = "member_id"))
  @Column(name = "phone", nullable = false, length = 32)
  private Set<String> phones = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "member_preference", joinColumns = @JoinColumn(name = "member_id"))
  @MapKeyColumn(name = "topic", length = 40)
  @Column(name = "choice", length = 200)
  private Map<String, String> preferences = new HashMap<>();

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Member() {}

  public Member(PersonName name, String email, Tier tier) {
    super(name, email);
    this.tier = tier;
    this.card = UUID.randomUUID();
  }

  public Tier getTier() {
    return tier;
  }

  public void setTier(Tier tier) {
    this.tier = tier;
  }

  public void setHome(@Nullable Address home) {
    this.home = home;
  }

  public void setBilling(@Nullable Address billing) {
    this.billing = billing;
  }

  public void setHomeBranch(@Nullable Branch homeBranch) {
    this.homeBranch = homeBranch;
  }

  public Set<String> getPhones() {
    return phones;
  }

  public Map<String, String> getPreferences() {
    return preferences;
  }
}
