package dev.limbeck.sample;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.sample.AllocationSizeTest.Stage.FIFTY;
import static dev.limbeck.sample.AllocationSizeTest.Stage.HUNDRED;
import static dev.limbeck.sample.AllocationSizeTest.Stage.LATER;
import static dev.limbeck.sample.AllocationSizeTest.Stage.ONE;
import static dev.limbeck.sample.AllocationSizeTest.Stage.TEN;
import static dev.limbeck.sample.AllocationSizeTest.Stage.TWENTY_ONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.command.Limbeck;
import dev.limbeck.command.SqlScript;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Revision;
import dev.limbeck.source.ClasspathRevisions;
import dev.limbeck.sql.SqlStatements;
import dev.limbeck.testsupport.ScriptClient;
import dev.limbeck.testsupport.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hibernate giving out ids before and after its {@code allocationSize} changes, with each of its
 * optimizers: no id twice, none below the first.
 */
class AllocationSizeTest {
  private static final int FIRST = 3;

  @TempDir static Path directory;

  static Stream<Arguments> databases() {
    return Stream.of(DatabaseKind.values())
        .flatMap(
            kind ->
                Stream.of("pooled", "pooled-lo").map(optimizer -> Arguments.of(kind, optimizer)));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void no_id_is_given_out_twice(DatabaseKind kind, String optimizer) {
    try (TestDatabase database = kind.fresh(directory)) {
      Limbeck limbeck = limbeck(database);
      for (Stage stage : List.of(FIFTY, TEN, ONE, TWENTY_ONE, HUNDRED)) {
        limbeck.upgrade(stage.revision);
        stage.insert(database, optimizer, 7);
      }
      for (Stage stage : List.of(TWENTY_ONE, ONE, TEN, FIFTY)) {
        limbeck.downgrade(stage.revision);
        stage.insert(database, optimizer, 7);
      }
      assertThat(ids(database)).hasSize(9 * 7).allMatch(id -> id >= FIRST, "not below the first");
    }
  }

  @ParameterizedTest
  @EnumSource
  void scripts_move_the_next_number_too(DatabaseKind kind) {
    String optimizer = "pooled-lotl";
    try (TestDatabase database = kind.fresh(directory)) {
      Limbeck limbeck = limbeck(database);
      limbeck.upgrade("fifty");
      FIFTY.insert(database, optimizer, 7);
      run(database, limbeck.upgradeScript("fifty:hundred", kind.dialect()));
      HUNDRED.insert(database, optimizer, 7);
      run(database, limbeck.downgradeScript("hundred:one", kind.dialect()));
      ONE.insert(database, optimizer, 7);
      assertThat(ids(database)).hasSize(21).allMatch(id -> id >= FIRST, "not below the first");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_sequence_without_numbers_given_out_begins_at_its_start(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory)) {
      limbeck(database).upgrade("hundred");
      HUNDRED.insert(database, "pooled", 2);
      assertThat(ids(database).get(0)).isGreaterThanOrEqualTo(FIRST).isLessThan(FIRST + 200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_start_that_changes_before_the_first_number_is_the_first(DatabaseKind kind) {
    try (TestDatabase database = kind.fresh(directory)) {
      limbeck(database).upgrade("later");
      LATER.insert(database, "pooled", 2);
      assertThat(ids(database)).containsExactly(500L, 501L);
    }
  }

  private static void run(TestDatabase database, SqlScript script) {
    assertThat(ScriptClient.run(database, script.text(), SqlStatements::split))
        .as(script.text())
        .matches(ScriptClient.Outcome::done, "it runs to its end");
  }

  private static List<Long> ids(TestDatabase database) {
    List<Long> ids = new ArrayList<>();
    database
        .rows("select id from ticket order by id")
        .forEach(row -> ids.add(((Number) row.get(0)).longValue()));
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    return ids;
  }

  private static Limbeck limbeck(TestDatabase database) {
    return Limbeck.builder()
        .dataSource(database.dataSource())
        .revisions(
            ClasspathRevisions.of(
                List.of(
                    Fifty.class,
                    Ten.class,
                    One.class,
                    TwentyOne.class,
                    Hundred.class,
                    Later.class)))
        .build();
  }

  /** A state of the mapping, and the revision that brings it about. */
  enum Stage {
    FIFTY("fifty", Ticket50.class),
    TEN("ten", Ticket10.class),
    ONE("one", Ticket1.class),
    TWENTY_ONE("twentyone", Ticket21.class),
    HUNDRED("hundred", Ticket100.class),
    LATER("later", TicketLater.class);

    private final String revision;
    private final Class<? extends Ticket> entity;

    Stage(String revision, Class<? extends Ticket> entity) {
      this.revision = revision;
      this.entity = entity;
    }

    /** Starts the application, lets it insert rows one by one, and stops it. */
    void insert(TestDatabase database, String optimizer, int rows) {
      try (SessionFactory factory =
          new HibernatePersistenceConfiguration("tickets")
              .managedClass(entity)
              .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database.dataSource())
              .property(MappingSettings.PREFERRED_POOLED_OPTIMIZER, optimizer)
              .createEntityManagerFactory()) {
        for (int i = 0; i < rows; i++) {
          factory.inTransaction(session -> session.persist(created()));
        }
      }
    }

    private Ticket created() {
      try {
        return entity.getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** What is given out. */
  @MappedSuperclass
  abstract static class Ticket {
    private int seat;
  }

  /** As it was. */
  @Entity
  @Table(name = "ticket")
  static class Ticket50 extends Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g")
    @SequenceGenerator(
        name = "g",
        sequenceName = "ticket_seq",
        initialValue = FIRST,
        allocationSize = 50)
    private @Nullable Long id;
  }

  /** Smaller blocks. */
  @Entity
  @Table(name = "ticket")
  static class Ticket10 extends Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g")
    @SequenceGenerator(
        name = "g",
        sequenceName = "ticket_seq",
        initialValue = FIRST,
        allocationSize = 10)
    private @Nullable Long id;
  }

  /** No blocks. */
  @Entity
  @Table(name = "ticket")
  static class Ticket1 extends Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g")
    @SequenceGenerator(
        name = "g",
        sequenceName = "ticket_seq",
        initialValue = FIRST,
        allocationSize = 1)
    private @Nullable Long id;
  }

  /** Blocks again. */
  @Entity
  @Table(name = "ticket")
  static class Ticket21 extends Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g")
    @SequenceGenerator(
        name = "g",
        sequenceName = "ticket_seq",
        initialValue = FIRST,
        allocationSize = 21)
    private @Nullable Long id;
  }

  /** Larger blocks. */
  @Entity
  @Table(name = "ticket")
  static class Ticket100 extends Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g")
    @SequenceGenerator(
        name = "g",
        sequenceName = "ticket_seq",
        initialValue = FIRST,
        allocationSize = 100)
    private @Nullable Long id;
  }

  /** Another first id, and smaller blocks. */
  @Entity
  @Table(name = "ticket")
  static class TicketLater extends Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g")
    @SequenceGenerator(
        name = "g",
        sequenceName = "ticket_seq",
        initialValue = 500,
        allocationSize = 30)
    private @Nullable Long id;
  }

