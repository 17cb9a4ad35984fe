package dev.limbeck.sample.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.UUID;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** Who wrote a book; a pen name refers to the author behind it. */
@Entity
@Table(
    name = "author",
    uniqueConstraints = @UniqueConstraint(columnNames = {"last_name", "first_name", "born"}))
public class Author {

  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private @Nullable UUID id;

  @Embedded private PersonName name;

  /** Year of birth. */
  @Column(name = "born")
  private @Nullable Short born;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "pen_name_of_id")
  @OnDelete(action = OnDeleteAction.SET_NULL)
  private @Nullable Author penNameOf;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Author() {}

  public Author(PersonName name) {
    this.name = name;
  }

  public PersonName getName() {
    return name;
  }

  public void setBorn(int year) {
    this.born = (short) year;
  }

  public void setPenNameOf(@Nullable Author penNameOf) {
    this.penNameOf = penNameOf;
  }
}
