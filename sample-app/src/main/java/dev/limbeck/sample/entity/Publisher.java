package dev.limbeck.sample.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** Who made a book; how to reach them is kept in a table of its own. */
@Entity
@Table(
    name = "publisher",
    uniqueConstraints =
        @UniqueConstraint(
            name = "uq_publisher_name",
            columnNames = {"name", "country"}))
@SecondaryTable(
    name = "publisher_contact",
    pkJoinColumns = @PrimaryKeyJoinColumn(name = "publisher_id"),
    foreignKey = @ForeignKey(name = "fk_publisher_contact_publisher"))
public class Publisher {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, length = 200)
  private String name;

  /** ISO 3166, two letters. */
  @Column(nullable = false, length = 2)
  private String country;

  @Column(table = "publisher_contact", length = 320)
  private @Nullable String email;

  @Column(table = "publisher_contact", length = 32)
  private @Nullable String phone;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Publisher() {}

  public Publisher(String name, String country) {
    this.name = name;
    this.country = country;
  }

  public void setContact(@Nullable String newEmail, @Nullable String newPhone) {
    this.email = newEmail;
    this.phone = newPhone;
  }
}
