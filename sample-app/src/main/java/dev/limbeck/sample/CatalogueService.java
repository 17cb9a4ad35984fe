package dev.limbeck.sample;

import dev.limbeck.sample.entity.Author;
import dev.limbeck.sample.entity.Book;
import dev.limbeck.sample.entity.Branch;
import dev.limbeck.sample.entity.Copy;
import dev.limbeck.sample.entity.Isbn;
import dev.limbeck.sample.entity.PersonName;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** What the library has. Works in its caller's transaction. */
public final class CatalogueService {

  private final EntityManager entities;

  public CatalogueService(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Book> find(Isbn isbn) {
    return entities
        .createQuery("from Book where isbn = :isbn", Book.class)
        .setParameter("isbn", isbn)
        .getResultStream()
        .findFirst();
  }

  /**
   * Adds a book with its author, who is added as well where the library does not know the name yet.
   * It has to be the first that its transaction does: {@link dev.limbeck.sample.entity.Item} says
   * why.
   */
  public Book add(String title, Isbn isbn, PersonName author) {
    var book = new Book(title, isbn);
    entities.persist(book);
    book.getAuthors().add(author(author));
    return book;
  }

  /** Puts one more copy of a book on a shelf of a branch. */
  public Copy addCopy(Book book, Branch branch, String shelf) {
    long copies =
        entities
            .createQuery("select count(c) from Copy c where c.item = :book", Long.class)
            .setParameter("book", book)
            .getSingleResult();
    var copy = new Copy(book, (int) copies + 1, branch);
    copy.setShelf(shelf);
    entities.persist(copy);
    return copy;
  }

  private Author author(PersonName name) {
    return entities
        .createQuery("from Author where name = :name", Author.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst()
        .orElseGet(
            () -> {
              var author = new Author(name);
              entities.persist(author);
              return author;
            });
  }
}
