package dev.limbeck.sample.entity;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A printed book. */
@Entity
@DiscriminatorValue("BOOK")
public class Book extends Item {

  @Column(length = 13)
  private @Nullable Isbn isbn;

  @Column(check = @CheckConstraint(constraint = "pages > 0"))
  private @Nullable Integer pages;

  @ManyToMany
  @JoinTable(
      name = "book_author",
      joinColumns = @JoinColumn(name = "book_id"),
      inverseJoinColumns = @JoinColumn(name = "author_id"),
      foreignKey = @ForeignKey(name = "fk_book_author_book"),
      inverseForeignKey = @ForeignKey(name = "fk_book_author_author"))
  private Set<Author> authors = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "chapter", joinColumns = @JoinColumn(name = "book_id"))
  @OrderColumn(name = "position")
  private List<Chapter> chapters = new ArrayList<>();

  /** For Hibernate, which fills the fields. */
  protected Book() {}

  public Book(String title, Isbn isbn) {
    super(title);
    this.isbn = isbn;
  }

  public @Nullable Isbn getIsbn() {
    return isbn;
  }

  public void setPages(@Nullable Integer pages) {
    this.pages = pages;
  }

  public Set<Author> getAuthors() {
    return authors;
  }

  public List<Chapter> getChapters() {
    return chapters;
  }
}