  /** As it was. */
  @Revision(id = "fifty", created = "2026-11-21T07:00:00Z")
  public static final class Fifty implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.createSequence("ticket_seq").startWith(FIRST).incrementBy(50);
      op.createTable(
          "ticket",
          t -> {
            t.column("id", bigint()).notNull();
            t.column("seat", integer()).notNull();
            t.primaryKey("pk_ticket", "id");
          });
    }

    @Override
    public void downgrade(Operations op) {
      op.dropTable("ticket");
      op.dropSequence("ticket_seq");
    }
  }

  /** Smaller blocks. */
  @Revision(id = "ten", revises = "fifty", created = "2026-11-21T07:00:00Z")
  public static final class Ten implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.alterSequence("ticket_seq").incrementBy(50, 10);
    }

    @Override
    public void downgrade(Operations op) {
      op.alterSequence("ticket_seq").incrementBy(10, 50);
    }
  }

  /** No blocks. */
  @Revision(id = "one", revises = "ten", created = "2026-11-21T07:00:00Z")
  public static final class One implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.alterSequence("ticket_seq").incrementBy(10, 1);
    }

    @Override
    public void downgrade(Operations op) {
      op.alterSequence("ticket_seq").incrementBy(1, 10);
    }
  }

  /** Blocks again. */
  @Revision(id = "twentyone", revises = "one", created = "2026-11-21T07:00:00Z")
  public static final class TwentyOne implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.alterSequence("ticket_seq").incrementBy(1, 21);
    }

    @Override
    public void downgrade(Operations op) {
      op.alterSequence("ticket_seq").incrementBy(21, 1);
    }
  }

  /** Larger blocks. */
  @Revision(id = "hundred", revises = "twentyone", created = "2026-11-21T07:00:00Z")
  public static final class Hundred implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.alterSequence("ticket_seq").incrementBy(21, 100);
    }

    @Override
    public void downgrade(Operations op) {
      op.alterSequence("ticket_seq").incrementBy(100, 21);
    }
  }

  /** Another first id, and smaller blocks. */
  @Revision(id = "later", revises = "fifty", created = "2026-11-21T07:00:00Z")
  public static final class Later implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.alterSequence("ticket_seq").startWith(FIRST, 500).incrementBy(50, 30);
    }

    @Override
    public void downgrade(Operations op) {
      op.alterSequence("ticket_seq").startWith(500, FIRST).incrementBy(30, 50);
    }
  }
}
