package dev.limbeck.sample;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.sample.EveryEntity.Persisting;
import dev.limbeck.sample.EveryEntity.Sample;
import dev.limbeck.sample.entity.Item;
import dev.limbeck.testsupport.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate doing its daily work on a database: the proof that a schema is one that the entities
 * can live with.
 *
 * <p>Every entity of the sample application is inserted, read, updated, read again and deleted,
 * each in a transaction and a session of its own, so that nothing is answered from memory.
 * Afterwards the database holds the rows that it held before. Hibernate makes and changes no
 * tables.
 */
public final class HibernateAtWork {

  private final DataSource dataSource;

  public HibernateAtWork(DataSource dataSource) {
    this.dataSource = requireNonNull(dataSource, "dataSource");
  }

  /** On a test's database; foreign keys are enforced, on SQLite too. */
  public static HibernateAtWork on(TestDatabase database) {
    return new HibernateAtWork(
        database.jdbcUrl().startsWith("jdbc:sqlite:")
            ? LibraryDatabase.dataSource(database.jdbcUrl())
            : database.dataSource());
  }

  /**
   * Puts each entity through its life.
   *
   * @throws AssertionError where the database gives back something else than was written, or
   *     refuses
   */
  public void onEveryEntity() {
    try (EntityManagerFactory entities = LibraryDatabase.entityManagerFactory(dataSource)) {
      SessionFactory factory = entities.unwrap(SessionFactory.class);
      for (Sample<?> sample : new EveryEntity().samples()) {
        try {
          live(sample, factory);
        } catch (RuntimeException e) {
          throw new AssertionError(sample.type().getSimpleName() + ": " + e.getMessage(), e);
        }
      }
    }
  }

  private static <E> void live(Sample<E> sample, SessionFactory factory) {
    List<Row> dependencies = new ArrayList<>();
    Written inserted = insert(sample, factory, dependencies);
    assertThat(inserted.state())
        .as("%s has every attribute set", sample.type().getSimpleName())
        .allSatisfy((attribute, value) -> assertThat(value).isNotNull());
    Row row = inserted.row();
    assertThat(read(row, factory)).as("%s as inserted", row).isEqualTo(inserted.state());

    SortedMap<String, @Nullable Object> updated =
        factory.fromTransaction(
            session -> {
              E entity = sample.type().cast(row.in(session));
              sample.change().accept(entity);
              session.flush();
              return EntityState.of(entity, session);
            });
    assertThat(updated).as("%s is changed", row).isNotEqualTo(inserted.state());
    assertThat(read(row, factory)).as("%s as updated", row).isEqualTo(updated);

    factory.inTransaction(session -> session.remove(row.in(session)));
    assertThat(factory.fromTransaction(session -> session.find(row.type(), row.id())) == null)
        .as("%s is gone", row)
        .isTrue();
    for (int i = dependencies.size() - 1; i >= 0; i--) {
      Row dependency = dependencies.get(i);
      factory.inTransaction(session -> session.remove(dependency.in(session)));
    }
  }

  private static SortedMap<String, @Nullable Object> read(Row row, SessionFactory factory) {
    return factory.fromTransaction(session -> EntityState.of(row.in(session), session));
  }

  /** Dependencies have transactions of their own: see {@link Item} for why. */
  private static <E> Written insert(
      Sample<E> sample, SessionFactory factory, List<Row> dependencies) {
    Persisting persisting =
        new Persisting() {
          @Override
          public <D> D persisted(D dependency) {
            dependencies.add(persist(dependency, factory).row());
            return dependency;
          }
        };
    return persist(sample.create().apply(persisting), factory);
  }

  private static Written persist(Object entity, SessionFactory factory) {
    return factory.fromTransaction(
        session -> {
          session.persist(entity);
          session.flush();
          return new Written(Row.of(entity, session), EntityState.of(entity, session));
        });
  }

  private record Written(Row row, SortedMap<String, @Nullable Object> state) {}

  private record Row(Class<?> type, Object id) {

    static Row of(Object entity, Session session) {
      return new Row(Hibernate.getClass(entity), session.getIdentifier(entity));
    }

    Object in(Session session) {
      return requireNonNull(session.find(type, id), toString());
    }

    @Override
    public String toString() {
      return type.getSimpleName() + " " + id;
    }
  }
}
