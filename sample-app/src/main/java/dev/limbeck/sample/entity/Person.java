package dev.limbeck.sample.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.NaturalId;
import org.jspecify.annotations.Nullable;

/**
 * Anybody the library knows by name and e-mail; one table for all and one for each kind (joined
 * inheritance).
 */
@Entity
@Table(
    name = "person",
    indexes = @Index(name = "ix_person_name", columnList = "last_name, first_name"),
    comment = "everybody with a library card or a key to a building")
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Person extends Audited {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @NaturalId(mutable = true)
  @Column(nullable = false, length = 320, comment = "at most one person for each address")
  private String email;

  @Embedded private PersonName name;

  @Column(name = "born_on")
  private @Nullable LocalDate bornOn;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Person() {}

  Person(PersonName name, String email) {
    this.name = name;
    this.email = email;
  }

  public @Nullable Long getId() {
    return id;
  }

  public PersonName getName() {
    return name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public void setBornOn(@Nullable LocalDate bornOn) {
    this.bornOn = bornOn;
  }
}
